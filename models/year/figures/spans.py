"""Spans 时段: days between two that any figure may be asked for, by a name, as 上半年, or as the office's own 疫情期间, or without one."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import Expression, fn

from models.core.dates import PartDate, this_day
from models.core.record import Day, Record, Refusal, Text
from models.year.figures.definitions import Counted, Definition
from models.year.figures.period import day_field_of

HALVES = {"上半年": (1, 6), "下半年": (7, 12)}  # the first and the last month
UNSAID_DAYS = (
    "-99-99"  # behind a day of which only year or month is known, so that it comes after all that is known
)


class SpanOfDays(Record):
    """One span by its name; both days belong to it."""

    NOUN = "时段"
    NAMED_BY = "name"
    EXPORTED = "spans"
    TIMELESS = "本单位的设置"

    name = Text("时段名称", unique=True)
    first = Day("起始日期")
    last = Day("终止日期")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请给这个时段起一个名称，如疫情期间"
        for name in ("first", "last"):
            if (day := getattr(self, name)) is None or not day.day:
                yield name, f"请填写{self.labels()[name]}，到日为止，如2020-01-23"
        if self.first and self.last and self.last.before(self.first):
            yield "last", "终止日期早于起始日期"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if SpanOfDays.get_or_none(SpanOfDays.name == self.name, SpanOfDays.id != (self.id or 0)):
            yield "name", f"已有名为“{self.name}”的时段，请换一个名称"

    @property
    def ends(self) -> tuple[PartDate, PartDate]:
        """The first and the last day of a span that keeps its rules."""
        assert self.first
        assert self.last
        return self.first, self.last

    @property
    def said(self) -> str:
        """2020年1月23日至2020年4月8日, behind its name where it has one."""
        days = "至".join(each.chinese() for each in self.ends)
        return f"{self.name}（{days}）" if self.name else days

    def year_before(self) -> SpanOfDays:
        """The same days of the year before."""
        first, last = (_year_before(each) for each in self.ends)
        return SpanOfDays(name=self.name, first=first, last=last)


def span_names() -> list[str]:
    """Both halves of a year, and what the office calls its spans, the latest first."""
    own = SpanOfDays.select().order_by(SpanOfDays.first.desc(), SpanOfDays.name)
    return list(dict.fromkeys((*HALVES, *(each.name for each in own))))


def spans_of_year(year: int) -> dict[str, SpanOfDays]:
    """Both halves of a year and the office's spans, by name; one that the office calls like a half is meant before it."""
    halves = [
        SpanOfDays(name=name, first=PartDate(year, first, 1), last=PartDate(year, last, monthrange(year, last)[1]))
        for name, (first, last) in HALVES.items()
    ]  # fmt: skip
    return {each.name: each for each in (*halves, *SpanOfDays.select())}


def chosen_days(first: str, last: str) -> SpanOfDays:
    """The span from one day to another as somebody writes them; raises ``Refusal`` where they make none."""
    try:
        begun, over = (PartDate.parse(words) if words else None for words in (first, last))
    except ValueError as error:
        raise Refusal("起止日期看不懂，请写成 2020-01-23") from error
    span = SpanOfDays(first=begun, last=over)
    for message in (message for field, message in span.rules() if field != "name"):
        raise Refusal(message)
    return span


def _year_before(day: PartDate) -> PartDate:
    return PartDate(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))


def within(day: Any, span: SpanOfDays) -> Expression:
    """The condition that a day surely lies in a span: one of which only the month is known does when all of the month does."""
    begun = fn.SUBSTR(day, 1, 10).coerce(False)
    whole = fn.SUBSTR(fn.PRINTF(f"%s{UNSAID_DAYS}", day), 1, 10).coerce(False)
    return (begun >= str(span.first)) & (whole <= str(span.last))


def spanned(definition: Definition, span: SpanOfDays) -> Definition:
    """A figure of a year asked for a span alone: of its rows those whose day surely lies in it; what has no day stays as it is."""
    return replace(
        _over(definition, span), key=f"{definition.key}@{span.name}", text=f"{span.name}{definition.text}"
    )


def over_span(definition: Definition, span: SpanOfDays) -> Definition:
    """A figure of all days of a span, whichever years they belong to."""
    first, last = span.ends
    return _over(definition, span, range(first.year, last.year + 1))


def told_by_days(definition: Definition) -> bool:
    """Whether a span can be told of a figure: each of its records belongs to a day, or stood so at the end of one."""
    return all(each.standing or _day(each) is not None for each in definition.sources)


def _over(definition: Definition, span: SpanOfDays, years: range | None = None) -> Definition:
    first, *others = (_spanned(each, span, years) for each in definition.sources)
    return replace(definition, where=first.where, standing=first.standing, looks=True, also=tuple(others))


def _spanned(counted: Counted, span: SpanOfDays, years: range | None) -> Counted:
    """What is counted, within a span: of the year that is asked for, or of these."""
    day, standing = _day(counted), counted.standing
    if standing is not None:
        return counted._replace(standing=lambda _: standing(min(span.ends[1].latest(), this_day())))
    if day is None:
        return counted

    def where(year: int) -> Iterator[Expression]:
        yield reduce(
            or_, (reduce(and_, (counted.model.id > 0, *counted.where(each))) for each in years or [year])
        )
        yield within(day, span)

    return counted._replace(where=where, looks=True)


def _day(counted: Counted) -> Any | None:
    return counted.day or day_field_of(counted.model)
