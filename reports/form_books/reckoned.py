"""Reckoned formulas 重算: the sums and counts that a filled sheet shows before anybody opens it; other results are left to be made."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from models.imports.workbooks.parts import column_number
from reports.form_books.added_rows import FORMULA
from reports.form_books.sheet_xml import CellText, SheetText, with_attribute

SIMPLE = re.compile(r"(SUM|COUNTA|COUNT)\(\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)\)")
REFERENCE_ROW = re.compile(r"[A-Z]{1,3}\$?(\d{1,7})|(?<=:)\$?(\d{1,7})")
SAVED = re.compile(r"<(?:\w+:)?v(?:\s[^>]*)?(?:/>|>([^<]*)</(?:\w+:)?v>)")


def reckon(text: SheetText, first: int, last: int) -> bool:
    """Renew what formulas over the rows ``first`` to ``last`` show; whether the sheet has any formula at all."""
    formulas = [
        (row.number, cell) for row in text.rows.values() for cell in row.cells.values() if cell.is_formula
    ]
    for number, cell in formulas:
        found = FORMULA.search(cell.inner)
        words = (found[4] or "") if found else ""
        if first <= number <= last or not words or _touches(words, first, last):
            _renew(cell, _reckoned(words, text), text.prefix)
    return bool(formulas)


def _touches(words: str, first: int, last: int) -> bool:
    rows = [int(a or b) for a, b in REFERENCE_ROW.findall(words)]
    return not rows or (min(rows) <= last and max(rows) >= first) or "!" in words


def _reckoned(words: str, text: SheetText) -> str | None:
    """What a sum or a count comes to; None for any other formula, or where another one is in its range."""
    found = SIMPLE.fullmatch(words)
    if found is None:
        return None
    columns = range(column_number(found[2]), column_number(found[4]) + 1)
    cells = [
        cell
        for number, row in text.rows.items()
        if int(found[3]) <= number <= int(found[5])
        for column, cell in row.cells.items()
        if column in columns
    ]
    if any(cell.is_formula for cell in cells):
        return None
    numbers = [number for cell in cells if (number := _number(cell)) is not None]
    if found[1] == "COUNTA":
        return str(sum(cell.says for cell in cells))
    return format(sum(numbers, Decimal()), "f") if found[1] == "SUM" else str(len(numbers))


def _number(cell: CellText) -> Decimal | None:
    if re.search(r'\st="(?!n")', cell.attributes):
        return None
    saved = SAVED.search(cell.inner)
    try:
        return Decimal(saved[1]) if saved and saved[1] else None
    except InvalidOperation:
        return None


def _renew(cell: CellText, value: str | None, prefix: str) -> None:
    cell.inner = SAVED.sub("", cell.inner)
    cell.attributes = with_attribute(cell.attributes, "t", None)
    if value is not None:
        cell.inner += f"<{prefix}v>{value}</{prefix}v>"
