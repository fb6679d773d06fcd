"""What waits for an officer follows from his role, and nobody is sent to what he may not sign."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.aid.oneoffs import OneOff, OneOffState
from models.approvals.approval import Approval, accept
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.office import roles
from models.own_todos import events_todo, own_todos
from models.pay.runs import drawing_up
from models.visits.visit import Visit
from models.visits.wishes import WishStep, take_wish_step
from tests.conftest import USER

TODAY = date(2026, 8, 19)  # a Wednesday
CLERK, CHECKER, CHIEF = "小李", "老张", "局长"


@pytest.fixture
def office(identity, person):
    """A month drawn up by the clerk, a matter that waits for its first level, money granted, two wishes."""
    for user, role in ((CLERK, "录入"), (CHECKER, "审核"), (CHIEF, "审批")):
        roles.give(user, role, USER)
    identity(kind="三属")
    month = PartDate(2026, 8)
    finish(drawing_up.draw_up_run(month, month, CLERK))
    someone = person(name="张三")
    with journal.entry("登记", CLERK):
        accept(Approval(person=someone, matter="丧葬补助", accepted_on=PartDate(2026, 8, 3)))
        OneOff(
            person=someone, item="临时救助", year=2026, amount=Decimal(500), state=OneOffState.DRAWN
        ).save()
        for day in (23, 24):  # the Sunday of this week, the Monday after
            visit = Visit(person=someone, day=PartDate(2026, 8, 1), occasion="八一", wishes=f"{day}日前修房")
            visit.save()
            take_wish_step(
                WishStep(
                    visit=visit,
                    day=PartDate(2026, 8, 2),
                    words="已报街道",
                    handler=CLERK,
                    due=PartDate(2026, 8, day),
                )
            )


def lines(user):
    return {todo.title: (todo.count, todo.section) for todo in own_todos(user, TODAY)}


def test_each_role_is_told_what_it_may_do(office):
    wishes = {"诉求本周到期或已超期": (1, "诉求跟踪")}
    assert lines(CLERK) == wishes
    checking = {"发放批次等您复核": (1, "发放批次"), "审批事项等您签署": (1, "审批")}
    assert lines(CHECKER) == checking | wishes
    assert lines(CHIEF) == checking | {"一次性发放等您批准": (1, "一次性发放")} | wishes


def test_nobody_checks_what_he_drew_up(office):
    roles.give(CLERK, "审核", USER)
    assert "发放批次等您复核" not in lines(CLERK)


def test_whoever_only_looks_is_sent_nowhere(office):
    roles.give("来客", "查询", USER)
    assert lines("来客") == {}


def test_this_month_s_calendar_is_counted(identity, person):
    assert events_todo(TODAY) is None
    identity(person(born=PartDate(1966, 8, 25)), kind="农村籍退役士兵", state="受理")
    assert events_todo(TODAY).section == "到期事项"
