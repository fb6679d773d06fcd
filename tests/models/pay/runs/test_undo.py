"""Runs and the journal: what may be turned back, and by whom a run may be taken further."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.office import roles
from models.pay.returns import returns
from models.pay.runs import bank_files, drawing_up, runs, steps
from models.pay.runs.runs import PayLine, PayOutcome, PayRun
from models.payments.payment import Payment
from models.undo.undo import undo
from tests.models.pay.conftest import USER

OTHER = "李明"
MONTH = PartDate(2019, 9)


@pytest.fixture
def run(granted, person):
    granted(someone=person(name="甲"), kind="带病回乡退役军人", category="", grade="", nature="")
    return finish(drawing_up.draw_up_run(MONTH, MONTH, USER))


def last_entry():
    return journal.Entry.select().order_by(journal.Entry.number.desc()).get().number


def again(run):
    return PayRun.get_by_id(run.id)


def test_drawing_up_is_turned_back_with_its_lines(run):
    undo(last_entry(), USER)
    assert (PayRun.select().count(), PayLine.select().count()) == (0, 0)
    assert finish(drawing_up.draw_up_run(MONTH, MONTH, USER)).people == 1


def test_a_check_is_turned_back_before_the_next_step_only(run):
    finish(steps.check_run(run, OTHER))
    undo(last_entry(), OTHER)
    assert again(run).state == "编制"
    finish(steps.check_run(again(run), OTHER))
    checked = last_entry()
    steps.approve_run(again(run), OTHER)
    with pytest.raises(Refusal, match="后来又在"):
        undo(checked, OTHER)


def test_a_drawing_up_that_was_checked_is_not_turned_back(run):
    drawn = last_entry()
    finish(steps.check_run(run, OTHER))
    with pytest.raises(Refusal):
        undo(drawn, USER)
    assert again(run).state == "复核"


def test_results_are_turned_back_with_their_payments_until_the_run_is_settled(run):
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    steps.pay_run(run, USER, PartDate(2019, 9, 25))
    returns.pay_by_hand(run, bank_files.payees(run), USER)
    told = last_entry()
    undo(told, USER)
    assert (Payment.select().count(), PayOutcome.select().count(), again(run).state) == (0, 0, "发放")
    run = again(run)
    returns.pay_by_hand(run, bank_files.payees(run), USER)
    steps.settle_run(run, USER)
    with pytest.raises(Refusal):
        undo(last_entry(), USER)
    with pytest.raises(Refusal):
        undo(last_entry() - 1, USER)
    assert again(run).state == "结清"
    assert journal.chain_faults() == []


@pytest.mark.parametrize(
    ("role", "may_check", "may_approve"),
    [("录入", False, False), ("审核", True, False), ("审批", True, True)],
)
def test_who_may_check_and_approve(run, role, may_check, may_approve):
    roles.give(OTHER, role, USER)
    if may_check:
        finish(steps.check_run(run, OTHER))
    else:
        with pytest.raises(Refusal, match="权限"):
            finish(steps.check_run(run, OTHER))
        finish(steps.check_run(again(run), "赵红"))
    if may_approve:
        steps.approve_run(again(run), OTHER)
    else:
        with pytest.raises(Refusal, match="权限"):
            steps.approve_run(again(run), OTHER)
    assert runs.runs()[0].state == ("审批" if may_approve else "复核")
