"""Planned sheets: which pages of a paper lie on which sheet, so that as many sheets come out as were promised."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

MOST_SHEETS_OF_BATCH = 50  # handed to the spooler at once: after a paper jam no more than these are in doubt


@dataclass(frozen=True, slots=True)
class PlannedSheets:
    """The sheets of one run in their order, each with the numbers of its pages, one or two, counted from 1."""

    sheets: tuple[tuple[int, ...], ...]

    @classmethod
    def of(
        cls,
        numbers: Sequence[int],
        both_sides: bool = False,
        copies: int = 1,
        look: Callable[[int], object] = lambda _: None,
    ) -> PlannedSheets:
        """Lay pages on sheets. ``look`` tells a page's size and turning: two that differ are never on one sheet.

        A copy begins on a sheet of its own.
        """
        sheets: list[tuple[int, ...]] = []
        for number in numbers:
            open_back = both_sides and sheets and len(sheets[-1]) == 1
            if open_back and look(sheets[-1][0]) == look(number):
                sheets[-1] = (*sheets[-1], number)
            else:
                sheets.append((number,))
        return cls(tuple(sheets) * copies)

    @property
    def pages(self) -> int:
        """How many pages are sent, each copy counted."""
        return sum(map(len, self.sheets))

    def pages_before(self, sheet: int) -> int:
        """How many pages are sent before that sheet, counted from 1."""
        return sum(map(len, self.sheets[: sheet - 1]))

    def batches(self, first: int = 1, most: int = MOST_SHEETS_OF_BATCH) -> Iterator[tuple[int, int]]:
        """From that sheet on, first and last sheet of each batch."""
        for start in range(first, len(self.sheets) + 1, most):
            yield start, min(start + most - 1, len(self.sheets))
