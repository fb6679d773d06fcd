"""Years on a register: one that cannot be on a sheet of its year is a doubt."""

from __future__ import annotations

import pytest

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
