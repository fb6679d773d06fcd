"""The cells of a sheet that is given back: written as openpyxl has them, for their looks were read by it."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.styles.numbers import is_date_format

from models.imports.workbooks.sheet import Cell
from reports.tables.book_cells import SIGNS, held

ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # _x0041_ is read as A (ECMA-376 part 1, 22.9.2.19)
FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheet programs do not agree on dates


def put_text(cell: Any, words: str) -> None:
    """Write words as text, whatever they begin with; control characters, which no workbook may hold, are left out."""
    cell.value = ESCAPE.sub("_x005F_", held(words))
    cell.data_type = "s"
    if cell.number_format != "@":
        cell.number_format = "@"
    if words.startswith(SIGNS):
        cell.quotePrefix = True  # stays text when somebody edits it


def put(cell: Any, value: Cell) -> None:
    """Write a value as what it is; a number keeps the form it is shown in, a text stays text."""
    if isinstance(value, str):
        put_text(cell, value)
    elif isinstance(value, (date, datetime)):
        _put_date(cell, value)
    elif isinstance(value, float) and not math.isfinite(value):
        put_text(cell, str(value))
    elif isinstance(value, (time, timedelta)):
        cell.value = value
    elif is_date_format(cell.number_format):
        cell.value, cell.number_format = value, "General"
    else:
        cell.value = value


def _put_date(cell: Any, value: date) -> None:
    day = value.date() if isinstance(value, datetime) else value
    if day < FIRST_DAY:
        put_text(cell, str(value))
        return
    shown = cell.number_format
    cell.value = value
    if is_date_format(shown):
        cell.number_format = shown
    else:
        cell.number_format = "yyyy-mm-dd hh:mm:ss" if isinstance(value, datetime) else "yyyy-mm-dd"
