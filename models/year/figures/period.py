"""The period that figures are asked for: all of a year, or up to the end of a month, as in a half-yearly report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Any

from peewee import Expression, fn

from models.core.dates import this_day
from models.ledger.years import in_year

LAST_MONTH = 12  # the last month of a whole year


def last_day_counted(year: int, until: int = LAST_MONTH) -> date:
    """The last day that is counted of a year, or of its months up to one; no day that is still to come."""
    last = date(year, until, monthrange(year, until)[1])
    return min(last, max(this_day(), date(year, 1, 1)))


def up_to(day: Any, last: date) -> Expression:
    """The condition that a day is not after the last one that is counted; as far as it is known, and none is not."""
    return Expression(fn.COALESCE(day, "").coerce(False), "<=", last.isoformat())


def day_field_of(model: Any) -> Any | None:
    """By which day a record belongs to a part of the year; None for what belongs to no day, as people on file."""
    days = [getattr(model, name) for name in model.COUNTED_ON if name in model._meta.fields]
    return fn.COALESCE(*days) if len(days) > 1 else next(iter(days), None)


def of_year(model: Any, year: int) -> Iterator[Expression]:
    """The condition that a record belongs to the year; none where it belongs to no day."""
    day = day_field_of(model)
    if "year" in model._meta.fields:
        yield model.year == year
    elif day is not None:
        yield in_year(day, year)
