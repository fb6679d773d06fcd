"""Wishes raised at the door 诉求: followed step by step until somebody says done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import JOIN, ForeignKeyField, fn

from models.core.dates import this_day
from models.core.record import Day, Flag, Record, Text
from models.core.states import State
from models.people.outsiders import Outsider
from models.people.person import Person
from models.visits.visit import Visit, waits

if TYPE_CHECKING:
    from peewee import ModelSelect


class WishState(State):
    """How far a wish has come."""

    OVERDUE = "已超期"
    WAITING = "办理中"
    DONE = "已办结"


class WishStep(Record):
    """What was done about a visit's wish 诉求办理: by whom, until when, and whether that settles it."""

    NOUN = "诉求办理"
    NAMED_BY = "day"
    SINCE = ("day",)

    visit_id: int
    visit = ForeignKeyField(Visit, backref="steps", on_delete="CASCADE")
    person = ForeignKeyField(
        Person, null=True, on_delete="RESTRICT"
    )  # so that it is told in the person's history
    day = Day("办理日期", index=True)
    unit = Text("承办单位")
    handler = Text("经办人")
    words = Text("办理情况")
    due = Day("办理时限")
    closes = Flag("是否办结")

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.day is None:
            yield "day", "请填写办理日期"
        elif self.day.earliest() > this_day():
            yield "day", f"办理日期{self.day.chinese()}还没有到"
        if not self.words.strip():
            yield "words", "请写明办理情况；办结的写明怎样解决的"
        if self.due is not None and self.day is not None and self.due.before(self.day):
            yield "due", "办理时限早于办理日期"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if not self.visit.wishes.strip():
            yield "visit", "这次走访没有反映诉求"
        if self.day is not None and self.visit.day is not None and self.day.before(self.visit.day):
            yield "day", f"办理日期早于走访日期{self.visit.day.chinese()}"


def take_wish_step(step: WishStep) -> None:
    """Keep a step, inside an entry; the visit says what the last one says."""
    step.person = step.visit.person
    step.save()
    follow_wish_steps(step.visit)


def drop_wish_step(step: WishStep) -> None:
    """Take a step back, inside an entry."""
    visit = step.visit
    step.delete_instance()
    follow_wish_steps(visit)


def follow_wish_steps(visit: Visit) -> None:
    """Let the visit say what its last step says: how it was handled, and whether it is done."""
    last = wish_steps_of(visit).first()
    if last is None:
        visit.done, visit.handling = False, ""
    else:
        visit.done = any(step.closes for step in wish_steps_of(visit))
        visit.handling = "；".join(filter(None, (last.unit, last.words)))
    visit.save()


def wish_steps_of(visit: Visit) -> ModelSelect[WishStep]:
    """The steps of a wish, the newest first."""
    return WishStep.select().where(WishStep.visit == visit).order_by(WishStep.day.desc(), WishStep.id.desc())


def raised() -> ModelSelect[Visit]:
    """Visits at which a wish was raised, the oldest first, each with the time limit of its newest step as ``due``."""
    due = WishStep.select(fn.MAX(WishStep.due)).where(WishStep.visit == Visit.id).alias("due")
    query: Any = Visit.select(Visit, Person, Outsider, due).join(Person, JOIN.LEFT_OUTER)
    query = query.switch(Visit).join(Outsider, JOIN.LEFT_OUTER).where(fn.TRIM(Visit.wishes) != "")
    return query.order_by(Visit.day, Visit.id)  # type: ignore[no-any-return]


def open_wishes() -> ModelSelect[Visit]:
    """Those that nobody has settled, the oldest first."""
    return raised().where(*waits())


def waiting_people() -> list[int]:
    """The ids of the people on file with an open wish."""
    query: Any = open_wishes().where(Visit.person.is_null(False)).select(Visit.person).distinct().order_by()
    return sorted(person for (person,) in query.tuples())


def age(visit: Visit, today: date | None = None) -> int:
    """For how many days a wish has waited."""
    return 0 if visit.day is None else max(0, ((today or this_day()) - visit.day.earliest()).days)


def wish_state_of(visit: Visit, due: str | None, today: date | None = None) -> str:
    """已办结, 已超期 or 办理中; ``due`` is the limit as the archive keeps it."""
    if visit.done:
        return WishState.DONE
    return (
        WishState.OVERDUE
        if due and due < (today or this_day()).isoformat()[: len(due)]
        else WishState.WAITING
    )


class Ages(NamedTuple):
    """How many open wishes there are, how many wait longer than a month and than three, how many are overdue."""

    open: int
    month: int
    quarter: int
    overdue: int


def ages(today: date | None = None) -> Ages:
    """Count the open wishes by age."""
    waiting = list(open_wishes())
    days = [age(visit, today) for visit in waiting]
    late = sum(
        wish_state_of(visit, getattr(visit, "due", None), today) == WishState.OVERDUE for visit in waiting
    )
    return Ages(len(days), sum(d > 30 for d in days), sum(d > 90 for d in days), late)
