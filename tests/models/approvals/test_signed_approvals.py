"""What was agreed to stays what it was until the signature is taken back, and comes back only as it was."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.approvals.approval import Approval
from models.core import journal
from models.core.record import Refusal
from models.office import roles
from models.undo.undo import undo
from tests.models.approvals.conftest import USER, signed

CLERK = "小李"


@pytest.fixture
def agreed(case):
    roles.give(CLERK, "录入", USER)
    made = signed(signed(case(asked=Decimal(3000)), 0), 1)
    return signed(made, 2)


def write(approval, user, **facts):
    with journal.entry("修改", user):
        approval = Approval.get_by_id(approval.id)
        for name, value in facts.items():
            setattr(approval, name, value)
        approval.save()
    return journal.last_number()


def test_what_was_granted_is_not_raised_by_anybody(agreed):
    for user in (CLERK, USER):
        with pytest.raises(Refusal, match="已经同意，内容不能再改动"):
            write(agreed, user, granted=Decimal(90_000))
    write(agreed, CLERK, handler="小王")


def test_nobody_agrees_without_the_right_to_or_takes_that_back(agreed, case, person):
    with pytest.raises(Refusal, match="权限"):
        write(agreed, CLERK, state="办理中")
    other = case("临时救助", person(name="李四"), asked=Decimal(3000))
    for user, words in ((CLERK, "权限|没有人签署"), (USER, "没有人签署")):
        with pytest.raises(Refusal, match=words):
            write(other, user, state="同意")


def test_a_decision_that_was_taken_back_comes_back_only_as_it_was(agreed):
    undo(journal.last_number(), USER)
    taken_back = journal.last_number()
    with pytest.raises(Refusal):
        undo(taken_back, CLERK)
    raised = write(agreed, CLERK, asked=Decimal(90_000))
    with pytest.raises(Refusal, match=r"已经不同|不能单独撤销"):
        undo(taken_back, USER)
    undo(raised, CLERK)
    undo(taken_back, USER)
    assert Approval.get_by_id(agreed.id).granted == 3_000
