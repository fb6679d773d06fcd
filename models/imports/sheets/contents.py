"""The contents of columns, by which these are known where no heading tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from models.core.words import half_width
from models.imports.sheets.cells import shown
from models.imports.sheets.columns import FoundColumn
from models.imports.sheets.dictionary import Dictionary, Reason
from models.imports.workbooks.sheet import Sheet

# How the cells of a kind of field look.
LOOKS = {
    "masked": re.compile(r"[\dXx*＊?？]{14,20}"),
    "name": re.compile(r"[㐀-鿿𠀀-𲎯·]{2,12}"),
}


def columns_by_content(sheet: Sheet, dictionary: Dictionary) -> tuple[FoundColumn, ...]:
    """For each field that a table needs, the column of which at least half the cells look like it."""
    found: dict[int, FoundColumn] = {}
    width = max((len(row) for row in sheet.rows), default=0)
    for field in dict.fromkeys(field for group in dictionary.needs for field in sorted(group)):
        line = dictionary.line_of(field)
        looks = LOOKS.get(line.reads) if line else None
        if looks is None:
            continue
        fits = [_fitting(sheet.rows, index, looks) if index not in found else 0 for index in range(width)]
        if fits and max(fits) * 2 >= len(sheet.rows):
            index = fits.index(max(fits))
            letters = sheet.letters(index)
            found[index] = FoundColumn(index, f"{letters}列", field, reason=Reason.CONTENT)
    return tuple(found.values())


def _fitting(rows: Sequence[Sequence[Any]], index: int, looks: re.Pattern[str]) -> int:
    return sum(bool(looks.fullmatch(tight(row[index]))) for row in rows if index < len(row))


def tight(cell: Any) -> str:
    """A cell's words without any space, half-width."""
    return "".join(half_width(shown(cell)).split())
