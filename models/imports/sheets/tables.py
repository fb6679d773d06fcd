"""A table of a stranger's sheet: one heading and what it makes of the rows below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from models.imports.sheets.cells import shown
from models.imports.sheets.column_readers import ColumnReader
from models.imports.sheets.read_rows import (
    COLUMN_UNSEEN,
    HIDDEN_ROWS,
    PICTURES,
    STRUCK_CELL,
    STRUCK_ROW,
    UNSOLVED_WORDS,
    ReadRow,
    SheetRemark,
)
from models.imports.sheets.row_kinds import VOID, is_ditto
from models.imports.sheets.whose import NAMES, NUMBERS
from models.imports.workbooks.sheet import Sheet

PICTURE_CELL = re.compile(r"=(_xlfn\.|_xlws\.)*(DISPIMG|IMAGE)\(", re.IGNORECASE)
NOTHING_SAID = VOID | {""}
TableRow = TypeVar("TableRow", bound=ReadRow)


class SheetTable(Generic[TableRow]):
    """The readers of a table's columns; where two read one field, the better one comes first."""

    def __init__(self, sheet: Sheet, readers: Sequence[ColumnReader[TableRow]]) -> None:
        self.sheet = sheet
        self.readers = sorted(readers, key=lambda reader: reader.again)
        first = [reader for reader in self.readers if reader.field and not reader.again]
        self.by_field = {reader.field: reader for reader in first}
        self.letters = {field: reader.letters for field, reader in self.by_field.items()}
        self.hidden: list[int] = []  # rows read that the officer does not see
        self.above: list[Any] = []  # the cells of the row above, for those that but say 同上

    def fill(self, row: TableRow, cells_of: list[Any]) -> None:
        """Read every cell of a row by its column."""
        for reader in self.readers:
            self.take(reader, row, cells_of)
        if row.row in self.sheet.hidden_rows:
            self.hidden.append(row.row)

    def resolved(self, cells_of: list[Any]) -> list[Any]:
        """A row's cells, those that but say 同上 with what stands above them; it is above the next row then."""
        if any(map(is_ditto, cells_of)):
            above = self.above + [""] * len(cells_of)
            cells_of = [above[i] if is_ditto(cell) else cell for i, cell in enumerate(cells_of)]
        self.above = cells_of
        return cells_of

    def take(self, reader: ColumnReader[TableRow], row: TableRow, cells_of: list[Any]) -> None:
        """Read one cell; a formula without its result refuses the row."""
        cell = reader.cell(cells_of)
        if self.sheet.unsolved and (row.row, self.sheet.first_column + reader.index) in self.sheet.unsolved:
            row.refused = row.refused or SheetRemark(row.row, reader.letters, None, UNSOLVED_WORDS)
        elif cell is None or cell == "" or (isinstance(cell, str) and cell.isspace()):
            return
        elif isinstance(cell, str) and cell.startswith("=") and PICTURE_CELL.match(cell):
            reader.pictures = True
        elif self.sheet.struck and (row.row, self.sheet.first_column + reader.index) in self.sheet.struck:
            self._take_struck(reader, row, shown(cell))
        else:
            reader.take(row, cell)

    @staticmethod
    def _take_struck(reader: ColumnReader[TableRow], row: TableRow, words: str) -> None:
        """What is struck out was deleted by its writer: a person whole, or one fact."""
        if reader.field in NAMES | NUMBERS:
            row.refused = row.refused or SheetRemark(row.row, reader.letters, words, STRUCK_ROW)
        else:
            told = STRUCK_CELL.format(reader.heading, words)
            row.findings.append(SheetRemark(row.row, reader.letters, words, told))

    def appearances(self, row: int) -> Iterator[SheetRemark]:
        """What is to be told of what the officer sees otherwise: pictures in cells, hidden rows, a hidden sheet."""
        for reader in self.readers:
            if reader.pictures:
                yield SheetRemark(row, reader.letters, reader.heading, PICTURES.format(reader.heading))
            if reader.used and self.sheet.first_column + reader.index in self.sheet.hidden_columns:
                yield SheetRemark(row, reader.letters, reader.heading, COLUMN_UNSEEN.format(reader.heading))
        if self.hidden:
            rows = "、".join(map(str, dict.fromkeys(self.hidden)))
            yield SheetRemark(self.hidden[0], None, None, HIDDEN_ROWS.format(rows))

    def filled(self, cells_of: list[Any]) -> list[ColumnReader[TableRow]]:
        """The columns in which a row says something."""
        return [reader for reader in self.readers if shown(reader.cell(cells_of)) not in NOTHING_SAID]
