"""Own to-dos 等我办的: what waits for one officer by the rights of his role, and where it is done.

Nobody is sent to what he may not sign: of a run that he drew up himself, another one checks and approves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from peewee import fn

from models.aid.oneoffs import OneOff, OneOffState
from models.approvals import matters
from models.approvals.approval import Approval, ApprovalState, ApprovalStep, Verdict
from models.core.dates import PartDate, this_day
from models.desk import EVENTS_SECTION, WISHES_SECTION, Todo
from models.filters.filters import Filter
from models.forecast.event_calendar import events_of_months
from models.office import roles
from models.office.officers import same_officer
from models.pay.runs.runs import PayRun, RunState
from models.pay.standards.months import month_of
from models.visits.wishes import open_wishes

RUNS_SECTION, APPROVALS_SECTION, ONEOFFS_SECTION = "发放批次", "审批", "一次性发放"
# What a run that stands here waits for: whose right it is, whether another one than its drawer, and the line of the desk.
OF_RUNS = (
    (RunState.DRAWN, roles.CHECK, True, "发放批次等您复核"),
    (RunState.CHECKED, roles.APPROVE, True, "发放批次等您审批"),
    (RunState.APPROVED, roles.ENTER, False, "发放批次已审批，等着发放"),
    (RunState.PAID, roles.ENTER, False, "发放批次已发放，等着登记回盘"),
    (RunState.RETURNED, roles.ENTER, False, "发放批次已回盘，等着结清"),
)
OF_ONEOFFS = (
    (OneOffState.DRAWN, roles.APPROVE, "一次性发放等您批准"),
    (OneOffState.APPROVED, roles.ENTER, "一次性发放已批准，等着发放"),
)
TO_SIGN, WISHES_DUE, EVENTS_OF_MONTH = "审批事项等您签署", "诉求本周到期或已超期", "本月到期事项"


def own_todos(user: str, today: date | None = None) -> list[Todo]:
    """What waits for an officer, the money first; a line whose count is 0 is left out."""
    today = today or this_day()
    found = (*_runs(user), *_oneoffs(user), *_approvals(user), *_wishes(user, today))
    return [todo for todo in found if todo.count]


def events_todo(today: date | None = None) -> Todo | None:
    """What this month's calendar holds; among many people it takes longer than the rest."""
    month = month_of(PartDate.of(today or this_day()))
    count = len(events_of_months(range(month, month + 1)))
    return Todo(EVENTS_OF_MONTH, count, Filter(), EVENTS_SECTION, "件") if count else None


def _runs(user: str) -> Iterator[Todo]:
    for state, right, by_another, words in OF_RUNS:
        if roles.may(user, right):
            waiting = PayRun.select().where(PayRun.state == state)
            own = [run for run in waiting if not (by_another and same_officer(run.drawn_by, user))]
            yield Todo(words, len(own), Filter(), RUNS_SECTION, "个")


def _oneoffs(user: str) -> Iterator[Todo]:
    for state, right, words in OF_ONEOFFS:
        if roles.may(user, right):
            count = OneOff.select().where(OneOff.state == state).count()
            yield Todo(words, count, Filter(), ONEOFFS_SECTION, "笔")


def _approvals(user: str) -> Iterator[Todo]:
    """The matters whose present level the officer may sign for."""
    mine = sum(roles.may(user, right) for right in _rights_waited_for())
    yield Todo(TO_SIGN, mine, Filter(), APPROVALS_SECTION, "件")


def _rights_waited_for() -> Iterator[str]:
    """Of each open matter the right of the level that it waits for."""
    present: Any = (
        ApprovalStep.select(ApprovalStep.level, Approval.matter, fn.MIN(ApprovalStep.place))
        .join(Approval)
        .where(Approval.state == ApprovalState.OPEN, ApprovalStep.verdict != Verdict.YES)
        .group_by(ApprovalStep.approval)
    )
    for (
        level,
        matter,
        _,
    ) in present.tuples():  # of a group SQLite gives the row that the least place stands in
        levels = matters.matter(matter).levels
        yield next((each.right for each in levels if each.name == level), roles.APPROVE)


def _wishes(user: str, today: date) -> Iterator[Todo]:
    if roles.may(user, roles.ENTER):
        sunday = (today + timedelta(6 - today.weekday())).isoformat()
        limits = (getattr(visit, "due", None) for visit in open_wishes())
        due = sum(limit is not None and str(limit) <= sunday for limit in limits)
        yield Todo(WISHES_DUE, due, Filter(), WISHES_SECTION, "件")
