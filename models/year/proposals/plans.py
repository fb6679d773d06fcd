"""Plans 下一步打算: figures of the tasks and the coming events of the time that follows what a document tells of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from peewee import SQL, Expression

from models.core.dates import this_day
from models.forecast import personal_events
from models.forecast.coming_events import ComingEvent, EventMatter
from models.ledger.tasks import Task
from models.people.person import Person
from models.year.figures.definitions import Definition, StandingOn
from models.year.figures.period import LAST_MONTH, last_day_counted

PLANS_SECTION = "下一步打算"
TASKS_KEY, TASKS_NAME = "plans.tasks", "接下来要办的双拥任务"
EVENT_PLANS = (
    (EventMatter.SIXTY, "plans.sixty", "将满60周岁的"),
    (EventMatter.EIGHTEEN, "plans.eighteen", "将满18周岁的三属"),
    (EventMatter.EIGHTY, "plans.eighty", "将满80周岁的"),
    (EventMatter.CERTIFICATE, "plans.certificates", "证件将到期的"),
    (EventMatter.REVIEW, "plans.reviews", "应重新评定残疾等级的"),
)
PLAN_NAMES = {TASKS_KEY: TASKS_NAME} | {key: text for _, key, text in EVENT_PLANS}


class ComingTime(NamedTuple):
    """The time that follows: the other half of the year, or the next one, without the days that are past already."""

    name: str
    year: int
    first: date
    last: date


def coming_time(year: int, until: int = LAST_MONTH) -> ComingTime:
    """What follows a year, or its months up to one."""
    told = date(year, 12, 31) if until == LAST_MONTH else last_day_counted(year, until)
    coming = year + 1 if until == LAST_MONTH else year
    begins = max(told + timedelta(days=1), this_day() + timedelta(days=1))
    return ComingTime("下半年" if coming == year else f"{coming}年", coming, begins, date(coming, 12, 31))


def plan_definitions(time: ComingTime) -> Iterator[Definition]:
    """The figures of that time: its open tasks, and to how many people something will happen in it."""
    yield Definition(TASKS_KEY, "N1", PLANS_SECTION, TASKS_NAME, "项", Task, standing=_tasks(time), kept_by_all=False)  # fmt: skip
    events = list(_events(time)) if time.first <= time.last else []
    for number, (matter, key, text) in enumerate(EVENT_PLANS, start=2):
        whom = _people(event for event in events if event.matter == matter)
        yield Definition(
            key, f"N{number}", PLANS_SECTION, text, "名", Person, standing=whom, kept_by_all=False
        )


def _tasks(time: ComingTime) -> StandingOn:
    return lambda _: (Task.year == time.year, Task.done.is_null(True) | (Task.done == False))  # noqa: E712


def _events(time: ComingTime) -> Iterator[ComingEvent]:
    for source in (
        personal_events.birthdays_to_come,
        personal_events.certificates_to_come,
        personal_events.reviews_to_come,
    ):
        yield from source(time.first, time.last)


def _people(events: Iterable[ComingEvent]) -> StandingOn:
    """The condition that it happens to somebody; there may be more than a statement takes parameters."""
    ids = json.dumps(sorted({event.person for event in events if event.person is not None}))

    def where(_: date) -> Iterator[Expression]:
        yield Expression(Person.id, "IN", SQL("(SELECT value FROM json_each(?))", [ids]))

    return where
