"""The shape of a sheet: what is no plain list with a row for each person becomes one, before the reader sees it."""

from __future__ import annotations

from models.imports.shapes.couples import parted_couples
from models.imports.shapes.forms import filled_forms
from models.imports.shapes.plain import is_plain_table, speaks_of_numbers
from models.imports.shapes.transposed import turned
from models.imports.workbooks.sheet import Sheet


def plain_tables(sheet: Sheet) -> list[Sheet]:
    """The plain tables that a sheet holds; the sheet itself when it is one."""
    if not speaks_of_numbers(sheet):
        return [sheet]
    if not is_plain_table(sheet):
        if (other := turned(sheet)) is not None:
            return [other]
        if forms := filled_forms(sheet):
            return forms
    return parted_couples(sheet) or [sheet]
