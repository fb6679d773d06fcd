"""The year of a record of the ledger, and the records of a year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import SQL, Expression, Function, fn

from models.core.dates import PartDate, this_day
from models.core.record import Day, Record

FIRST, FOUR = SQL("1"), SQL("4")  # as literals: an index on the year of a day knows it again by them


def year_said(field: Any) -> Any:
    """The year of a day, as far as it is known, as text."""
    return fn.SUBSTR(field, FIRST, FOUR).coerce(False)


def in_year(field: Day | Function, year: int) -> Expression:
    """The condition that a day, as far as it is known, lies in the year."""
    return Expression(year_said(field), "=", str(year))


def years_of(model: Any) -> list[int]:
    """The years in which a kind of record with a ``day`` or a ``year`` has something, newest first."""
    if "year" in model._meta.fields:
        kept: Any = model.select(model.year).where(model.year.is_null(False)).distinct()
    else:
        kept = model.select(year_said(model.day)).where(model.day.is_null(False)).distinct()
    return sorted((int(year) for (year,) in kept.tuples()), reverse=True)


def needs_day(record: Record, day: PartDate | None) -> Iterator[tuple[str, str]]:
    """What is done has a day, and not one that is still to come."""
    if day is None:
        yield "day", "请填写日期"
    elif day.earliest() > this_day():
        yield "day", f"日期{day.chinese()}还没有到，不能登记为已做"


def needs_year(year: int | None) -> Iterator[tuple[str, str]]:
    """A record without a day belongs to a year that somebody says."""
    if year is None or not 1949 <= year <= 2199:
        yield "year", "请填写年度，如2020"


def not_negative(record: Record, *names: str) -> Iterator[tuple[str, str]]:
    """No number of things or people is less than nothing."""
    for name in names:
        value = record.__data__.get(name)
        if value is not None and value < 0:
            yield name, f"{record.labels()[name]}不能是负数"
