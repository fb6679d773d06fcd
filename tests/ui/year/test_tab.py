"""The tab 统计报表: the report with live numbers, figures, rates, tables and charts, each opening its rows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QFileDialog

from models.core import journal
from models.core.dates import PartDate
from models.core.journal import Entry
from models.ledger.activities import Activity
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.people.person import Person
from models.visits.visit import Visit
from models.year.figures.own_figures import OwnFigure, counted_kinds
from models.year.summary import texts
from ui.forms.record_dialog import RecordDialog
from ui.main.main_window import MainWindow
from ui.main.pages import number_of
from ui.printing.print_button import PrintButton
from ui.year import summary as summary_section
from ui.year.rows_window import RowsWindow
from ui.year.summary_text import InsertDialog
from ui.year.tab import ReportingPage

USER = "王芳"


def keep(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


@pytest.fixture
def rows():
    """The windows with rows that were opened; they are closed after the test."""
    yield RowsWindow.shown
    for window in list(RowsWindow.shown):
        window.close()


@pytest.fixture
def page(session, qtbot):
    keep(
        Publicity(day=PartDate(2020, 3, 1), form="双拥宣传牌", unit="总寨镇", quantity=24),
        Publicity(day=PartDate(2019, 3, 1), form="双拥宣传牌", unit="总寨镇", quantity=20),
        Visit(
            unit="某部", day=PartDate(2020, 7, 28), occasion="八一", gifts="米", gift_value=Decimal(73_600)
        ),
    )
    made = ReportingPage(session)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()

    def show(name):
        section = made.show_section(name)
        qtbot.waitUntil(lambda: not section.counting.busy, timeout=10_000)
        qtbot.waitUntil(lambda: section.sentence != "正在清点……", timeout=10_000)
        return section

    return show


@pytest.fixture
def fill(monkeypatch):
    """Fill in the dialog that is opened."""

    def run(act):
        def shown(dialog):
            act(dialog)
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(RecordDialog, "exec", shown)

    return run


@pytest.fixture
def place(monkeypatch, tmp_path):
    """Where the officer says that a file is saved."""
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *words: (str(tmp_path / Path(words[2]).name), "")
    )
    return tmp_path


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


def test_a_typed_number_is_marked_and_told(page, qtbot):
    section = page("年度总结")
    section.text.appendPlainText("另走访部队99支。")
    qtbot.waitUntil(lambda: section.summary.typed != (), timeout=5_000)
    assert "underline" in section.view.toHtml()
    assert any("99支" in section.doubts.item(n).text() for n in range(section.doubts.count()))
    assert section.keep_button.isEnabled()


def test_the_text_is_kept_undone_and_brought_back(page, session, qtbot, boxes):
    section = page("年度总结")
    section.text.setPlainText("总结\n制作{制作双拥宣传牌}。")
    section.render_text()
    assert section.view.toPlainText().splitlines()[-1] == "制作20余块。"
    assert section.keep()
    assert texts.summary_text_of(texts.YEARLY_SUMMARY).text == "总结\n制作{publicity.signs}。"
    assert not section.dirty()
    boxes.answer = "恢复"
    section.restore()
    qtbot.waitUntil(lambda: "现将全年工作情况" in section.text.toPlainText(), timeout=10_000)
    assert Entry.select().order_by(Entry.number.desc()).first().title == "恢复年度总结原模板"


def test_who_keeps_the_text_stays_where_he_was_writing(page, qtbot):
    section = page("年度总结")
    section.text.appendPlainText("我补的一句。")
    section.text.moveCursor(QTextCursor.MoveOperation.End)
    counted = section._counted
    assert section.keep()
    qtbot.waitUntil(lambda: section._counted is not counted and not section.dirty(), timeout=10_000)
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


def test_a_figure_is_inserted_in_the_form_chosen(page, monkeypatch):
    section = page("年度总结")

    def choose(dialog):
        dialog.search.setText("宣传牌")
        visible = [n for n in range(dialog.list.count()) if not dialog.list.item(n).isHidden()]
        dialog.list.setCurrentRow(visible[0])
        dialog.form.setCurrentIndex(1)
        assert "24块" in dialog.shown.text()
        return True

    monkeypatch.setattr(InsertDialog, "exec", choose)
    section.text.setPlainText("")
    section.insert()
    assert section.text.toPlainText() == "{制作双拥宣传牌|准确}"


def test_the_report_is_saved_as_word(page, place, qtbot, boxes):
    section = page("年度总结")
    section.save(".docx")
    out = place / "2020年双拥优抚安置工作总结.docx"
    qtbot.waitUntil(out.exists, timeout=10_000)
    qtbot.waitUntil(lambda: len(boxes) == 1, timeout=5_000)
    assert "宣传牌20余块" in "".join(each.text for each in docx.Document(str(out)).paragraphs)


def test_figures_are_listed_and_open_their_rows(page, rows):
    section = page("指标")
    assert section.grid.words.rowCount() == 52
    row = next(n for n, each in enumerate(section.lines) if each.told.figure.key == "visits.gifts_yuan")
    assert section.grid.words.rows[row][2:] == ["7万余元", "73,600.00元", "", "走访慰问登记1条"]
    section.open_figure(row)
    (window,) = rows
    assert "慰问品折价合计73,600.00元" in window.sentence.text()


def test_a_figure_of_ones_own_is_made_changed_and_deleted(page, fill, qtbot, boxes):
    section = page("指标")

    def make(dialog):
        form = dialog.form
        form.editors["name"].set_value("总寨镇宣传")
        form.kind.set_value("双拥宣传")
        form.measure.set_value("合计")
        form.summed.set_value("quantity")
        line = form.conditions.add()
        line.column.set_value("unit")
        line.value.setText("总寨镇")
        form.editors["unit"].set_value("块")
        dialog.save()

    fill(make)
    section.add()
    assert OwnFigure.get().chosen == [("unit", "是", "总寨镇")]
    qtbot.waitUntil(lambda: section.grid.words.rowCount() == 53, timeout=10_000)
    assert section.grid.words.rows[52][:3] == ["自定义", "总寨镇宣传", "24块"]
    section.grid.setCurrentIndex(section.grid.words.index(52, 1))
    assert section.change_button.isEnabled()
    boxes.answer = "删除"
    section.delete()
    assert OwnFigure.select().count() == 0


def test_a_rate_is_entered_and_one_that_is_asked_opens_who_is_missing(page, fill, person, rows, boxes, qtbot):
    someone = person(insurance="")
    person(insurance="城乡居民基本医疗保险")
    section = page("五个100%")

    def enter(dialog):
        dialog.form.editors["name"].set_value("参保率")
        dialog.form.source.set_value("insured")
        dialog.save()

    fill(enter)
    section.add()
    qtbot.waitUntil(lambda: section.grid.words.rowCount() == 1, timeout=10_000)
    assert section.grid.words.rows[0][1:6] == ["参保率", "1", "2", "50%", "1"]
    assert "登记的指标是1个" in section.notes.text()
    section.grid.setCurrentIndex(section.grid.words.index(0, 0))
    section.open_missing()
    (window,) = rows
    window.table.selectAll()
    with qtbot.waitSignal(section.person_wanted) as asked:
        window.table.setCurrentIndex(window.rows.index(0, 0))
        window.open_person()
    assert asked.args == [someone.id]


def test_an_entered_rate_has_no_list(page, boxes):
    keep(Rate(year=2020, name="落实率", done=2, due=2))
    section = page("五个100%")
    section.grid.setCurrentIndex(section.grid.words.index(0, 0))
    section.open_missing()
    assert "没有名单" in boxes[0]


def test_a_cell_of_a_table_opens_its_people(page, identity, person, rows):
    identity(person(street="总寨镇"), kind="三属", category="烈士遗属")
    section = page("统计表")
    words = section.grid.words
    row = next(n for n, each in enumerate(words.rows) if each[0] == "总寨镇")
    section.open_cell(row, len(words.headings) - 1)
    (window,) = rows
    assert window.rows.rowCount() == 1
    section.open_cell(row, 1)  # nobody
    assert len(rows) == 1
    section.names.setCurrentRow(4)
    assert "年初" in section.notes.text()


def test_tables_are_saved_as_a_workbook(page, place, qtbot, boxes):
    section = page("统计表")
    section.save(True)
    out = place / "2020年优抚统计表.xlsx"
    qtbot.waitUntil(out.exists, timeout=10_000)
    qtbot.waitUntil(lambda: len(boxes) == 1, timeout=5_000)
    assert len(load_workbook(out).sheetnames) == 10


def test_a_bar_opens_its_rows(page, rows):
    section = page("图表")
    number = next(n for n, each in enumerate(section.charts) if each.title == "各月走访慰问")
    section.views[number].clicked.emit("7月")
    (window,) = rows
    assert (window.rows.rowCount(), window.model) == (1, Visit)


def test_another_year_is_shown_in_every_section(page, qtbot):
    section = page("指标")
    section.years.setCurrentText("2019年")
    qtbot.waitUntil(lambda: section.grid.words.rows[0][2] == "20块", timeout=10_000)
    assert page("五个100%").years.year() == 2019


def test_every_kind_of_record_can_be_shown(archive, session, qtbot):
    for model in counted_kinds().values():
        window = RowsWindow(model.__name__, model.select())
        qtbot.addWidget(window)
        window.show()
        assert window.rows.rowCount() == model.select().count()


def test_an_activity_has_its_columns(archive, session, qtbot):
    keep(Activity(day=PartDate(2020, 8, 1), theme="八一", people=20))
    window = RowsWindow("活动", Activity.select())
    qtbot.addWidget(window)
    cells = [window.rows.text(0, n) for n in range(window.rows.columnCount())]
    assert cells[:2] == ["2020-08-01", "八一"]
    assert "20" in cells


def test_the_names_of_figures_differ(archive):
    known = summary_section.names.names()
    assert len(set(known.values())) == len(known)
    assert not any(set(name) & set("{}[]|") for name in known.values())


def test_esc_closes_the_rows(archive, session, qtbot):
    window = RowsWindow.open("人", Person.select())
    qtbot.waitExposed(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window not in RowsWindow.shown


def test_the_rows_close_with_the_archive(page, rows, qtbot):
    section = page("年度总结")
    section.open_figure("publicity.signs")
    section.deleteLater()
    qtbot.waitUntil(lambda: not rows, timeout=5_000)


def test_ctrl_p_opens_what_the_section_offers_to_print(session, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(PrintButton, "showMenu", lambda button: opened.append(button.text()))
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    window.go_to(number_of("ReportingPage"))
    first = window.page().shown()
    section = window.page().show_section("统计表")
    window.print()
    assert opened == ["打印"]
    qtbot.waitUntil(lambda: not (first.counting.busy or section.counting.busy), timeout=10_000)
