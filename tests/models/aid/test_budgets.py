"""A budget says what is planned, committed, paid and left, and is not overrun."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid import budgets
from models.aid.budgets import Budget
from models.aid.oneoff_steps import cancel
from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.record import Invalid, Refusal
from tests.models.aid.conftest import USER, approved, paid


def test_a_budget_says_planned_committed_paid_and_left(one, person):
    with journal.entry("预算", USER):
        Budget(year=2020, fund="区级财政", programme="临时救助", planned=Decimal(1000)).save()
    first = one(person(), "临时救助", amount=Decimal(600), fund="区级财政")
    approved(first)
    paid(first)
    one(person(), "临时救助", amount=Decimal(300), fund="区级财政")
    one(person(), "临时救助", amount=Decimal(50), fund="社会捐赠")
    planned, given = budgets.budget_lines(2020)
    assert (planned.planned, planned.committed, planned.paid, planned.left) == (1000, 300, 600, 100)
    assert (given.fund, given.planned, given.committed, given.left) == ("社会捐赠", None, 50, None)
    over = one(person(), "临时救助", amount=Decimal(101), fund="区级财政")
    with pytest.raises(Refusal, match=r"超出1\.00元"):
        approved(over)
    assert OneOff.get_by_id(over.id).state == "拟发"
    with pytest.raises(Invalid, match="已有预算"), journal.entry("预算", USER):
        Budget(year=2020, fund="区级财政", programme="临时救助", planned=Decimal(1)).save()


@pytest.fixture
def plan(archive):
    def make(planned, year=2020, fund="区级财政", programme="临时救助"):
        with journal.entry("预算", USER):
            Budget(year=year, fund=fund, programme=programme, planned=Decimal(planned)).save()

    return make


def test_a_list_that_needs_exactly_what_is_left_is_approved(one, person, plan):
    plan(1000)
    approved(one(person(), "临时救助", amount=Decimal("999.99"), fund="区级财政"))
    approved(one(person(), "临时救助", amount=Decimal("0.01"), fund="区级财政"))
    with pytest.raises(Refusal, match=r"已发0[.]00元，拟发和已批准1,000[.]01元，超出0[.]01元"):
        approved(one(person(), "临时救助", amount=Decimal("0.01"), fund="区级财政"))


def test_a_budget_that_another_list_overran_holds_up_no_list_that_it_does_not_pay(one, person, plan):
    plan(100)
    one(person(), "临时救助", amount=Decimal(500), fund="区级财政")
    approved(one(person(), "临时救助", amount=Decimal(500), fund="社会捐赠"))
    approved(one(person(), "门诊医疗补助", amount=Decimal(500), fund="区级财政"))
    approved(one(person(), "临时救助", amount=Decimal(500), fund="区级财政", year=2021))


def test_what_was_struck_off_is_committed_no_longer(one, person, plan):
    plan(100)
    made = one(person(), "临时救助", amount=Decimal(60), fund="区级财政")
    with journal.entry("取消", USER):
        cancel(made, "重复")
    (line,) = budgets.budget_lines(2020)
    assert (line.committed, line.left, line.share) == (0, 100, 0)


def test_the_sheet_goes_by_programme_and_source_and_its_years_are_the_newest_first(one, plan):
    plan(100, 2019)
    plan(100, fund="省级财政", programme="临时救助")
    plan(100, fund="中央财政", programme="临时救助")
    plan(100, programme="优待金")
    assert budgets.budget_years() == [2020, 2019]
    assert [(line.programme, line.fund) for line in budgets.budget_lines(2020)] == [
        ("优待金", "区级财政"),
        ("临时救助", "中央财政"),
        ("临时救助", "省级财政"),
    ]


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"year": None}, "year"), ({"fund": " "}, "fund"), ({"programme": "没有"}, "programme"), ({"planned": Decimal(0)}, "planned")],
)  # fmt: skip
def test_what_no_budget_can_be(facts, field):
    good = {"year": 2020, "fund": "区级财政", "programme": "临时救助", "planned": Decimal("0.01")}
    assert not list(Budget(**good).rules())
    assert {name for name, _ in Budget(**good | facts).rules()} == {field}
