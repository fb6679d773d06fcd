"""Plain tables: a heading and a row for each person; what is one already is left alone, and how a sheet is made one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from models.imports.shapes.labels import field_of_label, is_number
from models.imports.sheets.cells import shown
from models.imports.sheets.headings import LOOKED_AT
from models.imports.sheets.whose import NUMBERS
from models.imports.workbooks.parts import Merge
from models.imports.workbooks.sheet import Cell, Sheet, column_letters

LOOKED_AT_BELOW = 8  # filled cells below the heading of the numbers
NUMBER_LABELS = re.compile(r"身\s*份|证\s*件\s*号")
GridPlace = tuple[int, int]  # of a sheet: row from 1, column from 0


def is_plain_table(sheet: Sheet) -> bool:
    """Whether citizen numbers stand below each other under their heading."""
    for number, row in enumerate(sheet.rows[:LOOKED_AT]):
        for index, cell in enumerate(row):
            if field_of_label(cell) in NUMBERS:
                beside = next((each for each in row[index + 1 :] if shown(each)), "")
                if is_number(beside):
                    return False  # a form, or a table on its side; what stands below is of others
                said = (
                    each[index]
                    for each in sheet.rows[number + 1 :]
                    if index < len(each) and shown(each[index])
                )
                if any(map(is_number, islice(said, LOOKED_AT_BELOW))):
                    return not _is_label_again(sheet, number, index)
    return False


def speaks_of_numbers(sheet: Sheet) -> bool:
    """Whether any cell may be the label of a citizen number, without which nothing here is tried."""
    return any(isinstance(cell, str) and NUMBER_LABELS.search(cell) for row in sheet.rows for cell in row)


def _is_label_again(sheet: Sheet, number: int, index: int) -> bool:
    """Whether below a number stands another label: a form whose labels stand above what is filled in.

    The same labels once more are the heading of a table, repeated as on each page.
    """
    below = [each for each in sheet.rows[number + 1 :] if index < len(each) and shown(each[index])]
    labels = [
        sum(bool(field_of_label(cell)) for cell in row) for row in below[1:2] if row != sheet.rows[number]
    ]
    return bool(labels) and labels[0] >= 2


def remade(
    sheet: Sheet,
    rows: list[list[Cell]],
    places: Mapping[GridPlace, GridPlace],
    remark: str,
    first_row: int = 1,
) -> Sheet:
    """A sheet with other rows, from the first column; ``places`` tells where a place of the old sheet went to."""
    hidden = {places[place][0] for place in places if place[0] in sheet.hidden_rows}
    letters = tuple(map(column_letters, range(max(map(len, rows)))))
    return replace(
        sheet, rows=rows, first_row=first_row, first_column=0, merges=(), own_letters=letters,
        unsolved=frozenset(places[place] for place in sheet.unsolved if place in places),
        struck=frozenset(places[place] for place in sheet.struck if place in places),
        hidden_rows=frozenset(hidden), hidden_columns=frozenset(), remarks=(*sheet.remarks, remark),
    )  # fmt: skip


def with_columns(sheet: Sheet, indexes: Sequence[int], rows: list[list[Cell]], remark: str = "") -> Sheet:
    """A sheet of some of the columns of another; ``rows`` are as many as there were."""
    to = {sheet.first_column + index: new for new, index in enumerate(indexes)}
    merges = [
        Merge(merge.top, to[merge.left], merge.bottom, to[merge.left])
        for merge in sheet.merges
        if merge.left in to
    ]
    return replace(
        sheet, rows=rows, first_column=0, merges=tuple(merges),
        own_letters=tuple(column_letters(sheet.first_column + index) for index in indexes),
        unsolved=frozenset((row, to[column]) for row, column in sheet.unsolved if column in to),
        struck=frozenset((row, to[column]) for row, column in sheet.struck if column in to),
        hidden_columns=frozenset(to[column] for column in sheet.hidden_columns if column in to),
        remarks=(*sheet.remarks, remark) if remark else sheet.remarks,
    )  # fmt: skip
