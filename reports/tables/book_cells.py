"""The cells of a book, in which text stays text: numbers keep their digits, and nothing becomes a formula."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.styles.numbers import is_date_format

from models.imports.workbooks.sheet import Cell

LONGEST_CELL = 32767  # characters a cell can hold, in UTF-16
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what no XML file may hold
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # _x0041_ is read as A (ECMA-376 part 1, 22.9.2.19)
FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheet programs do not agree on dates
SIGNS = tuple("=+-@＝＋－＠")  # what spreadsheet programs take for the beginning of a formula


def put_text(cell: Any, words: str) -> None:
    """Write words as text, whatever they begin with; control characters, which no workbook may hold, are left out."""
    cell.value = ESCAPE.sub("_x005F_", held(words))
    cell.data_type = "s"
    if cell.number_format != "@":
        cell.number_format = "@"
    if words.startswith(SIGNS):
        cell.quotePrefix = True  # stays text when somebody edits it


def held(words: str) -> str:
    """As much of the words as a cell can hold."""
    fit = UNFIT.sub("", words)
    if 2 * len(fit) > LONGEST_CELL:
        fit = fit.encode("utf-16-le")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")
    return fit


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
