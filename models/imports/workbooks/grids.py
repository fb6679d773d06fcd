"""A grid that is filled cell by cell, as pages and documents write their tables: with cells that reach down and across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.imports.workbooks.parts import SHEET_TOO_LARGE, Merge, Unfit
from models.imports.workbooks.sheet import Cell, Sheet

MOST_CELLS = (
    4_000_000  # of a page or a document; ten thousand people of a hundred columns have a quarter of it
)
FURTHEST_COLUMN, FURTHEST_ROW = 16_384, 1_048_576  # of any spreadsheet program


@dataclass(slots=True)
class GridInMaking:
    """Rows from the top; a cell that reaches down is repeated on each of its rows, as in ``Sheet``."""

    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    struck: set[tuple[int, int]] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    _waiting: dict[int, dict[int, Cell]] = field(default_factory=dict)  # row → column → what reaches there
    _cells: int = 0
    _at: int = 0  # the column of the next cell

    def begin_row(self, number: int = 0, hidden: bool = False) -> None:
        """Begin the next row, or the row of this number (from 1)."""
        number = number or len(self.rows) + 1
        if not len(self.rows) < number <= FURTHEST_ROW:
            raise Unfit(SHEET_TOO_LARGE)
        self._spend(number - len(self.rows))
        while len(self.rows) < number:
            self.rows.append([])
            self._settle()
        self._at = 0
        if hidden:
            self.hidden_rows.add(number)

    def put(
        self, value: Cell, down: int = 1, across: int = 1, column: int | None = None, struck: bool = False
    ) -> int:
        """Put a cell into the next free column, or into this one (from 0); says into which."""
        down, across = max(1, down), max(1, across)
        self._at = self._at if column is None else column
        row = len(self.rows)
        taken = self._waiting.get(row, {})
        while column is None and self._at in taken:
            self._at += 1
        left = self._at
        if left + across > FURTHEST_COLUMN or row + down > FURTHEST_ROW:
            raise Unfit(SHEET_TOO_LARGE)
        self._write(row, left, value)
        self._spend(across * down)
        for below in range(row, row + down):
            for beside in range(left, left + across):
                if (below, beside) != (row, left):
                    self._waiting.setdefault(below, {})[beside] = value if beside == left else ""
        if down > 1 or across > 1:
            self.merges.append(Merge(row, left, row + down - 1, left + across - 1))
        if struck:
            self.struck.add((row, left))
        self._at = left + across
        return left

    def skip(self, columns: int) -> None:
        """Leave columns empty before the next cell."""
        self._at += max(0, min(columns, FURTHEST_COLUMN))

    def reach_down(self, top: int, column: int, across: int) -> None:
        """Let a cell that was put on a row above reach down to this row."""
        row = len(self.rows)
        before = next(
            (each for each in reversed(self.merges) if (each.top, each.left) == (top, column)), None
        )
        if before is not None:
            self.merges.remove(before)
        self.merges.append(Merge(top, column, row, column + across - 1))

    def append(self, titles: Sequence[str], other: GridInMaking) -> None:
        """Put another grid below this one, titles above it."""
        for words in titles:
            self.begin_row()
            self.put(words)
        by = len(self.rows)
        self._spend(other._cells)
        self.rows += other.rows
        self.merges += [Merge(m.top + by, m.left, m.bottom + by, m.right) for m in other.merges]
        self.hidden_rows |= {row + by for row in other.hidden_rows}
        self.struck |= {(row + by, column) for row, column in other.struck}

    def width(self) -> int:
        """How many columns the broadest row has."""
        return max(map(len, self.rows), default=0)

    def sheet(self, name: str, hidden: bool = False, remarks: tuple[str, ...] = ()) -> Sheet:
        """What was filled, as a sheet whose rows are all equally long."""
        width = self.width()
        self._spend(len(self.rows) * width)
        rows = [row + [""] * (width - len(row)) for row in self.rows]
        while rows and all(cell == "" for cell in rows[-1]):
            rows.pop()
        return Sheet(
            name, hidden, rows, 1, 0, tuple(self.merges), frozenset(), 0, frozenset(self.hidden_rows),
            frozenset(self.struck), frozenset(self.hidden_columns), remarks,
        )  # fmt: skip

    def _write(self, row: int, column: int, value: Cell) -> None:
        cells = self.rows[row - 1]
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = value

    def _settle(self) -> None:
        """Write what reaches down into the row that has just begun."""
        row = len(self.rows)
        self._waiting.pop(row - 1, None)
        for column, value in sorted(self._waiting.get(row, {}).items(), key=lambda each: each[0]):
            self._write(row, column, value)

    def _spend(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise Unfit(SHEET_TOO_LARGE)
