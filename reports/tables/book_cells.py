"""What a book can hold: as much of words as a cell takes, as no formula, and the names that its pages may have."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST_CELL = 32767  # characters a cell can hold, in UTF-16
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what no XML file may hold
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
SIGNS = tuple("=+-@＝＋－＠")  # what spreadsheet programs take for the beginning of a formula


def held(words: str) -> str:
    """As much of the words as a cell can hold."""
    fit = UNFIT.sub("", words)
    if 2 * len(fit) > LONGEST_CELL:
        fit = fit.encode("utf-16-le")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")
    return fit


def page_name(words: str, others: Iterable[str]) -> str:
    """A page's name as workbooks allow it; a number after it where another page has it."""
    name = UNFIT.sub("", NOT_IN_NAMES.sub("_", words)).strip("'")[:31] or "表"
    taken = {other.casefold() for other in others}
    tries = (name, *(f"{name[:26]}（{n}）" for n in range(2, len(taken) + 3)))
    return next(each for each in tries if each.casefold() not in taken)
