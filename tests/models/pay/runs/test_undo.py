"""Runs and the journal: what may be turned back, and by whom a run may be taken further."""

from __future__ import annotations

import pytest

from models import proof
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal, db
from models.office import roles
from models.pay.returns import returns
from models.pay.runs import bank_files, drawing_up, line_hashes, runs, steps
from models.pay.runs.runs import PayLine, PayOutcome, PayRun
from models.payments.payment import Payment
from models.people.identity import Identity, IdentityState
from models.people.state_changes import change_state
from models.undo.undo import redoing, undo, undoing
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
    with pytest.raises(Refusal, match=r"后来有1次操作.*审批发放批次"):
        undo(checked, OTHER)


def test_a_drawing_up_that_was_checked_is_not_turned_back(run):
    drawn = last_entry()
    finish(steps.check_run(run, OTHER))
    with pytest.raises(Refusal):
        undo(drawn, USER)
    assert again(run).state == "复核"


def hand_over(run):
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    steps.pay_run(run, USER, PartDate(2019, 9, 25))


def test_what_the_bank_could_not_pay_is_turned_back_and_what_it_paid_stays(run, granted, person):
    granted(someone=person(name="乙"), kind="带病回乡退役军人", category="", grade="", nature="")
    run = finish(drawing_up.draw_up_run(MONTH, MONTH, USER))
    hand_over(run)
    one, other = bank_files.payees(run)
    reading = returns.Reading(run, "回盘", paid=[one], failed=[(other, "账号不符")])
    returns.apply_return(reading, USER)
    undone = finish(undoing(last_entry(), USER))
    assert {kept.change.table for kept in undone.kept} == {"payment", "pay_outcome", "pay_run"}
    assert [(outcome.line.name, outcome.failed) for outcome in PayOutcome.select()] == [("甲", "")]
    assert (Payment.select().count(), again(run).state) == (1, "回盘")


def test_a_return_that_nobody_was_paid_by_is_turned_back_and_done_again(run):
    hand_over(run)
    (one,) = bank_files.payees(run)
    returns.apply_return(returns.Reading(run, "回盘", paid=[], failed=[(one, "账号不符")]), USER)
    read = last_entry()
    undo(read, USER)
    assert (again(run).state, PayOutcome.select().count()) == ("发放", 0)
    finish(redoing(read, USER))
    assert (again(run).state, PayOutcome.get().failed) == ("回盘", "账号不符")
    assert line_hashes.run_faults() == []


def test_money_that_was_paid_is_put_right_by_lines_of_a_later_run_alone(run):
    hand_over(run)
    paid = last_entry()
    with pytest.raises(Refusal, match=r"发出去的钱不能撤销；多发、少发的.*以后的批次"):
        undo(paid, USER)
    returns.pay_by_hand(run, bank_files.payees(run), USER)
    with pytest.raises(Refusal, match="银行已经付成的不能撤销"):
        undo(last_entry(), USER)
    steps.settle_run(run, USER)
    with pytest.raises(Refusal, match="已经结清"):
        undo(last_entry(), USER)
    with pytest.raises(Refusal, match=r"其中第8条“读入回盘.*不能撤销：银行已经付成的"):
        undo(1, USER)
    assert (again(run).state, Payment.select().count()) == ("结清", 1)
    identity = Identity.get()
    with journal.entry("更正", USER):
        change_state(
            IdentityState(
                identity=identity,
                person=identity.person_id,
                state="停发",
                since=PartDate(2019, 8),
                reason="误发",
            )
        )
    later = finish(drawing_up.draw_up_run(PartDate(2019, 10), PartDate(2019, 10), USER))
    assert [(line.kind, line.amount) for line in later.lines if line.amount] == [("追缴", -run.total)]
    assert journal.chain_faults() == []


def test_drawing_up_anew_is_turned_back_with_the_lines_that_were(run, granted, person):
    before = list(PayLine.select().dicts())
    granted(someone=person(name="乙"), kind="带病回乡退役军人", category="", grade="", nature="")
    finish(drawing_up.draw_up_run(MONTH, MONTH, USER))
    after = list(PayLine.select().dicts())
    assert len(after) == 2
    undo(last_entry(), USER)
    assert list(PayLine.select().dicts()) == before
    finish(redoing(last_entry(), USER))
    assert list(PayLine.select().dicts()) == after
    undone = finish(
        undoing(1, USER, with_later=True)
    )  # the first person, and the runs in which he or she stands
    assert (PayRun.select().count(), PayLine.select().count()) == (0, 0)
    assert undone.along


def test_a_deleted_draft_comes_back_with_its_lines(run):
    before = list(PayLine.select().dicts())
    steps.drop_run(run, USER)
    assert PayLine.select().count() == 0
    undo(last_entry(), USER)
    assert list(PayLine.select().dicts()) == before
    assert line_hashes.run_faults() == []


def test_lines_that_an_older_program_did_not_keep_are_not_made_up(run, granted, person):
    granted(someone=person(name="乙"), kind="带病回乡退役军人", category="", grade="", nature="")
    finish(drawing_up.draw_up_run(MONTH, MONTH, USER))
    db.execute_sql('DROP TRIGGER "earlier_lines_kept_delete"')
    db.execute_sql('DELETE FROM "earlier_lines"')
    with pytest.raises(Refusal, match="以前的明细没有留下"):
        undo(last_entry(), USER)
    assert PayLine.select().count() == 2


def test_the_check_tells_of_a_head_whose_lines_are_gone(run):
    assert proof.check_archive() == []
    with journal.entry("绕过", USER):
        db.execute_sql('DELETE FROM "pay_line"')
    found = proof.check_archive()
    assert any("明细与校验码不符，请重新编制" in fault for fault in found)
    assert any("写的是1人" in fault and "明细合计0人、0.00元" in fault for fault in found)


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
