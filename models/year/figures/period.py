"""The period that figures are asked for: all of a year, or up to the end of a month, as in a half-yearly report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import Expression, fn

from models.ledger.years import in_year

LAST_MONTH = 12  # the last month of a whole year


def up_to(day: Any, month: int) -> Expression:
    """The condition that a day of the year is not after that month; one of which no month is known is counted."""
    return Expression(fn.COALESCE(fn.SUBSTR(day, 6, 2), "").coerce(False), "<=", f"{month:02d}")


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
