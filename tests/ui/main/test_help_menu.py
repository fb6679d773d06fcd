"""The menu 帮助: the manual on paper, and what helps when something does not work."""

from __future__ import annotations

import zipfile

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog

from models.archive import program_folders
from models.uses.uses import Use
from ui.main.main_window import MainWindow
from ui.support.problem_report import ProblemReportDialog
from ui.support.self_test import SelfTestResult


@pytest.fixture
def window(qtbot, session, tmp_path, monkeypatch):
    monkeypatch.setattr(program_folders, "log", lambda: tmp_path / "youfu.log")
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.desk.counting.busy)
    yield made
    made.close()


@pytest.fixture
def menu(window):
    return window.tools.by_key["F1"].menu()


def act(menu, words):
    next(each for each in menu.actions() if each.text().startswith(words)).trigger()


def saved_as(monkeypatch, place):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))


def test_the_manual_is_saved_as_a_pdf(qtbot, menu, tmp_path, monkeypatch, boxes):
    out = tmp_path / "手册.pdf"
    saved_as(monkeypatch, out)
    monkeypatch.setattr(
        "reports.manual.manual_blocks.BlockStrips._shot", lambda *_: []
    )  # pictures take seconds
    act(menu, "使用手册存为PDF")
    qtbot.waitUntil(lambda: bool(boxes), timeout=20_000)
    assert str(out) in boxes[0]
    assert PdfReader(out).outline[-1].title == "术语索引"
    assert Use.select().order_by(Use.id.desc()).first().title == "手册"


def test_the_index_leads_to_the_section_that_explains_a_term(window, menu):
    act(menu, "术语索引")
    assert window.help.contents.currentItem().text() == "术语索引"
    window.help.follow(QUrl("#走访计划"))
    assert window.help.contents.currentItem().text().strip("　") == "走访计划"
    window.help.close()


def test_the_log_is_packed_with_the_self_test_and_a_picture_only_if_wished(
    qtbot, window, tmp_path, monkeypatch, boxes
):
    out = tmp_path / "求助.zip"
    saved_as(monkeypatch, out)
    checks = [{"check": "字体", "ok": True, "said": "齐全"}]
    for wished in (False, True):
        dialog = ProblemReportDialog(window.grab(), checks, window)
        qtbot.addWidget(dialog)
        dialog.show()
        assert not dialog.shown.isVisible()
        dialog.with_picture.setChecked(wished)
        assert dialog.shown.isVisible() == wished
        dialog.pack()
        qtbot.waitUntil(lambda: bool(boxes), timeout=10_000)
        boxes.clear()
        with zipfile.ZipFile(out) as packed:
            assert ("画面.png" in packed.namelist()) == wished
            assert {"版本.json", "概况.json", "自检.json"} <= set(packed.namelist())


def test_what_failed_stands_first_and_says_what_to_do(qtbot):
    checks = [
        {"check": "字体", "ok": True, "said": "齐全"},
        {"check": "打印", "ok": False, "said": "Traceback\nOSError: no printer 630103195001011234"},
    ]
    packed = []
    dialog = SelfTestResult(checks, packed.append)
    qtbot.addWidget(dialog)
    assert "有1项没有通过" in dialog.verdict.text()
    assert [dialog.list.item(0, column).text() for column in range(3)] == [
        "打印", "没有通过", "OSError: no printer …",
    ]  # fmt: skip
    dialog.pack_button.click()
    assert packed == [checks]
