"""Paper: the sheets of one file as a writer made them, and beside each row what it says of whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

Grid = list[list[Any]]
ANY_ROW = (
    0  # a claim of a sheet whose rows are not those of the reader: a form, a table on its side, a document
)


@dataclass(frozen=True)
class Claim:
    """That a row says this of somebody; ``spoilt`` where its writer wrote what says nothing, so that it must be told."""

    number: str
    field: str
    value: str | date
    row: int
    heading: str = ""
    spoilt: bool = False


@dataclass(frozen=True)
class MoneyClaim:
    """That so much was paid or given: ``month`` as 2020-03, or the visit's occasion."""

    number: str
    amount: Decimal
    row: int
    month: str = ""
    visit: bool = False
    gifts: str = ""


@dataclass
class Page:
    """One sheet: its cells, how it looks, and what it claims."""

    name: str
    grid: Grid = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)  # top, left, bottom, right, from 0
    hidden_rows: set[int] = field(default_factory=set)  # from 0, as the grid's
    struck_rows: set[int] = field(default_factory=set)
    hidden: bool = False
    claims: list[Claim] = field(default_factory=list)
    money: list[MoneyClaim] = field(default_factory=list)
    absent: dict[str, int] = field(
        default_factory=dict
    )  # numbers that must not get a file by this page, and their row
    refusable: set[str] = field(
        default_factory=set
    )  # people of rows with a number that nobody can read any more
    told: list[tuple[int, str]] = field(default_factory=list)  # what must be told of a row, as a pattern

    @property
    def next_row(self) -> int:
        """The number of the row that is written next, as a spreadsheet shows it."""
        return len(self.grid) + 1

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge cells of the grid, of which the first alone holds anything."""
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))


@dataclass
class Paper:
    """One file: its name without the suffix, its format, its sheets."""

    name: str
    suffix: str
    pages: list[Page]
