"""Following parts 随行移动: what in a workbook speaks of a sheet's rows from elsewhere, moved with them.

Names and print areas, formulas of other sheets, the chain of formulas, pictures, notes, tables and charts.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from reports.form_books.added_rows import FORMULA, REF
from reports.form_books.book_parts import WORKBOOK_PART, BookSheet, FormBook
from reports.form_books.moved_formulas import RowsPutIn, moved_formula
from reports.form_books.sheet_xml import attributes_of, with_attribute

DEFINED = re.compile(r"(<(?:\w+:)?definedName\b[^>]*>)([^<]*)(</)")
ANCHOR_ROW = re.compile(r"(<(?:\w+:)?row>)(\d+)(</(?:\w+:)?row>)")
NOTE_ROW = re.compile(r"(<x:Row>\s*)(\d+)(\s*</x:Row>)")
NOTE_ANCHOR = re.compile(r"(<x:Anchor>)([^<]*)(</x:Anchor>)")
CHART_FORMULA = re.compile(r"(<(?:\w+:)?f>)([^<]+)(</(?:\w+:)?f>)")
CHAIN = re.compile(r"(<(?:\w+:)?c\b)([^>]*?)(/>)")
LIST_FORMULA = re.compile(r"(<(?:\w+:)?formula[12]?>)([^<]+)(</)")
NOTES = re.compile(r"xl/(comments|threadedComments)\w*/?[^/]*\.xml$")
RECALCULATED = re.compile(r"<(\w+:)?calcPr\b([^>]*?)(/?>)")
END_OF_BOOK = re.compile(r"</(\w+:)?workbook>")


def following_parts(
    book: FormBook, of: BookSheet, moved: RowsPutIn, changed: dict[str, str]
) -> dict[str, str]:
    """The parts that must follow, changed; ``changed`` are those that are changed already, other than the sheet's own."""
    follower = _Follower(book, of, moved, changed)
    follower.follow()
    return follower.found


def calculated_on_opening(book: FormBook, changed: dict[str, str]) -> dict[str, str]:
    """The workbook's part, saying that formulas are to be reckoned when it is opened."""
    text = changed.get(WORKBOOK_PART) or book.text(WORKBOOK_PART)
    if found := RECALCULATED.search(text):
        said = with_attribute(found[2], "fullCalcOnLoad", "1")
        return {
            WORKBOOK_PART: f"{text[: found.start()]}<{found[1] or ''}calcPr{said}{found[3]}{text[found.end() :]}"
        }
    end = END_OF_BOOK.search(text)
    behind = re.search(
        r"<(?:\w+:)?(oleSize|customWorkbookViews|pivotCaches|smartTagPr|smartTagTypes|fileRecoveryPr|webPublish\w+|extLst)\b",
        text,
    )
    at = behind.start() if behind else end.start() if end else len(text)
    prefix = (end[1] or "") if end else ""
    return {WORKBOOK_PART: f'{text[:at]}<{prefix}calcPr fullCalcOnLoad="1"/>{text[at:]}'}


class _Follower:
    def __init__(self, book: FormBook, of: BookSheet, moved: RowsPutIn, changed: dict[str, str]) -> None:
        self.book, self.of, self.moved, self.before = book, of, moved, changed
        self.found: dict[str, str] = {}

    def follow(self) -> None:
        self._change(WORKBOOK_PART, lambda text: DEFINED.sub(self._named, text))
        for sheet in self.book.sheets:
            if sheet.part != self.of.part:
                self._change(sheet.part, self._other_sheet)
        for part in self.book.parts:
            if re.fullmatch(r"xl/charts/[^/]+\.xml", part):
                self._change(part, lambda text: CHART_FORMULA.sub(self._named, text))
        self._change("xl/calcChain.xml", self._chain)
        for part in self.book.targets(self.of.part).values():
            self._hanging(part)

    def _change(self, part: str, make: Callable[[str], str]) -> None:
        if part in self.book.parts:
            before = self.found.get(part) or self.before.get(part) or self.book.text(part)
            after = make(before)
            if after != before:
                self.found[part] = after

    def _named(self, found: re.Match[str]) -> str:
        return f"{found[1]}{moved_formula(found[2], self.moved, False, self.of.name)}{found[3]}"

    def _other_sheet(self, text: str) -> str:
        def follow(found: re.Match[str]) -> str:
            if not found[4]:
                return found[0]
            words = moved_formula(found[4], self.moved, False, self.of.name)
            return f"{found[1]}{found[2]}>{words}{found[5]}"

        return LIST_FORMULA.sub(self._named, FORMULA.sub(follow, text))

    def _chain(self, text: str) -> str:
        """The chain of formulas: an entry without a sheet's number is of the same one as that before it."""
        last = ""

        def follow(found: re.Match[str]) -> str:
            nonlocal last
            about = attributes_of(found[2])
            last = about.get("i", last)
            if last != self.of.number:
                return found[0]
            return f"{found[1]}{with_attribute(found[2], 'r', self.moved.area(about['r']))}{found[3]}"

        return CHAIN.sub(follow, text)

    def _hanging(self, part: str) -> None:
        """What hangs on the sheet: pictures, notes, tables."""
        folder = posixpath.dirname(part)
        if folder.endswith("drawings") and part.endswith(".xml"):
            self._change(part, lambda text: ANCHOR_ROW.sub(self._counted_from_nought, text))
        elif part.endswith(".vml"):
            self._change(part, self._note_boxes)
        elif folder.endswith("tables") or NOTES.search(part):
            self._change(part, self._areas)

    def _areas(self, text: str) -> str:
        return REF.sub(lambda found: f"{found[1]}{self.moved.area(found[2])}{found[3]}", text)

    def _counted_from_nought(self, found: re.Match[str]) -> str:
        return f"{found[1]}{self.moved.row(int(found[2]) + 1) - 1}{found[3]}"

    def _note_boxes(self, text: str) -> str:
        def follow(found: re.Match[str]) -> str:
            numbers = [each.strip() for each in found[2].split(",")]
            for at in (2, 6):  # the rows of both corners
                if at < len(numbers) and numbers[at].isdecimal():
                    numbers[at] = str(self.moved.row(int(numbers[at]) + 1) - 1)
            return f"{found[1]}{', '.join(numbers)}{found[3]}"

        return NOTE_ANCHOR.sub(follow, NOTE_ROW.sub(self._counted_from_nought, text))
