"""Money of the year's work: what was budgeted and what was allotted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.record import Invalid
from models.ledger.spending import Spending
from tests.models.ledger.conftest import DAY


def test_a_line_of_the_budget(save):
    save(Spending(year=2020, item="慰问部队经费", planned=80000, allotted=73600, day=DAY, voucher="2020-17"))
    for facts, reason in (
        ({"item": ""}, "经费项目"), ({"planned": -1}, "负数"), ({"day": DAY}, "拨付金额"), ({"year": None}, "年度"),
    ):  # fmt: skip
        with pytest.raises(Invalid, match=reason):
            save(Spending(**{"year": 2020, "item": "慰问部队经费", **facts}))


def test_money_may_be_planned_before_it_is_allotted_and_allotted_without_a_plan(save):
    save(Spending(year=2020, item="活动经费", planned=Decimal("0.01")))
    save(Spending(year=2020, item="宣传经费", allotted=Decimal(0), day=DAY))
    with pytest.raises(Invalid, match="负数") as refused:
        save(Spending(year=2020, item="宣传经费", allotted=Decimal("-0.01"), day=DAY))
    assert set(refused.value.problems) == {"allotted"}
