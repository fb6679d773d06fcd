"""Moved formulas 公式: references that follow their rows when rows are put in, and formulas of new rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from xml.sax.saxutils import escape

from openpyxl.formula.translate import Translator, TranslatorError

STRING = r'"(?:[^"]|"")*"'
SHEET_NAME = r"(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!"
CELL_REFERENCE = r"\$?[A-Z]{1,3}\$?\d{1,7}"
REFERENCE_IN_FORMULA = re.compile(
    rf"({STRING})|(?<![\w.$])({SHEET_NAME})?(?:({CELL_REFERENCE})(?::({CELL_REFERENCE}))?|(\$?\d{{1,7}}):(\$?\d{{1,7}}))(?![\w(.!])"
)
ROW_OF_REFERENCE = re.compile(r"(\$?)(\d{1,7})$")
AREA = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")


@dataclass(frozen=True, slots=True)
class RowsPutIn:
    """Rows that were put in behind ``last``, the last one for people: ``count`` of them, and what is below moves down.

    With ``nothing_below`` no row moves, only what reaches down to ``last`` now reaches further; without ``grows`` nothing does,
    for there was no row for people that it could be meant for.
    """

    first: int
    last: int
    count: int
    nothing_below: bool = False
    grows: bool = True

    def row(self, number: int) -> int:
        """Where a row lies now."""
        return number + self.count if number > self.last and not self.nothing_below else number

    def end(self, first: int, last: int) -> int:
        """Where a range of rows ends now: what covers people's rows to the last grows with them."""
        if self.grows and last == self.last and first <= self.last:
            return last + self.count
        return self.row(last)

    def area(self, words: str) -> str:
        """A range such as C5:C24, moved; others as they are."""
        found = AREA.fullmatch(words)
        if found is None:
            return words
        first = int(found[2])
        if found[4] is None:
            return f"{found[1]}{self.row(first)}"
        return f"{found[1]}{self.row(first)}:{found[3]}{self.end(first, int(found[4]))}"

    def areas(self, words: str) -> str:
        """Several ranges with blanks between; one cell of the last row becomes the column of all new ones."""
        return " ".join(self.grown(each) for each in words.split(" "))

    def grown(self, words: str) -> str:
        """A range that a rule holds for: one that is but the last row grows too."""
        found = AREA.fullmatch(words)
        if (
            found is not None
            and found[4] is None
            and int(found[2]) == self.last
            and self.count
            and self.grows
        ):
            return f"{words}:{found[1]}{self.last + self.count}"
        return self.area(words)


def moved_formula(formula: str, moved: RowsPutIn, own: bool, sheet: str) -> str:
    """A formula, as a part writes it, whose references follow the rows of a sheet; ``own``: it stands on that sheet."""

    def follow(found: re.Match[str]) -> str:
        if found[1]:
            return found[0]
        named = found[2] or ""
        if (not named and not own) or (named and _sheet_of(named) != sheet):
            return found[0]
        return named + _moved_reference(found, moved)

    said = unescape(formula)
    now = REFERENCE_IN_FORMULA.sub(follow, said)
    return formula if now == said else escape(now)


def _sheet_of(named: str) -> str:
    return named[:-1].strip("'").replace("''", "'")


def _moved_reference(found: re.Match[str], moved: RowsPutIn) -> str:
    first, last = found[3] or found[5], found[4] or found[6]
    row = _row_in(first)
    if last is None:
        return _with_row(first, moved.row(row))
    return f"{_with_row(first, moved.row(row))}:{_with_row(last, moved.end(row, _row_in(last)))}"


def _row_in(reference: str) -> int:
    found = ROW_OF_REFERENCE.search(reference)
    assert found is not None
    return int(found[2])


def _with_row(reference: str, row: int) -> str:
    return ROW_OF_REFERENCE.sub(lambda found: f"{found[1]}{row}", reference)


def copied_formula(formula: str, origin: str, place: str) -> str:
    """A formula, as a part writes it, copied from one cell to another, as a spreadsheet program fills down."""
    try:
        copied: str = Translator(f"={unescape(formula)}", origin=origin).translate_formula(place)
    except TranslatorError:  # beyond the edge of the sheet
        return formula
    return escape(copied.removeprefix("="))
