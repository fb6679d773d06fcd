"""The cells of a book, in which text stays text: as much of it as a cell can hold, and nothing becomes a formula."""

from __future__ import annotations

import re

LONGEST_CELL = 32767  # characters a cell can hold, in UTF-16
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what no XML file may hold
SIGNS = tuple("=+-@＝＋－＠")  # what spreadsheet programs take for the beginning of a formula


def held(words: str) -> str:
    """As much of the words as a cell can hold."""
    fit = UNFIT.sub("", words)
    if 2 * len(fit) > LONGEST_CELL:
        fit = fit.encode("utf-16-le")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")
    return fit
