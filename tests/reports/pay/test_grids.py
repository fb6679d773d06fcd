"""Standards on paper: a list with its sources, and two years side by side."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.pay.standards.grids import Pair
from models.pay.standards.standards import Standard
from reports.pay.grids import comparison, standards_register
from tests.reports.papers import told


@pytest.fixture
def standard(archive):
    def make(amount, **facts):
        usual = {
            "layer": "国家",
            "kind": "三属",
            "unit": "年",
            "begins": PartDate(2020, 8),
            "confirmed": True,
        }
        return Standard(amount=Decimal(amount), **{**usual, **facts})

    return make


def test_what_is_not_confirmed_is_marked_and_counted_above(standard):
    register = standards_register(
        [standard(30000), standard(31000, confirmed=False, document="青退〔2021〕1号", source="网上")], "全部"
    )
    assert "其中1条未确认，不用于计算" in register.above
    assert [told(register, row)["确认"] for row in (0, 1)] == ["是", "未确认"]
    assert told(register, 1)["文号和依据"] == "青退〔2021〕1号；网上"
    assert standards_register([standard(30000)], "全部").above == ("范围：全部",)


def test_two_years_side_by_side_say_by_how_much_it_rose(standard):
    register = comparison([Pair(standard(30000), standard(33000, source="新文件"))], 2020, 2021)
    row = told(register)
    assert (row["2020年末(元)"], row["2021年末(元)"], row["增加(元)"], row["增幅"]) == (
        "30,000.00", "33,000.00", "3,000.00", "+10.00%",
    )  # fmt: skip
    assert row["依据"] == "新文件"


def test_a_standard_that_is_missing_in_a_year_or_not_sure_is_told_so(standard):
    unsure = standard("650.5", confirmed=False)
    register = comparison([Pair(None, unsure), Pair(unsure, None)], 2020, 2021)
    assert [told(register)[key] for key in ("2020年末(元)", "2021年末(元)", "增加(元)", "增幅")] == [
        "无", "650.50（未确认）", "", "",
    ]  # fmt: skip
    assert told(register, 1)["2021年末(元)"] == "无"
