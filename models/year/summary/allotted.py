"""Money allotted 足额拨付: whether each line of a year's budget was paid out within the year and in full, and if not, why."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.ledger.spending import Spending
from models.year.figures.organisation import planned_for

ALLOTTED_KEY = "spending.in_full"


@dataclass(frozen=True, slots=True)
class AllottedInFull:
    """Whether there is a budget, and each line of it was allotted in time and in full."""

    lines: int
    short: tuple[str, ...]  # why not, a sentence each

    @property
    def is_nothing(self) -> bool:
        return not self.lines or bool(self.short)

    def said(self, form: str) -> str | None:
        """Nothing: it is a condition only."""
        return None

    def wordings(self, form: str) -> Collection[str]:
        return ()


def allotted_in_full(last: date) -> AllottedInFull:
    """How the money of a year's budget came by a day."""
    lines = list(Spending.select().where(*planned_for(last)).order_by(Spending.id))
    return AllottedInFull(len(lines), tuple(fault for line in lines for fault in _faults(line, last)))


def _faults(line: Spending, last: date) -> Iterator[str]:
    """A line of which nobody knows the day is not known to have come in time."""
    planned, allotted = line.planned or Decimal(0), line.allotted or Decimal(0)
    if allotted < planned:
        yield f"{line.item}预算{planned:,}元，拨付{allotted:,}元"
    elif line.day is None:
        yield f"{line.item}没有填拨付日期"
    elif line.day.latest() > last:
        yield f"{line.item}到{line.day.chinese()}才拨付"
