"""补助标准 in the window: what is not confirmed is seen, a new year is filled in and confirmed with its paper."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QInputDialog, QLineEdit

from models.core import journal
from models.core.dates import PartDate
from models.pay.dues.rules import Ways
from models.pay.standards import grids, months, standards
from models.pay.standards.standards import Standard
from reports.pay import grids as prints
from ui.pay.standards.comparison import ComparisonDialog
from ui.pay.standards.confirm_standards import ConfirmDialog
from ui.pay.standards.new_standards import NEW, NewGridDialog, ask_begin
from ui.pay.standards.rules import WaysDialog
from ui.pay.standards.standards import ONLY_UNCONFIRMED, StandardsPage
from ui.tables.fact_rows import FactRows
from ui.tables.query_rows import Column
from ui.widgets import theme

USER = "王芳"


@pytest.fixture
def page(session, qtbot):
    made = StandardsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_not_confirmed_is_seen_at_a_glance(page):
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.line.tick(ONLY_UNCONFIRMED)
    page.refresh()
    assert page.rows.rowCount() == grids.standard_counts()[1] > 0
    assert {page.rows.text(row, 0) for row in range(page.rows.rowCount())} == {"未确认"}
    assert page.rows.data(page.rows.index(0, 1), Qt.ItemDataRole.ForegroundRole) == theme.colour("doubt")
    assert "未确认，不用于计算" in page.sentence.text()


def test_the_list_is_narrowed_by_kind_year_and_words(page):
    page.line.choose("身份", "伤残人员")
    page.line.choose("年度", "2021年执行")
    page.refresh()
    kinds = {page.rows.record(row).kind for row in range(page.rows.rowCount())}
    assert kinds == {"伤残人员"}
    assert {page.rows.record(row).begins.year for row in range(page.rows.rowCount())} == {2020, 2021}
    assert "2021年8月提高10%" in page.sentence.text()
    page.line._words.setText("一级 因战")
    page.refresh()
    assert {page.rows.record(row).whom() for row in range(page.rows.rowCount())} == {"伤残人员 一级 因战"}


def test_standards_are_confirmed_together_with_their_paper(session, qtbot):
    waiting = list(grids.listed("带病回乡退役军人", 2020, unconfirmed=True))
    dialog = ConfirmDialog(session, waiting)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert "请填写文号或依据" in dialog.problem.text()
    assert not Standard.get_by_id(waiting[0].id).confirmed
    dialog.document.set_value("青退役军人发〔2020〕9号")
    dialog.accept()
    kept = Standard.get_by_id(waiting[0].id)
    assert (kept.confirmed, kept.document) == (True, "青退役军人发〔2020〕9号")
    assert dialog.result() == dialog.DialogCode.Accepted


def test_a_new_year_is_copied_typed_pasted_and_confirmed(session, qtbot, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("2025-08", True))
    monkeypatch.setattr(
        standards, "copy_year", lambda begins, user: _copy(begins, user, standards.standards("参战退役人员"))
    )
    begins = ask_begin(session, None)
    assert begins == months.month(2025, 8)
    dialog = NewGridDialog(session, begins)
    qtbot.addWidget(dialog)
    QAbstractItemModelTester(dialog.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.rows.rowCount() == 1
    assert dialog.rows.setData(dialog.rows.index(0, NEW), "八百") is False
    QGuiApplication.clipboard().setText("参战\t923\n")
    dialog.table.setCurrentIndex(dialog.rows.index(0, NEW))
    dialog.paste()
    assert dialog.told.text() == "共1条，填了1条，都填好了"
    dialog.document.set_value("民发〔2025〕1号")
    dialog.confirm()
    kept = Standard.get(Standard.begins == PartDate(2025, 8))
    assert (kept.amount, kept.confirmed, kept.document, kept.notes) == (
        Decimal(923), True, "民发〔2025〕1号", "",
    )  # fmt: skip
    assert journal.Entry.select().order_by(journal.Entry.number.desc()).get().title == "填写并确认新标准"


def test_a_year_of_which_only_a_part_is_shipped_is_filled_up_from_the_last_grid(session, monkeypatch):
    month = months.month(2023, 8)
    shipped = len(grids.drafts(month))
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("2023-08", True))
    assert ask_begin(session, None) == month
    drafts = grids.drafts(month)
    grades = {pair.newer.grade for pair in drafts if pair.newer.kind == "伤残人员"}
    assert len(drafts) > shipped
    assert len(grades) == 10
    assert ask_begin(session, None) == month
    assert len(grids.drafts(month)) == len(drafts)


def test_a_month_before_everything_has_nothing_to_copy(session, monkeypatch, boxes):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("1990-08", True))
    assert ask_begin(session, None) is None
    assert "没有可以照抄的标准" in boxes[-1]


def _copy(begins, user, there):
    with journal.entry("照抄", user):
        new = Standard(kind=there[0].kind, layer=there[0].layer, unit=there[0].unit, amount=there[0].amount)
        new.begins, new.notes, new.confirmed = begins, "待填新标准", False
        new.save()


def test_amounts_are_typed_one_below_the_other(session, qtbot, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("2023-08", True))
    dialog = NewGridDialog(session, ask_begin(session, None))
    qtbot.addWidget(dialog)
    dialog.show()
    for words in ("124410", "119370"):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        editor = dialog.table.viewport().findChild(QLineEdit)
        qtbot.keyClicks(editor, words)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.table.state() == dialog.table.State.NoState)
    assert sorted(dialog.rows.typed.values()) == [Decimal(119370), Decimal(124410)]
    assert dialog.table.currentIndex().row() == 2


def test_nothing_is_confirmed_without_a_paper(session, qtbot, boxes):
    _copy(PartDate(2025, 8), USER, standards.standards("参战退役人员"))
    dialog = NewGridDialog(session, months.month(2025, 8))
    qtbot.addWidget(dialog)
    dialog.confirm()
    assert boxes[-1] == "确认标准要写明文号或依据"
    dialog.document.set_value("民发〔2025〕1号")
    dialog.confirm()
    assert boxes[-1] == "还没有填写新标准"
    assert not Standard.get(Standard.begins == PartDate(2025, 8)).confirmed


def test_an_unlikely_rise_is_written_in_red(session, qtbot):
    _copy(PartDate(2025, 8), USER, standards.standards("参战退役人员"))
    dialog = NewGridDialog(session, months.month(2025, 8))
    qtbot.addWidget(dialog)
    more = dialog.rows.index(0, NEW + 1)
    dialog.rows.put(0, "12")
    assert dialog.rows.data(more, Qt.ItemDataRole.ForegroundRole) == theme.colour("problem")
    dialog.rows.put(0, "")
    assert dialog.rows.text(0, NEW) == ""


def test_two_years_stand_side_by_side_with_what_they_rose_by(session, qtbot):
    dialog = ComparisonDialog(session, "伤残人员")
    qtbot.addWidget(dialog)
    dialog.older.setCurrentText("2021年末")
    dialog.newer.setCurrentText("2022年末")
    first = [dialog.rows.text(0, column) for column in range(7)]
    assert first == ["伤残人员 一级 因战", "国家", "年", "106,670.00", "116,270.00", "9,600.00", "+9.00%"]
    register = prints.comparison(dialog.pairs(), 2021, 2022)
    assert register.rows[0][:3] == ("1", "国家", "伤残人员 一级 因战")


def test_the_print_says_what_is_not_confirmed():
    draft = Standard(
        layer="国家", kind="三属", unit="年", amount=Decimal(9), begins=PartDate(2020, 8), source="某页"
    )
    register = prints.standards_register([draft], "三属")
    assert register.rows[0][8] == "未确认"
    assert "其中1条未确认，不用于计算" in register.above


def test_the_rules_are_kept_as_they_stand_and_say_what_no_law_says(session, qtbot, boxes):
    dialog = WaysDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.ways() == Ways.kept()
    dialog.sixty.setCurrentText("满60周岁当年1月")
    dialog.excluded["参战-参试"].setChecked(True)
    dialog.layers["三属", "省"].setChecked(True)
    dialog.taken_over.set_value("去年")
    dialog.accept()
    assert "月份“去年”写法不对" in boxes[-1]
    dialog.taken_over.set_value("2021-01")
    dialog.accept()
    kept = Ways.kept()
    assert (kept.sixty, kept.taken_over, kept.supplements) == ("满60周岁当年1月", "2021-01", "三属：省")
    assert kept.layers("三属") == ("国家", "省")
    assert "参战-参试" in {each.code for each in kept.excluded()}
    assert {dialog.rows.text(row, 3) for row in range(dialog.rows.rowCount())} == {"是", "未确认"}


def test_rows_that_were_reckoned_are_sorted_by_their_numbers(qtbot):
    rows = FactRows(
        [Column("n", "数", lambda n: f"{n}元", value=lambda n: n), Column("w", "字", lambda n: str(n))],
        lambda n: n,
    )
    rows.show_facts([10, 9, 100])
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.sort(0, Qt.SortOrder.AscendingOrder)
    assert rows.facts() == [9, 10, 100]
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert rows.facts() == [9, 100, 10]
    rows.sort(-1)
    assert rows.facts() == [10, 9, 100]
    assert rows.row_of(100) == 2
