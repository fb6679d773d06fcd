"""The columns of a table: which is which, and why it is taken for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models.imports.sheets.cells import shown
from models.imports.sheets.dictionary import NOTHING, Dictionary, Meaning, Reason
from models.imports.sheets.whose import own_columns
from models.imports.workbooks.sheet import Sheet

LONGEST_HEADING = 60  # characters of a heading; more is a sentence
AGAIN_UNKNOWN = "unknown"  # what a second column of a field is whose fact is hardly said twice of one person


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column: where it stands, its heading as written, the field it is about ('' = unknown), and why.

    ``again`` marks one that says once more what another column says under a better name; ``rank`` is the heading's
    distance from the field's own name, so that a lower one is surer.
    """

    index: int
    heading: str
    field: str
    again: bool = False
    reason: Reason = Reason.UNKNOWN
    rank: int = 0


def known_in(columns: Iterable[FoundColumn]) -> int:
    """How many of the columns are known."""
    return sum(bool(column.field) for column in columns)


def columns_of(cells: Iterable[Any], dictionary: Dictionary, kind: str = "") -> tuple[FoundColumn, ...]:
    """The columns below a row of headings; where two speak of one field, the better name has it."""
    named = [
        (index, shown(cell), dictionary.meaning(cell, kind))
        for index, cell in enumerate(cells)
        if isinstance(cell, str) and 0 < len(shown(cell)) <= LONGEST_HEADING
    ]
    named = own_columns(named)
    best: dict[str, int] = {}
    for index, _, (field, _, _) in sorted(named, key=lambda each: each[2].rank):
        if field in best:
            field = _second(dictionary, field, kind)
        best.setdefault(field, index)
    by_index = {index: field for field, index in best.items() if field and field != NOTHING}
    return tuple(
        FoundColumn(index, words, by_index[index], False, meaning.reason, meaning.rank)
        if index in by_index
        else _other(dictionary, kind, index, words, meaning)
        for index, words, meaning in named
    )


def _second(dictionary: Dictionary, field: str, kind: str) -> str:
    """The field that a second column of a field is about: the same, or another one."""
    line = dictionary.line_of(field, kind)
    return line.again if line and line.again not in ("", AGAIN_UNKNOWN) else field


def _other(dictionary: Dictionary, kind: str, index: int, words: str, meaning: Meaning) -> FoundColumn:
    """A column whose field has a better one, or that has none."""
    field, rank, reason = meaning
    line = dictionary.line_of(field, kind)
    if field == NOTHING or (line and line.reads == NOTHING):
        return FoundColumn(index, words, field, reason=reason, rank=rank)
    if line and line.again == AGAIN_UNKNOWN:
        return FoundColumn(index, words, "")
    return FoundColumn(index, words, field, again=field != "", reason=reason, rank=rank)


def nameless_columns(sheet: Sheet, below: int, columns: Sequence[FoundColumn]) -> Iterator[FoundColumn]:
    """The columns that hold words under no heading at all: nothing is dropped."""
    named = {column.index for column in columns}
    rows = sheet.rows[below:]
    for index in range(max(map(len, rows), default=0)):
        if index not in named and any(
            index < len(c) and c[index] not in ("", None) and shown(c[index]) for c in rows
        ):
            letters = sheet.letters(index)
            yield FoundColumn(index, f"{letters}列（无表头）", "")
