"""What was approved once is what is paid once: nobody raises it afterwards, and no approval comes back of itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.oneoff_steps import cancel, send_back_oneoffs
from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.journal import Change
from models.core.record import Refusal
from models.merging.merging import merge
from models.office import roles
from models.payments.payment import Payment
from models.people.identity import BankAccount
from models.undo import restore
from models.undo.undo import undo
from tests.models.aid.conftest import USER, approved, paid

CLERK, LEADER = "小李", "局长"


@pytest.fixture
def one_approved(one, person):
    roles.give(CLERK, "录入", USER)
    made = one(person(), "临时救助", amount=Decimal(2_000))
    approved(made, user=LEADER)
    return made


def again(made):
    return OneOff.get_by_id(made.id)


def last():
    return journal.Entry.select().order_by(journal.Entry.number.desc()).get().number


def write(made, user, **facts):
    with journal.entry("修改", user):
        made = again(made)
        for name, value in facts.items():
            setattr(made, name, value)
        made.save()
    return last()


@pytest.mark.parametrize("user", [CLERK, LEADER])
def test_what_was_approved_is_not_raised(one_approved, user):
    with pytest.raises(Refusal, match="已经已批准，内容不能再改动"):
        write(one_approved, user, amount=Decimal(90_000))
    with pytest.raises(Refusal, match="不能再改动"), journal.entry("删除", user):
        again(one_approved).delete_instance()
    write(one_approved, user, notes="备注不是批准的内容")
    assert again(one_approved).amount == 2_000


def test_it_is_sent_back_changed_and_approved_anew(one_approved):
    with journal.entry("退回", CLERK):
        send_back_oneoffs([again(one_approved)], "金额有误")
    write(one_approved, CLERK, amount=Decimal(1_500))
    with pytest.raises(Refusal, match="批准以后"):
        paid(again(one_approved))
    approved(again(one_approved), user=LEADER)
    assert paid(again(one_approved))[0].amount == 1_500


def test_an_approval_comes_back_by_no_undoing_or_restoring(one_approved):
    with journal.entry("退回", CLERK):
        send_back_oneoffs([again(one_approved)], "金额有误")
    sent_back = last()
    write(one_approved, CLERK, amount=Decimal(90_000))
    for who in (CLERK, LEADER):
        with pytest.raises(Refusal):
            undo(sent_back, who)
    change = Change.get(Change.entry == sent_back)
    for column in ("approved_by", "signed_hash", "approved_on", "state"):
        try:
            restore.restore_field(change, column, CLERK)
        except Refusal:
            continue
    assert again(one_approved).state == "拟发"


def test_an_approval_that_was_undone_is_redone_by_nobody_else_and_only_as_it_was(one, person):
    made = one(person(), "临时救助", amount=Decimal(2_000))
    approved(made, user=LEADER)
    undo(last(), USER)
    taken_back = last()
    with pytest.raises(Refusal, match="不能代替本人签署"):
        undo(taken_back, USER)
    write(made, USER, amount=Decimal(90_000))
    with pytest.raises(Refusal, match=r"已经不同|不能单独撤销"):
        undo(taken_back, LEADER)


def test_whoever_struck_it_off_does_not_approve_it_by_undoing_that(one_approved):
    with journal.entry("取消", CLERK):
        cancel(again(one_approved), "不发")
    with pytest.raises(Refusal):
        undo(last(), CLERK)
    undo(last(), LEADER)
    assert again(one_approved).state == "已批准"


def test_the_account_is_part_of_what_was_approved(one_approved):
    with journal.entry("改账号", CLERK):
        BankAccount(person=again(one_approved).person, account="6228480012345678901").save()
    with pytest.raises(Refusal, match="账号有了变动"):
        paid(again(one_approved))


def test_files_that_become_one_leave_the_approval_what_it_was(one_approved, person):
    kept, other = person(name="张三", number="410102195006150015"), again(one_approved).person
    merge(kept, other, USER)
    assert again(one_approved).person_id == kept.id
    (payment,) = paid(again(one_approved))
    assert payment.amount == 2_000


def test_what_was_paid_once_is_not_changed_in_its_record(one_approved):
    paid(again(one_approved))
    payment = Payment.get()
    payment.amount = Decimal(90_000)
    with pytest.raises(Refusal, match="发放记录不能修改"), journal.entry("改", LEADER):
        payment.save()
    with pytest.raises(Refusal, match="不能退回"):
        write(one_approved, LEADER, state="拟发")
