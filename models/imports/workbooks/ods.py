"""The cells of an ODS workbook (OpenDocument 1.2 part 1, clause 9): a few bytes may stand for millions."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from models.imports.workbooks.parts import (
    BLOCK,
    MOST_CELL_TEXT,
    NOT_A_WORKBOOK,
    PASSWORD,
    SHEET_TOO_LARGE,
    TOO_WORDY,
    WORKBOOK_DAMAGED,
    Merge,
    Package,
    SheetFacts,
    Unfit,
    XmlScan,
)

MOST_TABLE_COLUMNS = 16_384
STRIKES_THROUGH = ("style:text-line-through-style", "style:text-line-through-type")
ODS_CELLS = {"table:table-cell", "table:covered-table-cell"}


class ContentScan(XmlScan):
    """``content.xml`` parsed: one ``SheetFacts`` for each named table, in order.

    Prefixes are taken literally, as calamine takes them. Repeated rows and cells are what may grow without
    end, so each is counted the moment it is met. Ends of elements are not listened to: it would cost twice.
    """

    def __init__(self, part: Iterable[bytes]) -> None:
        super().__init__()
        self.tables: list[SheetFacts] = []
        self._row = 0  # rows above the one being read
        self._left = self._column = 0  # where the cell being read begins; where the next one does
        self._rows_repeated = self._repeated = 1
        self._row_hidden = False
        self._width = self._expanded = self._words = 0
        self._error = False
        self._style, self._struck_styles = "", set[str]()  # the style being defined; those that strike out
        self._columns = 0  # of the table, named so far
        try:
            for piece in part:
                self.feed(piece)
            self.feed(b"", last=True)
        except (ValueError, IndexError) as error:  # a repetition that is no number; a cell outside any table
            raise Unfit(WORKBOOK_DAMAGED) from error

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in ODS_CELLS:
            self._start_cell(attributes)
        elif name == "table:table-row":
            self._finish_row()
            self._rows_repeated = self._count(attributes, "table:number-rows-repeated")
            self._row_hidden = attributes.get("table:visibility", "visible") != "visible"
        elif name == "table:table-column":
            self._note_column(attributes)
        elif name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:text-properties":
            if any(attributes.get(key, "none") != "none" for key in STRIKES_THROUGH):
                self._struck_styles.add(self._style)
        elif name == "table:table" and "table:name" in attributes:
            self.tables.append(SheetFacts())
            self._finish_row()
            self._row = self._rows_repeated = self._columns = 0
            self._row_hidden = False
        elif name == "text:s":
            self._spend_words(self._count(attributes, "text:c"))

    def _note_column(self, attributes: dict[str, str]) -> None:
        first = self._columns
        self._columns += self._count(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility", "visible") != "visible" and self.tables:
            self.tables[-1].hidden_columns.update(range(first, min(self._columns, MOST_TABLE_COLUMNS)))

    @staticmethod
    def _count(attributes: dict[str, str], name: str) -> int:
        count = int(attributes.get(name, 1))
        if count < 1:
            raise Unfit(WORKBOOK_DAMAGED)
        return count

    def _finish_row(self) -> None:
        self._row += self._rows_repeated
        self._expanded += self._width  # calamine keeps every row so far before it repeats any
        if self._expanded > BLOCK:
            raise Unfit(SHEET_TOO_LARGE)
        self._column = self._width = 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._parser.CharacterDataHandler, self._error = None, False
        self._repeated = self._count(attributes, "table:number-columns-repeated") if len(attributes) else 1
        self._left, self._column = self._column, self._column + self._repeated
        if "table:number-rows-spanned" in attributes or "table:number-columns-spanned" in attributes:
            self._note_merge(attributes)
        if "office:value-type" in attributes or "table:formula" in attributes:
            self._note_content(attributes)

    def _note_merge(self, attributes: dict[str, str]) -> None:
        down = self._count(attributes, "table:number-rows-spanned")
        across = self._count(attributes, "table:number-columns-spanned")
        if down > 1 or across > 1:
            top, left = self._row + 1, self._left
            self.tables[-1].merges.append(Merge(top, left, top + down - 1, left + across - 1))

    def _note_content(self, attributes: dict[str, str]) -> None:
        facts = self.tables[-1]
        self._width = self._column
        facts.reach(self._row + self._rows_repeated, self._column - 1)
        if facts.rows * facts.columns > BLOCK:
            raise Unfit(SHEET_TOO_LARGE)
        if self._row_hidden:
            facts.hidden_rows.update(range(self._row + 1, self._row + self._rows_repeated + 1))
        if attributes.get("table:style-name") in self._struck_styles:
            facts.struck.update(self._places())
        if "table:formula" in attributes:
            facts.formulas += self._repeated * self._rows_repeated
            if "office:value-type" not in attributes:
                facts.unsolved.update(self._places())
        self._error = attributes.get("calcext:value-type") == "error"
        if self._error or self._repeated * self._rows_repeated > 1:
            self._spend_words(len(attributes.get("office:string-value", "")))
            self._parser.CharacterDataHandler = self._read

    def _places(self) -> Iterator[tuple[int, int]]:
        """Every place that the cell being read stands for."""
        columns = range(self._left, self._column)
        return ((self._row + 1 + down, column) for down in range(self._rows_repeated) for column in columns)

    def _read(self, text: str) -> None:
        """Count a text that is repeated, and keep what an error value says (``calcext:value-type``)."""
        self._spend_words(len(text))
        if self._error and (words := text.strip()):
            self.tables[-1].errors.update(dict.fromkeys(self._places(), words))

    def _spend_words(self, count: int) -> None:
        self._words += count * self._repeated * self._rows_repeated
        if self._words > MOST_CELL_TEXT:
            raise Unfit(TOO_WORDY)


def inspect_tables(package: Package) -> list[SheetFacts]:
    """The facts of every table of an .ods, in order; ``Unfit`` when calamine must not be given it."""
    kind = b"".join(package.unpack("mimetype")) if "mimetype" in package.parts else b""
    if not kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise Unfit(NOT_A_WORKBOOK)
    if any(tag == "encryption-data" for tag, _ in package.small("meta-inf/manifest.xml")):
        raise Unfit(PASSWORD)
    package.forget()
    for name in package.parts:
        if name != "content.xml":
            deque(package.unpack(name), maxlen=0)  # only counted
    tables = ContentScan(package.unpack("content.xml")).tables
    if sum(2 * facts.rows * facts.columns for facts in tables) > BLOCK:  # calamine lays formulas out too
        raise Unfit(SHEET_TOO_LARGE)
    return tables
