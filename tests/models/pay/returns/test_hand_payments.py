"""Lines of a run that were paid otherwise: each is entered by itself, and taken back by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.journal import Entry
from models.core.record import Refusal
from models.pay.returns import hand_payments, returns
from models.pay.runs import runs, steps
from models.pay.runs.run_doubts import told_unpaid, unpaid
from models.pay.runs.runs import LineKind, PayOutcome
from models.payments.payment import REGULAR, Payment
from tests.models.pay.conftest import USER


def by_hand(run, lines):
    return returns.pay_by_hand(run, hand_payments.hand_paid_payees(run, lines), USER)


def paid_months():
    return [str(each.month) for each in Payment.select().order_by(Payment.month)]


def test_one_line_of_somebody_is_paid_otherwise_and_the_others_still_wait(payee, paid):
    payee("甲", 1), payee("乙", 2)
    run = paid("2019-08", "2019-09")
    first, *others = runs.lines_of(run, LineKind.DUE)
    assert by_hand(run, [first]) == 1
    assert paid_months() == [str(first.month)]
    assert len(steps.unanswered(run)) == len(others)
    by_hand(run, others)
    steps.settle_run(run, USER)


def test_a_line_is_taken_back_alone_with_its_payment_and_entered_anew(payee, paid):
    payee("甲", 1)
    run = paid("2019-08", "2019-09")
    lines = runs.lines_of(run, LineKind.DUE)
    by_hand(run, lines)
    wrong = hand_payments.hand_paid(run, lines[:1])
    hand_payments.take_back_hand_payments(run, wrong, USER)
    assert paid_months() == ["2019-09"]
    assert [line.id for line in steps.unanswered(run)] == [lines[0].id]
    assert Entry.select().order_by(Entry.number.desc()).get().title.endswith("甲，合计600.00元")
    by_hand(run, lines)
    assert PayOutcome.select().count() == 2
    steps.settle_run(run, USER)
    with pytest.raises(Refusal, match="结清"):
        hand_payments.take_back_hand_payments(run, hand_payments.hand_paid(run, lines), USER)


def test_what_the_bank_said_is_not_taken_back(tmp_path, payee, paid):
    from tests.models.pay.runs.conftest import answer

    payee("甲", 1)
    run = paid("2019-09")
    returns.apply_return(returns.read_return(run, answer(tmp_path / "回盘.xlsx", run)), USER)
    assert hand_payments.hand_paid(run, runs.lines_of(run, LineKind.DUE)) == []


def test_who_was_not_computed_and_is_paid_otherwise_is_unpaid_no_more(payee, paid):
    payee("甲", 1), payee("缺", 2, approved=None)
    run = paid("2019-09")
    (line,) = runs.lines_of(run, LineKind.NOT_RECKONED)
    assert hand_payments.hand_paid_payees(run, [line]) == []
    assert told_unpaid(unpaid(run)) == "还有1人没有发到：未计算1人（缺）"
    money = Payment(
        person=line.person,
        identity=line.identity,
        month=line.month,
        item="生活补助",
        amount=Decimal(1),
        programme=REGULAR,
    )
    with journal.entry("登记发放", USER):
        money.save()
    assert unpaid(run) == []
