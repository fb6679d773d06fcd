"""Text in a workbook's cell stays text: numbers keep their digits, and nothing becomes a formula."""

from __future__ import annotations

import re
from typing import Any

LONGEST = 32767  # characters a cell can hold, in UTF-16
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what no XML file may hold
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # _x0041_ is read as A (ECMA-376 part 1, 22.9.2.19)
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
    if 2 * len(fit) > LONGEST:
        fit = fit.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")
    return fit
