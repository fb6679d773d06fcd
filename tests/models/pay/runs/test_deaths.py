"""What was paid after a death, told by the sentinel: to the fen what an independent reckoning and the next run say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.deaths import sentinel
from models.deaths.after_death import after_death
from models.deaths.overpaid import overpaid
from models.deaths.sentinel import DeathMatch
from models.pay.returns import returns
from models.pay.runs import drawing_up, runs, steps
from models.pay.runs.runs import LineKind
from models.people.identity import BankAccount
from models.people.person import Person
from tests import factories
from tests.models.pay.conftest import USER
from tests.scenarios import oracle

OTHER = "李明"
YEARLY = Decimal("10000.10")  # twelve unequal months


def run_of(first, last):
    """Draw a run up, and take it to its end: everybody was paid."""
    made = finish(drawing_up.draw_up_run(PartDate.parse(first), PartDate.parse(last), USER))
    finish(steps.check_run(made, OTHER))
    steps.approve_run(made, OTHER)
    steps.pay_run(made, USER, PartDate(2020, 12, 20))
    payees = _payees(made)
    assert bool(returns.pay_by_hand(made, payees, USER)) == bool(payees)
    return made


def _payees(run):
    from models.pay.runs import bank_files

    return bank_files.payees(run)


@pytest.mark.parametrize(("died", "months"), [(date(2020, 5, 31), range(6, 9)), (date(2020, 7, 1), range(8, 9)), (date(2020, 8, 2), ())])  # fmt: skip
def test_the_overpaid_sum_is_the_oracle_s_and_what_the_next_run_claims_back(
    granted, person, standard, died, months
):
    standard(YEARLY, grade="六级")
    made = granted("2015-03-04", someone=person(name="故某"), grade="六级", nature="因公")
    with journal.entry("账号", USER):
        BankAccount(person=made.person, identity=made, bank="青海银行", holder="故某", account=factories.card_number(7)).save()  # fmt: skip
    run_of("2020-01", "2020-08")
    row = oracle.Row("伤残人员", "六级", "年", YEARLY, date(2000, 1, 1), date(2100, 1, 1))
    life = oracle.Life("伤残人员", "六级", 0, date(2015, 3, 4), 0)
    expected = sum((oracle.due(life, [row], 2020, month, 0) for month in months), Decimal(0))
    match = DeathMatch(
        person=made.person, file="名单.xlsx", how="号码一致", state="待核实", listed_name="故某"
    )
    with journal.entry("身后止付", USER):
        match.save()
        sentinel.stop_dead(match, PartDate.of(died), USER)
    assert DeathMatch.get().amount == expected
    assert len(overpaid(made.person, PartDate.of(died)).months) == len(months)
    following = finish(drawing_up.draw_up_run(PartDate(2020, 9), PartDate(2020, 9), USER))
    claimed = -sum((line.amount for line in runs.lines_of(following, LineKind.CLAIMED)), Decimal(0))
    assert claimed == expected


@pytest.mark.parametrize("given_back", [Decimal(0), Decimal("2500.02")])
def test_what_was_overpaid_is_taken_back_once_by_the_run_or_by_the_family(
    granted, person, standard, given_back
):
    paid_by = standard(YEARLY, grade="六级")
    made = granted("2015-03-04", someone=person(name="故某"), grade="六级", nature="因公")
    with journal.entry("账号", USER):
        BankAccount(person=made.person, identity=made, bank="青海银行", holder="故某", account=factories.card_number(7)).save()  # fmt: skip
    run_of("2020-01", "2020-08")
    match = DeathMatch(
        person=made.person, file="名单.xlsx", how="号码一致", state="待核实", listed_name="故某"
    )
    with journal.entry("身后止付", USER):
        match.save()
        sentinel.stop_dead(match, PartDate(2020, 5, 31), USER)
    match.recovered = given_back or None
    with journal.entry("追回，提标", USER):
        match.save()
        paid_by.amount += Decimal(1200)  # 100 yuan a month for the five months he lived
        paid_by.save()
    following = run_of("2020-09", "2020-09")
    taken = -sum((line.amount for line in runs.lines_of(following, LineKind.DEDUCTED)), Decimal(0))
    assert taken == (0 if given_back else 500)
    case = DeathMatch.get()
    assert (case.taken, case.left) == (taken, case.amount - given_back - taken)
    assert after_death(Person.get()).left == case.left
    case.recovered = case.amount - taken + Decimal("0.01")
    assert "追回金额多于多发的" in case.problems()["recovered"]
