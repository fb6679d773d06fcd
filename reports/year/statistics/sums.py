"""The sums of a statistic: which of its totals are nothing but the sum of cells beside them, and may stand as formulas.

Every cell is counted by itself, people by identity: a total of people is often less than the sum of its rows. So a
formula stands only where it comes to what was counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from models.year.statistics.frame import CellValue, StatisticHeading, StatisticSheet

LEAST_SUMMED = 2  # cells; one alone is a copy and no sum
Place = tuple[int, int]  # row and column of a cell, from 0


def summed_places(sheet: StatisticSheet, row: int, column: int) -> list[list[Place]]:
    """The runs of cells whose sum this total is; empty where it is no total, or comes to something else."""
    value = sheet.cells[row][column].value
    if not value:
        return []
    down = ([[(at, column) for at in run] for run in runs] for runs in _beside(sheet.rows, row))
    across = ([[(row, at) for at in run] for run in runs] for runs in _beside(sheet.columns, column))
    for places in (*down, *across):
        cells = [_value(sheet, place) for run in places for place in run]
        if len(cells) >= LEAST_SUMMED and _of_one_kind(value, cells) and sum(cells) == value:  # type: ignore[arg-type]
            return places
    return []


def _value(sheet: StatisticSheet, place: Place) -> CellValue:
    return sheet.cells[place[0]][place[1]].value or 0


def _of_one_kind(value: CellValue, cells: Sequence[CellValue]) -> bool:
    """Whether all are people or all are money; nothing is either."""
    return all(type(each) is type(value) for each in cells if each)


def _beside(headings: Sequence[StatisticHeading], total: int) -> Iterator[list[list[int]]]:
    """What a total may be the sum of, likeliest first: what comes behind it, before it, all, all of its own words."""
    if not headings[total].total:
        return
    plain = [number for number, heading in enumerate(headings) if not heading.total]
    runs = [
        [number for _, number in run] for _, run in groupby(enumerate(plain), lambda pair: pair[1] - pair[0])
    ]
    yield [run for run in runs if run[0] == total + 1]
    yield [run for run in runs if run[-1] == total - 1]
    yield runs
    yield [[number] for number in plain if headings[number].label == headings[total].label]
