"""Years on a register: one that cannot be on a sheet of its year is a doubt."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from models.core.dates import PartDate
from models.imports.checks.line_years import doubt_years
from models.imports.registers.lines import RegisterLine
from models.payments.payment import Payment
from tests.factories import citizen_number, workbook

HEADING = ["姓名", "身份证号", "补助项目", "金额", "发放日期"]


@pytest.fixture
def told_of(take_in, tmp_path):
    def run(days, title="2020年优抚补助发放表"):
        rows = [
            [f"甲{'子丑寅卯辰巳午未'[n]}", citizen_number(), "两参人员生活补助费", 650, day]
            for n, day in enumerate(days)
        ]
        plan = take_in(workbook(tmp_path / "a.xlsx", {"发放": [[title], HEADING, *rows]}))
        assert Payment.select().count() == len(days)
        return [each.words for sheet in plan.sheets for each in sheet.findings if "写错了年份" in each.words]

    return run


@pytest.mark.parametrize("day", ["1920-08-25", "2002-08-25", "2012-08-25"])
def test_a_year_that_cannot_be_is_told(told_of, day):
    assert len(told_of(["2020-08-25", day])) == 1


@pytest.mark.parametrize("day", ["2020-08-25", "2019-12-31", "2021-01-05"])
def test_a_year_that_may_be_is_not(told_of, day):
    assert not told_of(["2020-08-25", day])


def test_most_lines_tell_the_year_better_than_an_old_title(told_of):
    assert len(told_of(["2020-08-25"] * 6 + ["2002-08-25"], "2017年优抚补助发放表")) == 1


def test_a_list_of_many_years_has_no_year_of_its_own(told_of):
    assert not told_of(["2015-08-25", "2016-08-25", "2018-08-25", "2020-08-25"], "历年优抚补助发放表")


def test_a_year_before_all_offices_is_told_everywhere(told_of):
    assert len(told_of(["2015-08-25", "1920-08-25"], "历年优抚补助发放表")) == 1


def line(**facts):
    return RegisterLine(
        5, "定期补助发放", {}, facts={name: PartDate.read(day) for name, day in facts.items()}
    )


def doubts(*lines, year=2020):
    table = SimpleNamespace(lines=lines, year=year)
    doubt_years(table)
    return [each.words for one in lines for each in one.findings]


def test_nothing_was_paid_before_the_first_year_and_nothing_is_after_the_next():
    next_year = date.today().year + 1
    assert not doubts(line(day="1950-01-01"), line(day=f"{next_year}-01-05"), year=None)
    assert doubts(line(day="1949-12-31"), year=None) == [
        "日期“1949年12月31日”的年份不会对，多半写错了年份，已照表登记，请核对"
    ]
    assert len(doubts(line(day=f"{next_year + 1}-01-05"), year=None)) == 1


def test_what_is_told_of_a_strange_year_names_both_years():
    assert doubts(line(day="2018-08-25")) == [
        "日期“2018年8月25日”不像2020年的登记，多半写错了年份，已照表登记，请核对"
    ]


def test_day_and_month_of_one_year_are_told_once_and_of_two_years_each():
    assert len(doubts(line(day="2017-08-25", month="2017-08"))) == 1
    assert len(doubts(line(day="2017-08-25", month="2016-08"))) == 2


def test_a_line_that_was_refused_is_not_asked():
    refused = line(day="1920-08-25")
    refused.refuse("name", None, "没有姓名")
    assert not doubts(refused)


def test_four_of_five_lines_tell_the_year_and_three_do_not():
    four = [line(day="2017-08-25") for _ in range(4)]
    assert len(doubts(*four, line(day="2020-08-25"))) == 1
    three = [line(day="2017-08-25") for _ in range(3)]
    assert len(doubts(*three, line(day="2020-08-25"), line(day="2020-08-25"))) == 3


def test_four_lines_are_too_few_to_tell_a_year_against_the_title():
    assert len(doubts(*(line(day="2017-08-25") for _ in range(4)))) == 4
