"""The table of needs: what stands in it, its bars, and its answers to programs and people."""

from __future__ import annotations

from decimal import Decimal

from models.forecast.standard_changes import StandardChange
from models.forecast.turnovers import Turnover, YearTurnover
from reports.forecast import needs
from tests.reports.forecast.conftest import FIRST

FUND = "两参人员生活补助费"


def test_months_stand_under_one_another_with_the_sum_of_the_year(made):
    sheet = needs.needs_sheet(made(5))
    assert sheet.title == "2019年9月至2020年1月优抚资金预测表"
    assert [row.label for row in sheet.rows] == [
        "2019年9月", "2019年10月", "2019年11月", "2019年12月", "2019年4个月合计", "2020年1月",
    ]  # fmt: skip
    assert [column.label for column in sheet.columns] == ["合计", FUND, "待核定", "享受项数"]
    assert [cell.value for cell in sheet.cells[0]] == [1300, 1300, 0, 2]
    assert [cell.value for cell in sheet.cells[4]] == [5200, 5200, 0, None]


def test_a_change_stands_beside_what_holds_now(made):
    sheet = needs.needs_sheet(made(2, StandardChange(FIRST + 1, Decimal(10))))
    assert [column.label for column in sheet.columns][:3] == ["合计", "现行标准", "多需"]
    assert [[cell.value for cell in row[:3]] for row in sheet.cells] == [
        [1300, 1300, 0], [1430, 1300, 130], [2730, 2600, 130],
    ]  # fmt: skip
    assert sheet.notes[0] == "试算：2019年10月起全部标准提高10%"


def test_a_band_has_its_columns(made):
    forecast = made(12)
    forecast.turnovers[FUND] = Turnover(FUND, (YearTurnover(2018, 100, 6, 3),))
    sheet = needs.needs_sheet(forecast)
    assert [column.label for column in sheet.columns][1:3] == ["下限", "上限"]
    assert sheet.cells[-2][1].value == sheet.cells[-2][2].value == Decimal("1261.00")  # after a year 3 % less


def test_bars_count_in_a_unit_that_has_room(made):
    unit, facts = needs.need_facts(made(5))
    assert unit == "元"
    assert [(fact.label, fact.value) for fact in facts] == [
        ("9", 1300), ("10", 1300), ("11", 1300), ("12", 1300), ("20年", 1300),
    ]  # fmt: skip
    dear = made(1, StandardChange(FIRST, amounts={"参战退役人员": Decimal(90_000)}))
    unit, (fact,) = needs.need_facts(dear)
    assert (unit, fact.value) == ("万元", 18)
    assert fact.note == "2019年9月需要180,000.00元，现行标准1,300.00元"


def test_programs_get_a_row_for_each_month_and_fund(made):
    assert needs.need_answers(made(2)) == [
        {"month": "2019-09", "fund": FUND, "people": 2, "amount": "1300.00"},
        {"month": "2019-10", "fund": FUND, "people": 2, "amount": "1300.00"},
    ]


def test_people_get_a_line_for_each_month(made):
    told = needs.need_lines(made(1, StandardChange(FIRST, Decimal(10))))
    assert told[0] == "2019年9月：需要1,430.00元，比现行标准多130.00元"
    assert told[1] == "2019年：2019年9月需要1,430.00元；没有登记定期抚恤补助的预算"
