"""What commands answer to programs: plain JSON values, as ``commands`` of the manual list them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from models.core import journal
from models.imports.imports import Plan, RowOutcome
from models.undo.entry_search import EntriesAsked, entries_asked
from models.year.figures import Figure, Standing

JsonAnswer = dict[str, Any]


def imported_answer(plan: Plan) -> JsonAnswer:
    """What an import did, or would do: sheets with their counts, and what was refused or found where."""
    files: dict[str, list[JsonAnswer]] = {}
    for name, _ in plan.unread:
        files.setdefault(name, [])
    for sheet in plan.sheets:
        counts = {
            str(outcome): sheet.counts[outcome]
            for outcome in (RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.SAME, RowOutcome.REFUSED)
        }
        facts = {
            "sheet": sheet.roster.sheet.name,
            "read_as": sheet.roster.read_as,
            "rows": len(sheet.roster.lines),
        }
        files.setdefault(sheet.file, []).append({**facts, **counts})
    whole = {"sheet": None, "row": None, "column": None, "value": None}
    return {
        "files": [{"file": name, "sheets": sheets} for name, sheets in files.items()],
        "refused": [{"file": name, **whole, "reason": reason} for name, reason in plan.unread]
        + [_place(sheet, remark, "reason") for sheet in plan.sheets for remark in sheet.refused],
        "findings": [_place(sheet, remark, "finding") for sheet in plan.sheets for remark in sheet.findings],
    }


def _place(sheet: Any, remark: Any, key: str) -> JsonAnswer:
    return {
        "file": sheet.file,
        "sheet": sheet.roster.sheet.name,
        "row": remark.row,
        "column": remark.column,
        "value": remark.value,
        key: remark.words,
    }


def entry_answers(asked: EntriesAsked) -> list[JsonAnswer]:
    """The part of the journal that is asked for, oldest first: who did what, when, and how many records changed."""
    counted = dict(journal.change_counts())
    return [
        {"entry": e.number, "at": e.at, "user": e.user, "title": e.title, "changes": counted.get(e.number, 0)}
        for e in entries_asked(asked)
    ]


def figure_answers(found: Iterable[Figure], rates: Iterable[Standing]) -> list[JsonAnswer]:
    """The figures of a year: counts as numbers, money as yuan with two places; the rates as rows of name, done, due."""
    told = [
        {
            "key": each.key,
            "text": each.text,
            "value": f"{each.value:.2f}" if isinstance(each.value, Decimal) else each.value,
            "unit": each.unit,
            "shown": each.shown,
        }
        for each in found
    ]
    return [*told, {"key": "rates", "rows": [[each.name, each.done, each.due] for each in rates]}]
