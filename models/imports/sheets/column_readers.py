"""A column's reader: its cells become values by the kind of its field, and what cannot be read is told."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from models.imports.sheets.cells import Spoilt, Unreadable, shown, unwrapped
from models.imports.sheets.columns import FoundColumn
from models.imports.sheets.field_kinds import CellReader
from models.imports.sheets.money import rounded_words
from models.imports.sheets.read_rows import SPOILT_WORDS, UNREADABLE_WORDS, ReadRow, SheetRemark
from models.imports.words.old_calendars import converted_words
from models.imports.workbooks.sheet import Sheet

SomeRow = TypeVar("SomeRow", bound=ReadRow)


class ColumnReader(Generic[SomeRow]):
    """Reads one column's cells into rows."""

    def __init__(self, column: FoundColumn, sheet: Sheet, read: CellReader, label: str = "") -> None:
        self.column, self.index, self.heading = column, column.index, column.heading
        self.field, self.again = column.field, column.again
        self.label = label or column.heading  # under which notes are kept
        self.letters = sheet.letters(column.index)
        self.read = read
        self.used = self.pictures = False

    def cell(self, cells_of: list[Any]) -> Any:
        return cells_of[self.index] if self.index < len(cells_of) else ""

    def take(self, row: SomeRow, cell: Any) -> None:
        """Read a cell that is not empty into the row."""
        self.used = True
        try:
            value = self.read(unwrapped(cell))
        except Spoilt as spoilt:
            remark = SheetRemark(row.row, self.letters, shown(cell), SPOILT_WORDS.format(spoilt))
            row.refused = row.refused or remark
        except Unreadable as error:
            self.unreadable(row, str(error))
        else:
            if told := converted_words(cell, value):
                row.converted[self.field] = row.notes[self.label] = shown(cell)
            if words := told or rounded_words(cell, value):
                row.findings.append(SheetRemark(row.row, self.letters, shown(cell), words))
            if value != "" and value is not None:
                self.put(row, value, cell)

    def unreadable(self, row: SomeRow, said: str) -> None:
        """Keep what cannot be read as a note, and tell it."""
        row.notes[self.label] = said
        words = UNREADABLE_WORDS.format(self.heading, said)
        row.findings.append(SheetRemark(row.row, self.letters, said, words))

    def put(self, row: SomeRow, value: Any, cell: Any) -> None:
        """Keep a value; here, as of an unknown column, as a note."""
        row.notes[self.label] = value
