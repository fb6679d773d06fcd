"""The columns of a table: which is which, and why it is taken for that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from models.core.words import bare_heading
from models.imports.evidence.taught import OF_REGISTER, TableForm, taught_by_office
from models.imports.sheets.cells import shown
from models.imports.sheets.dictionary import NOTHING, Dictionary, Meaning, Reason
from models.imports.sheets.whose import NAMES, NUMBERS, OthersHeading, own_columns
from models.imports.workbooks.sheet import Sheet

NAMELESS = "{}列（无表头）"
NO_HEADINGS = "没有表头"  # instead of the headings in the form of a table that has none
LONGEST_HEADING = 60  # characters of a heading; more is a sentence
AGAIN_UNKNOWN = "unknown"  # what a second column of a field is whose fact is hardly said twice of one person


# What no single heading that the office named until version 0.1.0 may take away: without it a sheet cannot be read.
INDISPENSABLE = NAMES | NUMBERS | {"amount"}


class ColumnCandidate(NamedTuple):
    """What a column may be about, and why; the certainty is the reason's, of a hundred."""

    field: str
    reason: Reason
    certainty: int


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column: where it stands, its heading as written, the field it is about ('' = unknown), and why.

    ``again`` marks one that says once more what another column says under a better name; ``rank`` is the heading's
    distance from the field's own name, so that a lower one is surer. A column with ``candidates`` is a question: nothing
    of it is taken until an officer has chosen; ``samples`` are some of its values. ``written`` is the heading without
    the words that tell whose it is, ``looks`` the sort of its values, '' where these are of none.
    """

    index: int
    heading: str
    field: str
    again: bool = False
    reason: Reason = Reason.UNKNOWN
    rank: int = 0
    candidates: tuple[ColumnCandidate, ...] = ()
    samples: tuple[str, ...] = ()
    written: str = ""
    looks: str = ""

    @property
    def asked(self) -> bool:
        return bool(self.candidates)


def known_in(columns: Iterable[FoundColumn]) -> int:
    """How many of the columns are known."""
    return sum(bool(column.field) for column in columns)


def columns_of(cells: Iterable[Any], dictionary: Dictionary, kind: str = "") -> tuple[FoundColumn, ...]:
    """The columns below a row of headings; where two speak of one field, the better name has it."""
    named = [
        (index, words, _meaning(words, dictionary, kind))
        for index, cell in enumerate(cells)
        if isinstance(cell, str) and 0 < len(words := _written(cell)) <= LONGEST_HEADING
    ]
    written = [words for _, words, _ in named]
    named = own_columns(named)
    best: dict[str, int] = {}
    for index, _, (field, _, _) in sorted(named, key=lambda each: each[2].rank):
        if field in best:
            field = _second(dictionary, field, kind)
        best.setdefault(field, index)
    by_index = {index: field for field, index in best.items() if field and field != NOTHING}
    columns = tuple(
        FoundColumn(
            index, words, by_index[index], False, meaning.reason, meaning.rank, written=written[position]
        )
        if index in by_index
        else _other(dictionary, kind, index, words, meaning, written[position])
        for position, (index, words, meaning) in enumerate(named)
    )
    if not taught_by_office().forms:
        return columns
    return as_taught(columns, form_of(columns, dictionary, kind))


def form_of(columns: Iterable[FoundColumn], dictionary: Dictionary, kind: str = "") -> TableForm:
    """The form of a table with these columns: all its headings, or where there are none, how its columns look."""
    sort, some = kind if dictionary.name == OF_REGISTER else dictionary.name, list(columns)
    headings = [column.written for column in some if column.written]
    if not headings:
        headings = [NO_HEADINGS, *(f"{column.index}{column.looks}" for column in some if column.looks)]
    return TableForm.of(sort, headings)


def place_in_form(columns: Sequence[FoundColumn], column: FoundColumn) -> int:
    """By what a column is called in the form of its table: its place among the headings; below nothing where it has none."""
    if not column.written:
        return -1 - column.index
    return [each.index for each in columns if each.written].index(column.index)


def has_headings(columns: Sequence[FoundColumn], others: Sequence[FoundColumn]) -> bool:
    """Whether two headings are written alike, column by column."""
    ones, twos = ([(c.index, c.written) for c in some if c.written] for some in (columns, others))
    return ones == twos


def as_taught(columns: Sequence[FoundColumn], form: TableForm) -> tuple[FoundColumn, ...]:
    """The columns with what an officer said of those of a table of this form; who was thought to have such a field is unknown."""
    fields = taught_by_office().forms.get(form)
    if fields is None:
        return tuple(columns)
    given = {field for field in fields.values() if field not in ("", NOTHING)}
    found: list[FoundColumn] = []
    for position, column in enumerate(columns):
        if position in fields:
            field = fields[position]
            column = replace(column, field=field, again=False, reason=Reason.OFFICE, rank=-1, candidates=())
        elif column.field in given:
            column = replace(column, again=True)
        found.append(column)
    return tuple(found)


def _written(cell: str) -> str:
    words = shown(cell)
    return OthersHeading(words) if isinstance(cell, OthersHeading) else words


def _meaning(words: str, dictionary: Dictionary, kind: str) -> Meaning:
    """What a heading is about; what the office said of that heading alone goes before, where the sheet stays readable."""
    meaning = dictionary.meaning(words, kind)
    taught = taught_by_office()
    said = taught.word(dictionary.name, bare_heading(words)) if taught.words else None
    if said is None or not dictionary.has(said, kind) or meaning.field in INDISPENSABLE:
        return meaning
    return Meaning(said, -1, Reason.OFFICE)


def _second(dictionary: Dictionary, field: str, kind: str) -> str:
    """The field that a second column of a field is about: the same, or another one."""
    line = dictionary.line_of(field, kind)
    return line.again if line and line.again not in ("", AGAIN_UNKNOWN) else field


def _other(
    dictionary: Dictionary, kind: str, index: int, words: str, meaning: Meaning, written: str
) -> FoundColumn:
    """A column whose field has a better one, or that has none."""
    field, rank, reason = meaning
    line = dictionary.line_of(field, kind)
    again = field != ""
    if field == NOTHING or (line and line.reads == NOTHING):
        again = False
    elif line and line.again == AGAIN_UNKNOWN:
        field, again, reason, rank = "", False, Reason.OTHERS, 0
    return FoundColumn(index, words, field, again, reason, rank, written=written)


def all_columns(sheet: Sheet, below: int, columns: Sequence[FoundColumn]) -> list[FoundColumn]:
    """The columns of a table with those that hold words under no heading at all, from left to right: nothing is dropped."""
    named = {column.index for column in columns}
    rows = sheet.rows[below:]
    found = [
        each if each.written else replace(each, heading=_nameless(sheet, each.index)) for each in columns
    ]
    for index in range(max(map(len, rows), default=0)):
        if index not in named and any(
            index < len(c) and c[index] not in ("", None) and shown(c[index]) for c in rows
        ):
            found.append(FoundColumn(index, _nameless(sheet, index), ""))
    return sorted(found, key=lambda column: column.index)


def _nameless(sheet: Sheet, index: int) -> str:
    return NAMELESS.format(sheet.letters(index))
