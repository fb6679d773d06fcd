"""Column breadths 栏宽: a table whose longest words would make a row as high as a page gives them room that other columns can spare.

Where nothing is long the breadths stay as the table says them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from reportlab.lib.units import mm

from reports.paper.fonts import SERIF
from reports.paper.layout import PAD, breadth
from reports.paper.sheet import Style

WORDS = Style(SERIF, 10, 13)  # a little larger than cells are set
MOST_LINES = 8  # of a cell, before other columns give room
EDGES = 2 * PAD / mm + 0.5  # mm


def fitted_breadths(
    headings: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]
) -> tuple[float, ...]:
    """The breadths of columns in mm, whose headings and usual breadths are given; their sum stays."""
    usual = [width for _, width in headings]
    if not rows:
        return tuple(usual)
    longest = [_length(max(column, key=len)) for column in zip(*rows, strict=True)]
    if all(_lines(length, width) <= MOST_LINES for length, width in zip(longest, usual, strict=True)):
        return tuple(usual)
    least = [
        _least(words, *both)
        for (words, _), both in zip(headings, zip(longest, usual, strict=True), strict=True)
    ]
    for most in range(MOST_LINES, 1000):
        found = [max(low, length / most + EDGES) for low, length in zip(least, longest, strict=True)]
        if sum(found) <= sum(usual):
            return _spread(found, longest, sum(usual) - sum(found))
    return tuple(usual)


def _spread(found: Sequence[float], longest: Sequence[float], rest: float) -> tuple[float, ...]:
    """What is left goes to the columns with several lines, by what they have to say."""
    wanting = [
        length if length + EDGES > width else 0.0 for length, width in zip(longest, found, strict=True)
    ]
    every = sum(wanting) or 1.0
    return tuple(width + rest * want / every for width, want in zip(found, wanting, strict=True))


def _least(heading: str, length: float, usual: float) -> float:
    """As narrow as a column may become: its heading stands, and what stood in one line does."""
    said = max(map(_length, heading.split("\n")))
    return min(usual, max(said, length if length + EDGES <= usual else 0.0) + EDGES)


def _lines(length: float, width: float) -> int:
    return ceil(length / max(width - EDGES, 1))


def _length(words: str) -> float:
    """How broad words are in one line, in mm."""
    return breadth(words, WORDS) / mm
