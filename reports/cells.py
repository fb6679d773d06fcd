"""Text in a workbook's cell stays text: numbers keep their digits, and nothing becomes a formula."""

from __future__ import annotations

from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

LONGEST = 32767  # characters a cell can hold


def put_text(cell: Any, words: str) -> None:
    """Write words as text, whatever they begin with; control characters, which no workbook may hold, are left out."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)[:LONGEST]
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = words[:1] in "=+-@"
