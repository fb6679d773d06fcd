"""Chinese characters 汉字: which are other forms of one, which are written one for the other, and how many strokes they have.

The tables are in ``resources/characters``, which tells where they come from.
"""

from __future__ import annotations

import csv
from functools import cache

import resources

MOST_STROKES = 99  # of a character that the table does not know: behind all others


def one_form(text: str) -> str:
    """The text with traditional and variant characters written as the standard ones: only to compare by."""
    return text if text.isascii() else text.translate(_forms())


def may_stand_for(one: str, other: str) -> bool:
    """Whether lists write one of these two characters for the other, though both are standard: 肖 and 萧."""
    return one == other or other in _alike().get(one, "")


def strokes(character: str) -> int:
    """The number of strokes of a character; ``MOST_STROKES`` when it is not known."""
    return _strokes().get(character, MOST_STROKES)


@cache
def _forms() -> dict[int, str]:
    with resources.path("characters/variants.csv").open(encoding="utf-8", newline="") as file:
        return {ord(each): row["written"] for row in csv.DictReader(file) for each in row["character"]}


@cache
def _alike() -> dict[str, str]:
    with resources.path("characters/alike.csv").open(encoding="utf-8", newline="") as file:
        return {each: row["characters"] for row in csv.DictReader(file) for each in row["characters"]}


@cache
def _strokes() -> dict[str, int]:
    with resources.path("characters/strokes.csv").open(encoding="utf-8", newline="") as file:
        return {each: int(row["strokes"]) for row in csv.DictReader(file) for each in row["characters"]}
