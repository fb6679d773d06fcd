"""What was checked or approved of a run is what is paid: four eyes are on these lines, and no signature comes back of itself."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.journal import Change
from models.core.record import Refusal
from models.office import roles
from models.pay.returns import returns
from models.pay.runs import bank_files, drawing_up, steps
from models.pay.runs.runs import PayRun, RunState
from models.payments.payment import Payment
from models.people.identity import BankAccount
from models.undo import restore
from models.undo.undo import undo
from tests.models.pay.conftest import USER

CHECKER, RIVAL = "李明", "赵红"
MONTH, PAID_ON = PartDate(2019, 9), PartDate(2019, 9, 25)


@pytest.fixture
def run(granted, person):
    someone = person(name="甲")
    granted(someone=someone, kind="带病回乡退役军人", category="", grade="", nature="")
    with journal.entry("登记账号", USER):
        BankAccount(person=someone, bank="农行", account="6228480012345678901").save()
    return finish(drawing_up.draw_up_run(MONTH, MONTH, USER))


def last():
    return journal.Entry.select().order_by(journal.Entry.number.desc()).get().number


def again(run):
    return PayRun.get_by_id(run.id)


def approved(run):
    finish(steps.check_run(run, CHECKER))
    steps.approve_run(again(run), CHECKER)
    return again(run)


def with_another_account(user):
    with journal.entry("改账号", user):
        account = BankAccount.get()
        account.account = "6228480099999999999"
        account.save()
    return finish(drawing_up.draw_up_run(MONTH, MONTH, user))


def change_of(entry, table="pay_run"):
    return Change.get(Change.entry == entry, Change.table == table)


def test_a_sending_back_that_is_undone_revives_no_approval_of_a_colleague(run):
    roles.give(RIVAL, "审批", USER)
    run = approved(run)
    steps.send_back(run, RIVAL, "账号要改")
    sent_back = last()
    run = with_another_account(RIVAL)
    with pytest.raises(Refusal):
        undo(sent_back, RIVAL)
    assert (again(run).state, again(run).approved_by) == (RunState.DRAWN, "")
    with pytest.raises(Refusal):
        steps.pay_run(again(run), RIVAL, PAID_ON)


def test_the_signer_himself_takes_his_sending_back_back_while_the_lines_are_those_that_he_signed(run):
    run = approved(run)
    steps.send_back(run, CHECKER, "再看")
    undo(last(), CHECKER)
    assert (again(run).state, again(run).approved_by) == (RunState.APPROVED, CHECKER)
    steps.send_back(again(run), CHECKER, "再看")
    sent_back = last()
    with_another_account(USER)
    with pytest.raises(Refusal, match=r"已经不同|不能单独撤销"):
        undo(sent_back, CHECKER)
    assert again(run).state == RunState.DRAWN


def test_a_check_is_redone_by_the_checker_alone_and_of_the_same_lines(run):
    finish(steps.check_run(run, CHECKER))
    undo(last(), USER)
    taken_back = last()
    with pytest.raises(Refusal, match="不能代替本人签署"):
        undo(taken_back, RIVAL)
    undo(taken_back, CHECKER)
    assert (again(run).state, again(run).checked_by) == (RunState.CHECKED, CHECKER)


def test_a_field_that_is_restored_gives_no_signature_back(run):
    run = approved(run)
    steps.send_back(run, RIVAL, "账号要改")
    sent_back = last()
    for column in ("state", "approved_by", "signed_hash"):
        try:
            restore.restore_field(change_of(sent_back), column, RIVAL)
        except Refusal:
            continue
    with pytest.raises(Refusal):
        steps.pay_run(again(run), RIVAL, PAID_ON)
    assert again(run).state == RunState.DRAWN


def test_a_run_that_was_thrown_away_comes_back_as_it_was_drawn_up_and_unsigned(run):
    steps.drop_run(run, USER)
    restore.bring_back(change_of(last()), USER)
    assert PayRun.get().state == RunState.DRAWN


def test_no_state_is_reached_but_by_its_step(run):
    for state in (RunState.APPROVED, RunState.PAID, RunState.SETTLED):
        wanted = again(run)
        wanted.state, wanted.checked_by, wanted.approved_by, wanted.signed_hash = (
            state,
            RIVAL,
            RIVAL,
            run.hash,
        )
        with pytest.raises(Refusal, match="不能直接成为"), journal.entry("绕过", RIVAL):
            wanted.save()
    for named, signed, words in (
        ("", run.hash, "没有人签署"),
        (RIVAL, "", "没有人签署"),
        (USER, run.hash, "另一个人"),
    ):
        wanted = again(run)
        wanted.state, wanted.checked_by, wanted.signed_hash = RunState.CHECKED, named, signed
        with pytest.raises(Refusal, match=words), journal.entry("绕过", named or RIVAL):
            wanted.save()


def test_whoever_draws_up_is_named_and_no_signature_is_put_in_another_name(run):
    wanted = again(run)
    wanted.drawn_by = RIVAL
    with pytest.raises(Refusal, match="是您改的"), journal.entry("改编制人", CHECKER):
        wanted.save()
    run = approved(run)
    run.approved_by = RIVAL
    with pytest.raises(Refusal, match="不能再改动"), journal.entry("改审批人", CHECKER):
        run.save()


def test_what_a_settled_run_paid_is_neither_changed_nor_deleted_by_anybody(run):
    run = approved(run)
    steps.pay_run(run, USER, PAID_ON)
    back = again(run)
    back.state = RunState.DRAWN
    with pytest.raises(Refusal, match="不能退回"), journal.entry("退回", USER):
        back.save()
    returns.pay_by_hand(again(run), bank_files.payees(run), USER)
    steps.settle_run(again(run), USER)
    for name, value in (("amount", 900), ("notes", "改过"), ("account", "1"), ("paid_on", MONTH)):
        payment = Payment.get()
        setattr(payment, name, value)
        with pytest.raises(Refusal, match="发放记录不能修改"), journal.entry("改", USER):
            payment.save()
    with pytest.raises(Refusal), journal.entry("删", USER):
        Payment.get().delete_instance()
    assert (Payment.get().amount, Payment.get().notes != "改过") == (run.total, True)
