"""Asking tables 表格: a heading and a row for each person, understood as rosters are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.core.words import bare_heading
from models.imports.rosters.headings import find_roster_heading, roster_dictionary
from models.imports.sheets.columns import FoundColumn, form_of
from models.imports.sheets.dictionary import NOTHING, Reason
from models.imports.sheets.halves import halves_of_blank
from models.imports.sheets.whose import NAMES, NUMBERS
from models.imports.words.kind_words import kind_named, kind_of_signs
from models.imports.workbooks.parts import Merge
from models.imports.workbooks.sheet import Sheet
from models.superior_forms.asked import AskedFact, AskingSheet, is_sure
from models.superior_forms.form_fields import BY_HAND, LEFT_EMPTY, as_form_column

FEWEST_COLUMNS = 2  # known ones, the name or the number among them, that make a table


def asking_table(sheet: Sheet) -> AskingSheet | None:
    """The table of a sheet, of halves side by side both as one; None when none of its rows is a heading."""
    halves = [_asking_half(each) for each in halves_of_blank(sheet)]
    first = halves[0]
    if first is None or len(halves) == 1:
        return first
    asked = [
        replace(fact, half=number)
        for number, half in enumerate(halves)
        if half is not None
        for fact in half.asked
    ]
    return replace(first, asked=tuple(asked))


def _asking_half(sheet: Sheet) -> AskingSheet | None:
    heading = find_roster_heading(sheet.rows, _asks_of_people)
    if heading is None:
        return None
    kind = kind_named(sheet.name) or kind_named(heading.title)
    if kind:
        heading = find_roster_heading(sheet.rows, _asks_of_people, kind) or heading
    columns = _each_once(as_form_column(each, kind) for each in heading.columns)
    leaning = kind_of_signs({each.field for each in columns}, (each.heading for each in columns))
    last = sheet.first_row + heading.row
    asked = tuple(_asked(sheet, last, each) for each in _once(columns))
    taught = form_of(columns, roster_dictionary())
    return AskingSheet(sheet.name, asked, True, last, kind, leaning, taught)


def _asks_of_people(columns: Sequence[FoundColumn]) -> bool:
    fields = {column.field for column in columns} - {"", NOTHING}
    return len(fields) >= FEWEST_COLUMNS and bool(fields & (NAMES | NUMBERS))


def _once(columns: Sequence[FoundColumn]) -> list[FoundColumn]:
    return [each for each in columns if bare_heading(each.written)]


def _each_once(columns: Iterable[FoundColumn]) -> list[FoundColumn]:
    """The columns, one that asks again what another asked marked so: only one is surely meant."""
    seen: set[str] = set()
    found = []
    for column in columns:
        twice = (
            column.field in seen and column.field not in ("", BY_HAND) and column.reason is not Reason.OFFICE
        )
        found.append(replace(column, again=True) if twice else column)
        seen.add(column.field)
    return found


def _asked(sheet: Sheet, last: int, column: FoundColumn) -> AskedFact:
    at = sheet.first_column + column.index
    others = column.reason is Reason.OTHERS
    sure = is_sure(column.field, column.reason, column.again)
    if column.reason is Reason.OFFICE:
        sure = True
    label = _label_place(sheet, last, at)
    heading = " ".join(_words_at(sheet, *label).split()) or column.heading
    return AskedFact(
        label, (last + 1, at), heading, LEFT_EMPTY if others else column.field,
        sure and not others, column.reason, others=others,
    )  # fmt: skip


def _label_place(sheet: Sheet, last: int, column: int) -> tuple[int, int]:
    """Where the words of a heading stand: on the heading's last row, or further up where they are merged down to it."""
    row = last
    while row > sheet.first_row and not _words_at(sheet, row, column):
        row -= 1
    down = (m for m in sheet.merges if m.left == column and m.top <= row <= m.bottom)
    merge: Merge | None = next(down, None)
    return (merge.top if merge else row), column


def _words_at(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row - sheet.first_row]
    at = column - sheet.first_column
    return str(cells[at]).strip() if at < len(cells) else ""
