"""Grants and their dues of a month on paper."""

from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.pay.dues.held_grants import held_grants
from models.pay.standards import months
from reports.pay.held_grants import due_of, grants_register
from tests.reports.papers import printed, told


@pytest.fixture
def listed(entitled):
    entitled("甲某", 1)

    def ask(month, words=""):
        wanted = months.read_month(month)
        found = held_grants(wanted)
        return found, grants_register(found, wanted, words)

    return ask


def test_a_month_that_is_paid_is_told_with_its_standard_and_summed_up(listed, tmp_path):
    (grant,), register = listed("2019-12")
    row = told(register)
    assert (row["姓名"], row["应发(元)"], row["享受时间"]) == ("甲某", "600.00", "2013年7月起")
    assert "600" in row["标准"]
    assert due_of(grant) == 600
    assert "600.00元大写：陆佰元整" in printed(register, tmp_path)


def test_a_month_before_the_grant_began_comes_to_nothing_and_says_why(listed):
    (grant,), register = listed("2013-06")
    row = told(register)
    assert due_of(grant) is None
    assert (row["应发(元)"], row["标准"]) == ("", "")
    assert "还没有到起发月份" in row["说明"]


def test_a_month_that_cannot_be_reckoned_is_not_told_as_an_amount(listed):
    (grant,), register = listed("2031-01")
    assert due_of(grant) is None
    assert (told(register)["应发(元)"], told(register)["情况"]) == ("", "未计算")


def test_the_title_names_the_month_and_what_was_looked_for(listed):
    _, register = listed("2019-12", "三属")
    assert register.title.startswith("2019年12月")
    assert register.above == ("范围：三属",)
    assert listed("2019-12")[1].above == ("范围：全部",)
    assert PartDate(2019, 12).chinese() in register.title
