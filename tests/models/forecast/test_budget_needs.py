"""A year's budget against what was paid and what will be needed."""

from __future__ import annotations

from decimal import Decimal

from models.aid.budgets import Budget
from models.core import journal
from models.core.dates import PartDate
from models.forecast.budget_needs import budget_needs
from models.forecast.fund_needs import FundNeed
from models.pay.standards import months
from models.payments.payment import Payment
from tests.conftest import USER

SPAN = range(months.month(2026, 11), months.month(2027, 3))
LINES = [FundNeed(month, "伤残抚恤金", 1, 1000_00) for month in SPAN]


def keep(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


def test_what_was_paid_and_what_comes_is_set_against_the_plan_of_all_sources(person):
    someone = person()
    keep(
        Payment(
            person=someone,
            programme="定期抚恤补助",
            item="伤残抚恤金",
            amount=Decimal(9000),
            month=PartDate(2026, 10),
        ),
        Payment(
            person=someone,
            programme="定期抚恤补助",
            item="伤残抚恤金",
            amount=Decimal(77),
            month=PartDate(2026, 11),
        ),
        Payment(
            person=someone, programme="慰问金", item="慰问金", amount=Decimal(500), month=PartDate(2026, 10)
        ),
        Budget(year=2026, fund="中央财政", programme="定期抚恤补助", planned=Decimal(8000)),
        Budget(year=2026, fund="省级财政", programme="定期抚恤补助", planned=Decimal(2500)),
    )
    this, following = budget_needs(SPAN, LINES)
    assert (this.paid, this.needed, this.planned, this.left) == (9000, 2000, 10500, -500)
    assert this.words() == (
        "2026年：11月以前已发9,000.00元，2026年11月至12月需要2,000.00元；"
        "预算10,500.00元，不够500.00元，请及早申请追加"
    )
    assert following.left is None
    assert following.words() == "2027年：2027年1月至2月需要2,000.00元；没有登记定期抚恤补助的预算"


def test_what_a_whole_year_leaves_is_told_otherwise_than_what_a_part_leaves(archive):
    keep(
        *(
            Budget(year=y, fund="中央财政", programme="定期抚恤补助", planned=Decimal(5000))
            for y in (2026, 2027)
        )
    )
    this, following = budget_needs(SPAN, LINES)
    assert this.words().endswith("可余3,000.00元")
    assert following.words().endswith("到时还剩3,000.00元")
