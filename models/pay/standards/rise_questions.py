"""Rise questions 提标未知: a run of months after a year in which no rise is known says so; it hinders nothing."""

from __future__ import annotations

from collections.abc import Iterable

from models.law.law_memory import standing_rows
from models.pay.standards import months
from models.pay.standards.grids import TO_FILL
from models.pay.standards.months import Month
from models.pay.standards.standards import NATIONAL, Standard

UNKNOWN_RISE = "起是否提标未知，最近一次提标"
MONTHS_BETWEEN_RISES = (
    12  # every rise from 2009 to 2025 came in the month of the year before, or two months earlier
)


def rise_question(month: Month, known: Iterable[Month]) -> str:
    """``2026年8月起是否提标未知，最近一次提标2025年8月``; empty while the last known rise is less than a year old."""
    last = max((each for each in known if each <= month), default=month)
    if month - last < MONTHS_BETWEEN_RISES:
        return ""
    return f"{months.month_words(last + MONTHS_BETWEEN_RISES)}{UNKNOWN_RISE}{months.month_words(last)}"


def known_rises() -> set[Month]:
    """The months from which some national standard is known, confirmed or not; a copy yet to be filled in knows nothing."""
    return {
        each.first
        for each in standing_rows(Standard)
        if each.layer == NATIONAL
        and TO_FILL not in each.notes
        and each.begins is not None
        and each.begins.known > 1
    }


def notes_with_rise(notes: str, month: Month) -> str:
    """The notes of a run up to a month, saying what is not known of its standards and nothing older of that."""
    said = [part for part in notes.split("；") if part and UNKNOWN_RISE not in part]
    return "；".join(filter(None, (*said, rise_question(month, known_rises()))))
