"""Rows for people 填写行: which rows below a heading are free, who is on the form already, and where its foot begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.imports.sheets.cells import Spoilt, masked_number_of, shown
from models.imports.sheets.row_kinds import is_example, is_footer, is_numbering, is_total, said_in
from models.imports.sheets.whose import NAMES, NUMBERS
from models.imports.workbooks.parts import Merge
from models.imports.workbooks.sheet import Sheet
from models.superior_forms.asked import AskingSheet
from models.superior_forms.form_fields import SERIAL
from reports.form_books.sheet_xml import SheetText

FORMULA_TEXT = re.compile(r"<(?:\w+:)?f\b[^>]*>(.*?)</", re.DOTALL)
ROWS_OF_RANGE = re.compile(r"[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)")
FURTHEST_HELPS = 12  # rows below the heading among which examples and explanations may stand
LONGEST_NAME = 4  # characters of a name beside which no number stands
MOST_FREE = 20_000  # rows below the last that says something; some programs write a million empty ones
LEAST_HELP = 3  # words of a row that explains the columns


@dataclass(slots=True)
class RowsForPeople:
    """Rows from 1: free ones, ``height`` of them for each person; those of people who are on the form already.

    ``examples`` show how columns are written; ``last`` is the last free row, or the row behind which the first will be put in.
    """

    free: list[int] = field(default_factory=list)
    listed: list[tuple[int, str, str]] = field(default_factory=list)  # row, number, name
    examples: list[int] = field(default_factory=list)
    height: int = 1
    last: int = 0
    nothing_below: bool = True


class _Walk:
    """Goes down the rows below a heading."""

    def __init__(self, sheet: Sheet, asking: AskingSheet, text: SheetText | None) -> None:
        self.sheet, self.text, self.asking = sheet, text, asking
        self.columns = [fact.place[1] for fact in asking.asked]
        self.names = [fact.place[1] for fact in asking.asked if fact.field in NAMES]
        self.numbers = [fact.place[1] for fact in asking.asked if fact.field in NUMBERS]
        self.serials = {fact.place[1] for fact in asking.asked if fact.field == SERIAL}
        self.written = text.rows if text is not None else {}
        said = sheet.first_row + len(sheet.rows) - 1
        self.end = min(max([said, *self.written]), max(said, asking.heading_row) + MOST_FREE)
        self.rows = RowsForPeople(last=asking.heading_row)

    def walk(self) -> RowsForPeople:
        row = self.asking.heading_row + 1
        while row <= self.end:
            if self._helps(row):
                self.rows.last = row
            elif self._is_foot(row):
                break
            elif self._is_free(row):
                if not self._goes_on(row):
                    break
                self.rows.free.append(row)
                self.rows.last = row
            elif not self._lists(row):
                break
            row += 1
        self._end_at_totals()
        self.rows.nothing_below = not any(self._says(each) for each in self.written if each > self.rows.last)
        self._set_height()
        return self.rows

    def _said(self, row: int) -> list[object]:
        at = row - self.sheet.first_row
        return list(self.sheet.rows[at]) if 0 <= at < len(self.sheet.rows) else []

    def _at(self, row: int, columns: Iterable[int]) -> str:
        said, first = self._said(row), self.sheet.first_column
        found = (shown(said[column - first]) for column in columns if 0 <= column - first < len(said))
        return next((words for words in found if words), "")

    def _helps(self, row: int) -> bool:
        """Whether a row below the heading shows an example, numbers the columns, explains them, or is hidden."""
        if row in self.sheet.hidden_rows:
            return True
        if row > self.asking.heading_row + FURTHEST_HELPS or self.rows.free or self.rows.listed:
            return False
        said = said_in(self._said(row))
        if is_example(self._said(row)):
            self.rows.examples.append(row)
            return True
        if self._at(row, self.numbers) and any(len(number_said(words)) >= 15 for words in said):
            return False
        return is_numbering(said) or (len(said) >= LEAST_HELP and self._explains(row))

    def _explains(self, row: int) -> bool:
        """Whether a row says what to write: neither a name nor a number stands where they belong."""
        number, name = self._at(row, self.numbers), self._at(row, self.names)
        if number:
            return not number_said(number)
        return len(name) > LONGEST_NAME or "填" in name

    def _is_foot(self, row: int) -> bool:
        said = said_in(self._said(row))
        if not said:
            return False
        if any(is_total(words) or is_footer(words) for words in said[:2]):
            return True
        merges = (m for m in self.sheet.merges if m.top <= row <= m.bottom)
        return any(self._reaches_over(merge) and self._at(row, [merge.left]) for merge in merges)

    def _reaches_over(self, merge: Merge) -> bool:
        return sum(merge.left <= column <= merge.right for column in self.columns) > 2

    def _is_free(self, row: int) -> bool:
        return not self._at(row, self.names) and not self._at(row, self.numbers)

    def _goes_on(self, row: int) -> bool:
        """Whether a free row belongs to the table: it looks as the one above, or nothing below says anything."""
        if not self.rows.free:
            return True
        return self._styled(row) or not self._styled(self.rows.free[0])

    def _styled(self, row: int) -> bool:
        if self.text is None:
            return True  # a document's table has no rows but those that are drawn
        cells = self.written[row].cells if row in self.written else {}
        return any(
            cells[column].style not in ("", "0") or cells[column].inner
            for column in self.columns
            if column in cells
        )

    def _says(self, row: int) -> bool:
        known = self.written.get(row)
        return known is not None and any(
            cell.says or cell.style not in ("", "0") for cell in known.cells.values()
        )

    def _lists(self, row: int) -> bool:
        number, name = number_said(self._at(row, self.numbers)), self._at(row, self.names)
        if not number and not name:
            return False
        self.rows.listed.append((row, number, name))
        if not self.rows.free:
            self.rows.last = row
        return True

    def _end_at_totals(self) -> None:
        """Let rows end where the form's own totals end, when these leave out empty rows above the foot."""
        if not self.rows.free:
            return
        first, ends = self.rows.free[0], []
        for number, row in self.written.items():
            if number > self.rows.last:
                for cell in row.cells.values():
                    ends += ranges_summed(cell.inner, first)
        within = [end for end in ends if first < end < self.rows.last]
        if within and not any(end >= self.rows.last for end in ends):
            self.rows.last = max(within)
            self.rows.free = [row for row in self.rows.free if row <= self.rows.last]

    def _set_height(self) -> None:
        """How many rows each person takes: cells merged downwards say so."""
        if not self.rows.free:
            return
        first = self.rows.free[0]
        heights = [
            m.bottom - m.top + 1 for m in self.sheet.merges if m.top == first and m.left in self.columns
        ]
        height = max(heights, default=1)
        if 1 < height <= len(self.rows.free):
            self.rows.height = height
            whole = len(self.rows.free) // height * height
            self.rows.free = self.rows.free[:whole:height]


def number_said(words: str) -> str:
    """The citizen number that words are, as far as it can be read; '' for none, or one that a spreadsheet has spoilt."""
    try:
        return masked_number_of(words)
    except Spoilt:
        return ""


def ranges_summed(inner: str, first: int) -> list[int]:
    """The last rows of the ranges in a cell's formula that begin on or above a row and go down from it."""
    found = FORMULA_TEXT.search(inner)
    pairs = ROWS_OF_RANGE.findall(found[1] if found else "")
    return [int(end) for begin, end in pairs if int(begin) <= first <= int(end)]


def rows_for_people(sheet: Sheet, asking: AskingSheet, text: SheetText | None) -> RowsForPeople:
    """The rows of a table that asks; ``text`` is the sheet's part, None of a document's table."""
    return _Walk(sheet, asking, text).walk()
