"""价格临时补贴 of months whose prices rose differently: each month has its own rate, and its index document."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.lists import draw_up_list
from models.aid.reckoning import AidFacts, reckon
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.standards.policy_figures import PolicyFigure
from tests.models.aid.conftest import USER

PRICE = "价格临时补贴"
RATES = {"2020-02": "5.2", "2020-03": "4.3", "2020-04": "3.3"}


@pytest.fixture
def months_known(archive, rule):
    """The rise of each month, as its index document says, and the standard that it is a share of."""

    def make(rates=RATES, confirmed=True, what="涨幅", unit="%"):
        rule(**{"price.base": 640, "price.least": 10})
        with journal.entry("登记政策数据", USER):
            for month, rate in rates.items():
                PolicyFigure(
                    matter=PRICE, what=what, value=Decimal(rate), unit=unit, confirmed=confirmed,
                    begins=PartDate.parse(month), ends=PartDate.parse(month), source=f"{month}指数公报",
                ).save()  # fmt: skip

    return make


@pytest.mark.parametrize(("month", "amount"), [(2, 33), (3, 28), (4, 21)])
def test_each_month_is_reckoned_by_its_own_rate(months_known, month, amount):
    months_known()
    found = reckon(PRICE, AidFacts(2020, month=PartDate(2020, month)))
    assert found.amount == amount
    assert f"2020-0{month}指数公报" in found.words


def test_months_in_a_row_add_up_what_each_comes_to(months_known):
    months_known()
    found = reckon(PRICE, AidFacts(2020, quantity=3, month=PartDate(2020, 2)))
    assert found.amount == 33 + 28 + 21
    assert [found.words.count(f"2020年{month}月") for month in (2, 3, 4)] == [1, 1, 1]


def test_a_month_without_a_rate_is_named_and_not_reckoned_by_another_s(months_known):
    months_known()
    with pytest.raises(Refusal, match="2020年5月"):
        reckon(PRICE, AidFacts(2020, quantity=4, month=PartDate(2020, 2)))


def test_where_months_differ_the_month_must_be_said(months_known):
    months_known()
    with pytest.raises(Refusal, match="所属月份"):
        reckon(PRICE, AidFacts(2020, quantity=3))


def test_a_rate_that_nobody_has_confirmed_is_not_used(months_known, rule):
    months_known(confirmed=False)
    with pytest.raises(Refusal, match="还没有设定"):
        reckon(PRICE, AidFacts(2020, month=PartDate(2020, 2)))


def test_a_little_rise_is_paid_with_the_least(months_known):
    months_known({"2020-02": "0.5"})
    assert reckon(PRICE, AidFacts(2020, month=PartDate(2020, 2))).amount == 10


def test_a_place_that_is_told_the_amount_itself_pays_it(months_known):
    months_known({"2020-02": "31.5"}, what="每人每月", unit="元")
    assert reckon(PRICE, AidFacts(2020, month=PartDate(2020, 2))).amount == Decimal("31.50")


def test_a_list_of_a_month_has_its_rate(months_known, identity):
    months_known()
    identity()
    drawn = draw_up_list(PRICE, 2020, "三月", month=PartDate(2020, 3))
    assert [line.amount for line in drawn.lines] == [Decimal(28)]
