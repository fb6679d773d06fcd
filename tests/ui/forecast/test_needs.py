"""资金预测 in the window: reckoned in the background, a change tried beside it, printed and saved."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

from models.aid.budgets import Budget
from models.core.jobs import finish
from models.forecast.standard_changes import StandardChange
from models.pay.standards import months
from ui.forecast.needs import GIVEN_UP, NOTHING_NEEDED, NeedsSection

FIRST = months.month(2019, 9)


@pytest.fixture
def section(session, qtbot):
    def make():
        made = NeedsSection(session)
        qtbot.addWidget(made)
        made.resize(1100, 640)
        made.span.first.set_month(FIRST)
        made.span.count.setCurrentIndex(0)
        made.show()
        qtbot.waitUntil(lambda: made.forecast is not None and not made.counting.busy, timeout=10_000)
        return made

    return make


def cell(section, row, heading):
    words = section.grid.words
    return words.rows[row][[each.replace("\n", "") for each in words.headings].index(heading)]


def test_a_year_is_shown_month_by_month_with_the_sum_of_each_calendar_year(paid, section):
    shown = section()
    assert [row[0] for row in shown.grid.words.rows][3:6] == ["2019年12月", "2019年4个月合计", "2020年1月"]
    assert cell(shown, 0, "合计") == cell(shown, 0, "两参人员生活补助费") == "1,300.00"
    assert cell(shown, 0, "享受项数") == "2"
    assert shown.how_much().startswith("2019年：2019年9月至12月需要")
    assert "还没有公布的提标没有计入" in shown.notes.text()


def test_a_bar_goes_to_its_month(paid, section):
    shown = section()
    shown.go_to("2019-11")
    assert shown.grid.row() == 2
    assert shown.chart.told("2019-11").startswith("11：1,300元\n2019年11月需要1,300.00元")


def test_a_change_is_answered_at_once_beside_today_and_taken_back(paid, section):
    shown = section()
    shown.show_change(StandardChange(FIRST, Decimal(10)))
    assert (cell(shown, 0, "合计"), cell(shown, 0, "现行标准"), cell(shown, 0, "多需")) == (
        "1,430.00", "1,300.00", "130.00",
    )  # fmt: skip
    assert "试算：2019年9月起全部标准提高10%" in shown.title.text()
    shown.back_button.click()
    assert cell(shown, 0, "合计") == "1,300.00"
    assert not shown.back_button.isVisible()


def test_a_change_goes_on_being_tried_when_other_months_are_looked_at(paid, section, qtbot):
    shown = section()
    shown.show_change(StandardChange(FIRST, Decimal(10)))
    shown.span.count.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(shown.forecast.span) == 24, timeout=10_000)
    assert cell(shown, 0, "合计") == "1,430.00"


def test_a_budget_that_does_not_suffice_is_told_in_red(paid, section, save):
    save(Budget(year=2019, fund="中央财政", programme="定期抚恤补助", planned=Decimal(1000)))
    shown = section()
    assert "不够" in shown.short.text()
    assert shown.short.isVisible()


def test_without_people_it_says_what_comes_to_stand_here(section):
    shown = section()
    assert shown.notes.text() == NOTHING_NEEDED
    assert shown.grid.words.rows == ()


def test_what_takes_long_can_be_given_up(paid, section):
    shown = section()
    shown.read()
    shown.counting.given_up.emit()
    assert shown.how_much() == GIVEN_UP


def test_the_table_is_printed_and_saved(paid, section, tmp_path, monkeypatch, qtbot, boxes):
    shown = section()
    assert finish(shown._paper(tmp_path / "表.pdf")) == ()
    assert (tmp_path / "表.pdf").read_bytes().startswith(b"%PDF")
    place = tmp_path / "表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    shown.save()
    qtbot.waitUntil(lambda: len(boxes) == 1, timeout=10_000)
    page = load_workbook(place).worksheets[0]
    assert page.title == "2019年9月至2020年8月优抚资金预测表"
    assert page.cell(5, 2).value == 1300
