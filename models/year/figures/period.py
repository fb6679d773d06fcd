"""The period that figures are asked for: all of a year, or up to the end of a month, as in a half-yearly report."""

from __future__ import annotations

from typing import Any

from peewee import Expression, fn

LAST_MONTH = 12  # the last month of a whole year


def up_to(day: Any, month: int) -> Expression:
    """The condition that a day of the year is not after that month; one of which no month is known is counted."""
    return Expression(fn.COALESCE(fn.SUBSTR(day, 6, 2), "").coerce(False), "<=", f"{month:02d}")


def day_field_of(model: Any) -> Any | None:
    """By which day a record belongs to a part of the year; None for what belongs to no day, as people on file."""
    days = [getattr(model, name) for name in model.COUNTED_ON if name in model._meta.fields]
    return fn.COALESCE(*days) if len(days) > 1 else next(iter(days), None)
