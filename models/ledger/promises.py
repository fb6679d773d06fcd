"""Promises 承诺: what the office told somebody that it would do, until when, and how it was kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from peewee import Check, ForeignKeyField

from models.core.dates import this_day
from models.core.record import Day, Record, Text
from models.core.states import State
from models.ledger import years
from models.people.outsiders import AboutSomebody, Outsider, one_recipient, with_recipients
from models.people.person import Person


class PromiseState(State):
    """What became of a promise."""

    OPEN = "未兑现"
    OVERDUE = "已超期"
    KEPT = "已兑现"


class Promise(AboutSomebody, Record):
    """One thing that somebody was promised; a wish raised at a visit has its own steps (``models.visits.wishes``)."""

    NOUN = "承诺"
    NAMED_BY = "words"
    COUNTED = "承诺"
    REGISTER = "双拥台账·承诺"
    SINCE = ("day",)
    LATER = {"kept_on": {"outcome": ""}}
    WHOSE = "对谁承诺"

    person_id: int | None
    person = ForeignKeyField(Person, backref="promises", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="promises", null=True, on_delete="RESTRICT")
    day = Day("承诺日期", index=True)
    words = Text("承诺事项")
    promised_by = Text("承诺人")
    due = Day("兑现期限")
    kept_on = Day("兑现日期")
    outcome = Text("兑现情况")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)')]

    @property
    def state(self) -> PromiseState:
        if self.kept_on is not None:
            return PromiseState.KEPT
        return PromiseState.OVERDUE if self.overdue() else PromiseState.OPEN

    def overdue(self, today: date | None = None) -> bool:
        """Whether it should have been kept and was not."""
        late = self.due is not None and self.due.latest() < (today or this_day())
        return bool(self.kept_on is None and late)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from one_recipient(self, "对谁承诺的")
        yield from years.needs_day(self, self.day)
        if not self.words.strip():
            yield "words", "请写明答应了什么"
        if self.kept_on is not None and self.kept_on.earliest() > this_day():
            yield "kept_on", f"兑现日期{self.kept_on.chinese()}还没有到"
        for name in ("due", "kept_on"):
            if self.day is not None and (after := getattr(self, name)) is not None and after.before(self.day):
                yield name, f"{self.labels()[name]}{after.chinese()}早于承诺日期{self.day.chinese()}"


def open_promises() -> list[Promise]:
    """What was promised and not yet kept, the one that is due first."""
    found: Any = with_recipients(Promise).where(Promise.kept_on.is_null(True))
    return sorted(found, key=lambda each: (each.due.latest() if each.due else date.max, each.id))


def overdue_promises(today: date | None = None) -> list[int]:
    """The ids of the people on file who wait for longer than they were told."""
    return sorted({each.person_id for each in open_promises() if each.overdue(today) and each.person_id})
