"""年度总结 in the window: live numbers that open their rows, a text that is kept."""

from __future__ import annotations

import docx
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor

from models.core.dates import PartDate
from models.core.journal import Entry
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.year.summary import texts
from tests.ui.year.conftest import keep


def test_the_report_is_written_with_live_numbers_that_open_their_rows(page, rows):
    section = page("年度总结")
    words = section.view.toPlainText()
    assert "2020年双拥优抚安置工作总结" in words
    assert "宣传牌20余块" in words
    section.view.anchorClicked.emit(QUrl("publicity.signs"))
    (window,) = rows
    assert window.rows.rowCount() == 1
    assert "20余块" in window.windowTitle()


def test_the_rates_in_the_report_open_too(page, rows):
    keep(Rate(year=2020, name="落实率", done=2, due=2))
    section = page("年度总结")
    assert "落实率达到100%" in section.view.toPlainText()
    section.view.anchorClicked.emit(QUrl("rates.told"))
    (window,) = rows
    assert (window.model, window.rows.rowCount()) == (Rate, 1)


def test_a_record_that_is_written_changes_the_report(page, session, qtbot):
    section = page("年度总结")
    with session.entry("登记"):
        Publicity(day=PartDate(2020, 4, 1), form="双拥宣传牌", quantity=30).save()
    qtbot.waitUntil(lambda: "宣传牌50余块" in section.view.toPlainText(), timeout=10_000)


def test_the_text_is_kept_undone_and_brought_back(page, session, qtbot, boxes):
    section = page("年度总结")
    section.text.setPlainText("总结\n制作{制作双拥宣传牌}。")
    section.render_text()
    assert section.view.toPlainText().splitlines()[-1] == "制作20余块。"
    assert section.keep()
    assert texts.summary_text_of(texts.YEARLY_SUMMARY, 2020).text == "总结\n制作{publicity.signs}。"
    assert not section.draft.dirty()
    boxes.answer = "恢复"
    section.restore()
    qtbot.waitUntil(lambda: "现将全年工作情况" in section.text.toPlainText(), timeout=10_000)
    assert Entry.select().order_by(Entry.number.desc()).first().title == "恢复2020年年度总结原模板"


def test_who_keeps_the_text_stays_where_he_was_writing(page, qtbot):
    section = page("年度总结")
    section.text.appendPlainText("我补的一句。")
    section.text.moveCursor(QTextCursor.MoveOperation.End)
    counted = section.draft.counted
    assert section.keep()
    qtbot.waitUntil(
        lambda: section.draft.counted is not counted and not section.draft.dirty(), timeout=10_000
    )
    section.refresh()
    section.show_counted(section.count(section.year))
    assert section.text.textCursor().atEnd()


def test_a_text_with_wrong_brackets_is_not_kept(page, boxes):
    section = page("年度总结")
    section.text.setPlainText("总结\n制作{制作双拥宣传牌。")
    section.render_text()
    assert not section.keep()
    assert "没有成对" in boxes[0]


def test_what_was_typed_outlives_a_change_by_somebody_else(page, session, qtbot):
    section = page("年度总结")
    section.text.appendPlainText("我正在写的话。")
    with session.entry("登记"):
        Publicity(day=PartDate(2020, 4, 1), form="双拥宣传牌", quantity=30).save()
    qtbot.waitUntil(lambda: "宣传牌50余块" in section.view.toPlainText(), timeout=10_000)
    assert "我正在写的话。" in section.view.toPlainText()


def test_the_half_year_has_a_text_of_its_own(page, qtbot, boxes):
    section = page("年度总结")
    section.text.appendPlainText("改动")
    boxes.answer = "继续修改"
    section.kinds.setCurrentText(texts.HALF_YEARLY_SUMMARY)
    assert section.kinds.currentText() == texts.YEARLY_SUMMARY
    boxes.answer = "不保存"
    section.kinds.setCurrentText(texts.HALF_YEARLY_SUMMARY)
    qtbot.waitUntil(lambda: "上半年" in section.view.toPlainText(), timeout=10_000)
    assert "改动" not in section.text.toPlainText()


def test_the_report_is_saved_as_word(page, place, qtbot, boxes):
    section = page("年度总结")
    section.print_button.save(".docx")
    out = place / "2020年双拥优抚安置工作总结.docx"
    qtbot.waitUntil(out.exists, timeout=10_000)
    qtbot.waitUntil(lambda: len(boxes) == 1, timeout=5_000)
    assert "宣传牌20余块" in "".join(each.text for each in docx.Document(str(out)).paragraphs)
