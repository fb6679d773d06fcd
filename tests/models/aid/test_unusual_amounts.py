"""An amount ten times the usual is told before a list is approved or paid, with names and sums."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.aid.oneoff_steps import oneoff_doubts
from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.amounts import AskedAmount, large_amounts
from models.core.dates import PartDate, this_day
from models.payments.payment import Payment

USER = "王芳"
AMOUNTS = st.decimals(min_value=1, max_value=10**6, places=2)


def oneoffs(person, *yuan):
    return [
        OneOff(person=person(name=name), item="优待金", amount=Decimal(each))
        for name, each in zip("甲乙丙丁", yuan, strict=False)
    ]


def test_usual_is_what_was_paid_of_the_item_before(person):
    someone = person()
    with journal.entry("发放", USER):
        for month in (1, 2, 3):
            Payment(
                person=someone, month=PartDate(this_day().year - 1, month), item="优待金", amount=Decimal(500)
            ).save()
    assert oneoff_doubts(oneoffs(person, 4999)) == []
    assert oneoff_doubts(oneoffs(person, 5000, 600)) == [
        "优待金有1人的金额是平常的10倍以上（平常500.00元）：甲5,000.00元，合计5,000.00元"
    ]


def test_without_any_before_the_middle_one_of_the_list_is_usual(person):
    assert "丁9,000.00元" in oneoff_doubts(oneoffs(person, 500, 500, 500, 9000))[0]
    assert oneoff_doubts(oneoffs(person, 500, 9000)) == []  # of two nobody knows which is usual


@given(amounts=st.lists(AMOUNTS, max_size=8), usual=AMOUNTS)
def test_everybody_above_is_named_and_nobody_else(amounts, usual):
    asked = [AskedAmount(f"某{number}", "慰问金", each) for number, each in enumerate(amounts)]
    told = large_amounts(asked, {"慰问金": usual})
    large = [each for each in asked if each.amount >= usual * 10]
    assert len(told) == bool(large)
    if large:
        assert told[0].startswith(f"慰问金有{len(large)}人的金额")
        assert f"合计{sum(each.amount for each in large):,.2f}元" in told[0]
