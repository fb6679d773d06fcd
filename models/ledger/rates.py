"""Rates 百分百指标: how many had a due, and how many got it; the “五个100%” of the yearly report are such a list.

A rate is entered as done and due, or asked of the archive by one of ``SOURCES`` each time it is shown; only what the files
hold can be asked. Whether somebody fulfils the conditions of 低保 they do not hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from peewee import Check, Expression, ModelSelect, fn

from models.core.record import Count, Record, Text
from models.ledger import years
from models.payments.payment import Payment
from models.people.identity import RECEIVING, Identity
from models.people.person import Person

UNINSURED = ("", "无")


class Rate(Record):
    """One rate of a year: entered as done and due, or (``source`` not empty) asked of the archive each time it is shown."""

    NOUN = "百分百指标"
    NAMED_BY = "name"
    COUNTED = "百分百指标"
    SINCE = ("year",)

    year = Count("年度", index=True)
    position = Count("序号", ours=True)
    name = Text("指标")
    source = Text("取数办法", ours=True)  # '' = entered; otherwise a key of SOURCES
    done = Count("已落实人数")
    due = Count("应落实人数")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('"done" >= 0'), Check('"due" >= 0')]

    @property
    def rate(self) -> str:
        """In percent, to one place where it is not whole and never rounded up; nothing while nobody was due."""
        if not self.due or self.done is None:
            return ""
        share = self.done * 1000 // self.due
        return f"{share // 10}.{share % 10}%" if share % 10 else f"{share // 10}%"

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_year(self.year)
        if not self.name.strip():
            yield "name", "请填写指标名称"
        if self.source:
            if self.source not in SOURCES:
                yield "source", f"没有“{self.source}”这种取数办法"
            return
        if self.done is None or self.done < 0:
            yield "done", "请填写已落实人数"
        if self.due is None or self.due < 0:
            yield "due", "请填写应落实人数"
        elif self.done is not None and self.done > self.due:
            yield "done", f"已落实{self.done}人多于应落实{self.due}人"


@dataclass(frozen=True, slots=True)
class Source:
    """A rate as two questions to the archive: who has the due, and which of them got it."""

    words: str
    due: Callable[[int], Expression]
    done: Callable[[int], Expression]


@dataclass(frozen=True, slots=True)
class Standing:
    """A rate of a year as it stands now."""

    rate: Rate
    done: int
    due: int

    @property
    def name(self) -> str:
        return self.rate.name

    @property
    def shown(self) -> str:
        """The percentage, cut off and never rounded up to 100%; nothing where nobody has a due."""
        return percentage(self.done, self.due) if self.due else ""

    def missing(self) -> ModelSelect[Person] | None:
        """The people who have a due and did not get it; None where the numbers were entered."""
        source = SOURCES.get(self.rate.source)
        if source is None or self.rate.year is None:
            return None
        got = Person.select(Person.id).where(source.done(self.rate.year))
        people = Person.select().where(source.due(self.rate.year), Person.id.not_in(got))
        return people.order_by(Person.file_no, Person.id)


def percentage(part: int | Decimal, whole: int | Decimal) -> str:
    """A part in per cent of the whole, which is more than nothing, to a tenth; cut off and never rounded up to 100%."""
    tenths = int(part * 1000 // whole)
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"


def rates_of_year(year: int) -> list[Standing]:
    """The rates of a year in the office's order."""
    query = Rate.select().where(Rate.year == year)
    return [standing(rate) for rate in query.order_by(Rate.position.is_null(), Rate.position, Rate.id)]


def standing(rate: Rate) -> Standing:
    """A rate as it stands now: as entered, or asked of the archive."""
    source = SOURCES.get(rate.source)
    if source is None or rate.year is None:
        return Standing(rate, rate.done or 0, rate.due or 0)
    due = Person.select().where(source.due(rate.year))
    return Standing(rate, due.where(source.done(rate.year)).count(), due.count())


def _living(year: int) -> Expression:
    return Person.died.is_null(True)


def _entitled(year: int) -> Expression:
    paid = Identity.select(Identity.person).where(Identity.state == RECEIVING)
    return Person.died.is_null(True) & Person.id.in_(paid)


def _insured(year: int) -> Expression:
    return Person.insurance.not_in(UNINSURED)


def _paid(year: int) -> Expression:
    day: Any = fn.COALESCE(Payment.paid_on, Payment.month)
    paid = Payment.select(Payment.person).where(Payment.person.is_null(False), years.in_year(day, year))
    return Person.id.in_(paid)


SOURCES = {
    "paid": Source("在世且享受待遇的，当年有发放记录的", _entitled, _paid),
    "insured": Source("在世的，登记有医疗保障的", _living, _insured),
}
