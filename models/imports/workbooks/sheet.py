"""A sheet as a grid of plain cells: what stands where, and nothing of what it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from models.imports.workbooks.parts import Merge

Cell: TypeAlias = str | float | int | bool | date | datetime | time | timedelta


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet's used area.

    ``rows[i][j]`` stands on row ``first_row + i`` (from 1, as spreadsheet programs show) and in column
    ``first_column + j`` (from 0); empty cells are ``""``, error values their text (``#N/A``). A cell merged
    down over several rows is repeated on each of them; one merged across stays in its first column.
    ``unsolved`` are the places (row from 1, column from 0) of formulas whose result was never saved; they
    are ``""`` in ``rows``, or lie outside them. ``hidden_rows`` (from 1) are those that the officer does not see, hidden by
    hand or by a filter, ``hidden_columns`` (from 0) likewise; ``struck`` the places of cells whose text is struck out.
    ``remarks`` tell how the grid came to be, where the file is no plain workbook or the grid was another; ``own_letters``
    are then the letters under which the columns are told, where they are not those of a plain row.
    """

    name: str
    hidden: bool
    rows: list[list[Cell]]
    first_row: int
    first_column: int
    merges: tuple[Merge, ...]
    unsolved: frozenset[tuple[int, int]]
    formulas: int
    hidden_rows: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    remarks: tuple[str, ...] = ()
    own_letters: tuple[str, ...] = ()

    def at(self, row: int, column: int) -> Cell:
        """What stands on a row (from 1) in a column (from 0); "" outside the used area."""
        down, along = row - self.first_row, column - self.first_column
        if not 0 <= down < len(self.rows) or not 0 <= along < len(self.rows[down]):
            return ""
        return self.rows[down][along]

    def letters(self, index: int) -> str:
        """The letters of the column that stands at this place of a row."""
        own = self.own_letters
        return own[index] if index < len(own) else column_letters(self.first_column + index)


def column_letters(number: int) -> str:
    """A column as spreadsheet programs show it: 0 → A, 27 → AB."""
    letters = ""
    while number >= 0:
        number, letter = divmod(number, 26)
        letters = chr(ord("A") + letter) + letters
        number -= 1
    return letters
