"""The register of one-off payments: which there are, what they come to, their lists and years."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from peewee import fn

from models.aid.oneoffs import OneOff, OneOffState
from models.people.outsiders import whom_words_name, with_recipients


def oneoffs(
    words: str = "", year: int | None = None, name: str = "", state: str = "", batch: str = ""
) -> Any:
    """One-off payments with their people, newest first."""
    query = with_recipients(OneOff)
    if words.strip():
        query = query.where(whom_words_name(OneOff, words))
    for column, wanted in (
        (OneOff.year, year),
        (OneOff.item, name),
        (OneOff.state, state),
        (OneOff.batch, batch),
    ):
        if wanted:
            query = query.where(column == wanted)
    return query.order_by(OneOff.id.desc())


class OneOffSums(NamedTuple):
    """How many lines, how many people, how much in yuan; what was cancelled is left out."""

    lines: int
    people: int
    amount: Decimal


def oneoff_sums(query: Any) -> OneOffSums:
    """What the one-off payments of a query come to."""
    people = fn.COUNT(OneOff.person.distinct()) + fn.COUNT(OneOff.outsider.distinct())
    counted = query.where(OneOff.state != OneOffState.CANCELLED).select(
        fn.COUNT(OneOff.id), people, OneOff.amount.total()
    )
    (row,) = list(counted.order_by().tuples())
    return OneOffSums(*row)


def batches(year: int | None = None) -> list[str]:
    """The names of the lists, newest first."""
    query: Any = OneOff.select(OneOff.batch).where(OneOff.batch != "")
    if year is not None:
        query = query.where(OneOff.year == year)
    return [name for (name,) in query.group_by(OneOff.batch).order_by(fn.MAX(OneOff.id).desc()).tuples()]


def oneoff_years() -> list[int]:
    """The years of one-off payments, newest first."""
    found: Any = OneOff.select(OneOff.year).distinct().order_by(OneOff.year.desc()).tuples()
    return [year for (year,) in found if year]
