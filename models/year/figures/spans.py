"""Spans 时段: days between two that the office calls by a name, as 疫情期间, which any figure may be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from peewee import Expression, fn

from models.core.record import Day, Record, Text
from models.year.figures.definitions import Counted, Definition
from models.year.figures.period import day_field_of

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


def span_names() -> list[str]:
    """What the office calls its spans, the latest first."""
    return [each.name for each in SpanOfDays.select().order_by(SpanOfDays.first.desc(), SpanOfDays.name)]


def within(day: Any, span: SpanOfDays) -> Expression:
    """The condition that a day surely lies in a span: one of which only the month is known does when all of the month does."""
    begun = fn.SUBSTR(day, 1, 10).coerce(False)
    whole = fn.SUBSTR(fn.PRINTF(f"%s{UNSAID_DAYS}", day), 1, 10).coerce(False)
    return (begun >= str(span.first)) & (whole <= str(span.last))


def spanned(definition: Definition, span: SpanOfDays) -> Definition:
    """A figure asked for a span alone: of a year's rows those whose day surely lies in it; what has no day stays as it is."""
    first, *others = (_spanned(each, span) for each in definition.sources)
    return replace(
        definition,
        key=f"{definition.key}@{span.name}",
        text=f"{span.name}{definition.text}",
        where=first.where,
        also=tuple(others),
    )


def _spanned(counted: Counted, span: SpanOfDays) -> Counted:
    day = counted.day or day_field_of(counted.model)
    if day is None:
        return counted

    def where(year: int) -> Iterator[Expression]:
        yield from counted.where(year)
        yield within(day, span)

    return counted._replace(where=where)
