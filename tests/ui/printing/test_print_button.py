"""What a page offers to print is shown in the preview, or saved as a workbook."""

from __future__ import annotations

import re
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

from reports.tables.register import Heading, Register, numbered
from ui.jobs import jobs
from ui.printing import print_button
from ui.printing.preview import PreviewWindow
from ui.printing.print_button import PrintButton, file_name

HEADS = (Heading("序号", 10), Heading("名称", 60))


def gather():
    return [
        Register("某登记表", HEADS, numbered([("一",)])),
        Register("另一登记表", HEADS, numbered([("二",)])),
    ]


def button(qtbot):
    made = PrintButton()
    made.offer_register("某登记表", lambda: gather)
    qtbot.addWidget(made)
    return made


def act(made, words):
    next(action for action in made.choices.actions() if action.text() == words).trigger()


def test_a_register_is_shown_in_the_preview(session, qtbot):
    act(button(qtbot), "某登记表")
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    (shown,) = PreviewWindow.shown
    assert shown.document.pageCount() == 2
    shown.close()


def test_registers_are_saved_as_workbooks_beside_each_other(session, qtbot, tmp_path, monkeypatch, boxes):
    asked = []

    def name(parent, title, proposed, kinds):
        asked.append(proposed)
        return str(tmp_path / "表.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    act(button(qtbot), "某登记表（存为Excel）")
    qtbot.waitUntil(lambda: bool(boxes))
    assert asked == ["某登记表.xlsx"]
    assert "其余1张表在它旁边" in boxes[0]
    assert load_workbook(tmp_path / "表.xlsx").active["B4"].value == "一"
    assert load_workbook(tmp_path / "表-2-另一登记表.xlsx").active["B4"].value == "二"


@pytest.mark.parametrize(("answer", "kept"), [("不保存", True), ("覆盖", False)])
def test_a_workbook_beside_the_chosen_one_is_not_overwritten_unasked(
    session, qtbot, tmp_path, monkeypatch, boxes, answer, kept
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "表.xlsx"), ""))
    there = tmp_path / "表-2-另一登记表.xlsx"
    there.write_bytes(b"other work")
    boxes.answer = answer
    act(button(qtbot), "某登记表（存为Excel）")
    qtbot.waitUntil(lambda: len(boxes) == (1 if kept else 2) and not jobs._running)
    assert there.name in boxes[0]
    assert (there.read_bytes() == b"other work") == kept
    assert (tmp_path / "表.xlsx").exists() != kept


@pytest.mark.parametrize("words", ["某登记表", "某登记表（存为Excel）"])
def test_the_window_is_asked_on_its_own_thread_and_only_the_gathering_is_background_work(
    session, qtbot, monkeypatch, words
):
    threads = {}

    def ask():
        threads["ask"] = current_thread()
        return gathers

    def gathers():
        threads["gather"] = current_thread()
        return gather()[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    made = PrintButton()
    qtbot.addWidget(made)
    made.offer_register("某登记表", ask)
    act(made, words)
    qtbot.waitUntil(lambda: len(threads) == 2 and not jobs._running)
    assert threads["ask"] is main_thread()
    assert threads["gather"] is not main_thread()
    for shown in list(PreviewWindow.shown):
        shown.close()


def test_no_page_looks_at_its_window_while_it_gathers():
    """Whatever a page offers is asked by a function that hands its facts over: no ``self.query()`` inside the gathering."""
    offered = re.compile(r"offer_register\(\s*[^,]+,\s*(lambda: (?!partial\()[^\n]*)")
    pages = Path(print_button.__file__).parents[1].rglob("*.py")
    assert [(page.name, found) for page in pages for found in offered.findall(page.read_text("utf-8"))] == []


def test_a_title_becomes_a_name_that_a_file_may_have():
    assert file_name("2020年八一走访　第一组/走访表") == "2020年八一走访第一组走访表"
