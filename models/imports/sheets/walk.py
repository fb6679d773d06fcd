"""The walk down a sheet below its first heading: what each row is, and what is done with it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import islice
from typing import Any

from models.imports.sheets.cells import shown
from models.imports.sheets.row_kinds import is_example
from models.imports.workbooks.sheet import Sheet


class SheetWalk(ABC):
    """Goes through the rows of a sheet, each of which is somebody's, or begins another table, or is neither."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def walk(self, first: int) -> None:
        """Go through the rows from this index on."""
        rows = iter(enumerate(self.sheet.rows))
        for index, cells_of in islice(rows, first, None):
            if is_example(cells_of):
                self.leave_out(index, "　".join(filter(None, map(shown, cells_of))))
            elif self.is_somebody(cells_of):
                self.take(index, cells_of)
            elif (further := self.begin_at(index)) is not None:  # hardly a person: look closer
                next(islice(rows, further, further), None)
            elif (words := self.aside(index, cells_of)) is None:
                self.take(index, cells_of)
            elif words:
                self.leave_out(index, words)

    def place(self, index: int) -> int:
        """A row's number as the spreadsheet shows it."""
        return self.sheet.first_row + index

    @abstractmethod
    def is_somebody(self, cells_of: list[Any]) -> bool:
        """Whether a row surely tells of somebody, so that nothing else need be asked."""

    @abstractmethod
    def begin_at(self, index: int) -> int | None:
        """Begin the table whose heading begins on this row: how many more rows its heading has; None for none."""

    @abstractmethod
    def aside(self, index: int, cells_of: list[Any]) -> str | None:
        """What a row says that is nobody's: '' when nothing of its own; None when it is a row of the table after all."""

    @abstractmethod
    def take(self, index: int, cells_of: list[Any]) -> None:
        """Read a row of the table."""

    @abstractmethod
    def leave_out(self, index: int, words: str) -> None:
        """Note the words of a row that is nobody's."""
