"""The window of templates of letters: what may be asked is listed, a document is chosen, looked at, and given up."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from models.office.letter_templates import template_of
from tests.reports.superior_forms.papers import letter as document
from ui.letters.letter_templates import LetterTemplates
from ui.printing.preview import PreviewWindow


@pytest.fixture
def window(session, shown):
    return shown(LetterTemplates(session))


def test_the_marks_of_each_letter_are_listed(window):
    window.letters.setCurrentRow(3)
    assert window.letter() == "追回通知书"
    marks = [window.marks.item(row, 0).text() for row in range(window.marks.rowCount())]
    assert {"〔姓名〕", "〔明细〕", "〔单位〕", "〔日期〕"} <= set(marks)
    assert not window.look_button.isEnabled()


def test_a_draft_is_saved_chosen_looked_at_and_given_up(qtbot, window, tmp_path, monkeypatch, boxes):
    out = tmp_path / "起稿.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(out), ""))
    window.save_draft()
    assert str(out) in boxes[0]
    window.choose()
    assert "照本单位的“起稿.docx”写" in window.state.text()
    assert "本单位的" in window.letters.item(0).text()
    window.preview()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown), timeout=10_000)
    for each in list(PreviewWindow.shown):
        each.close()
    boxes.answer = "改回"
    window.drop()
    assert "程序自带" in window.state.text()
    assert template_of("受理通知书") is None


def test_a_document_with_a_mark_that_nobody_knows_is_refused_and_the_old_one_stays(window, tmp_path, boxes):
    window.take(document(tmp_path / "好.docx", "通知", "〔姓名〕", "〔单位〕", "〔日期〕"))
    window.take(document(tmp_path / "坏.docx", "通知", "〔身高〕", "〔单位〕", "〔日期〕"))
    assert "〔身高〕，受理通知书里没有这一项" in boxes[-1]
    assert template_of("受理通知书").file_name == "好.docx"
