"""A column's values, weighed as a whole: of which sorts they are, and how surely.

A column is judged on a sample of rows, so that a sheet of ten thousand is judged as fast as one of a hundred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from models.core import citizen_number
from models.imports.evidence.surnames import has_surname
from models.imports.evidence.value_sorts import (
    NUMBER_SORTS,
    WORD_SORTS,
    ValueSort,
    is_long_number,
    sorts_of_value,
)

CLEAR = 0.8  # the share of the filled cells from which a sort is clear; the rest are slips
PERHAPS = 0.5  # from which it may be meant
FULL_COLUMN = 0.8  # the share of the rows from which a column is full
SAID_OFTEN = 0.5  # the share of the rows that words must fill to be a fact of each: else they are remarks
DISTINCT = 0.5  # the share of different values: a cadre's telephone stands beside many people
FEW = 3  # values that say nothing of how many are different
SURNAMES = 0.7  # the share of names that begin with a usual surname
LEAST = {ValueSort.PHONE: 2, ValueSort.ACCOUNT: 2, ValueSort.NAME: 2, ValueSort.MONEY: 2}  # cells; else one
OF_ONE = NUMBER_SORTS | {ValueSort.NAME}
SHOWN_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """The filled cells of a column in a sample of rows, as text."""

    texts: tuple[str, ...]
    rows: int
    shares: dict[ValueSort, float]

    @property
    def full(self) -> bool:
        return bool(self.texts) and len(self.texts) >= FULL_COLUMN * self.rows

    @property
    def samples(self) -> tuple[str, ...]:
        """The first three different values, for the officer to see."""
        return tuple(dict.fromkeys(self.texts))[:SHOWN_SAMPLES]

    def share(self, sort: ValueSort | None) -> float:
        return self.shares.get(sort, 0.0) if sort is not None else 0.0

    def clear(self) -> list[ValueSort]:
        """The sorts of which the column clearly is, the surest first."""
        found = [sort for sort, share in self.shares.items() if share >= CLEAR and self._enough(sort)]
        return sorted(found, key=lambda sort: -self.shares[sort])

    def perhaps(self) -> list[ValueSort]:
        """The sorts of which most cells are, and not nearly all."""
        return [sort for sort, share in self.shares.items() if PERHAPS <= share < CLEAR]

    @property
    def long_numbers(self) -> bool:
        """Whether it is full of numbers as long as accounts, whatever their check digits say."""
        return self.full and sum(map(is_long_number, self.texts)) >= CLEAR * len(self.texts)

    def _enough(self, sort: ValueSort) -> bool:
        if len(self.texts) < LEAST.get(sort, 1):
            return False
        if sort in WORD_SORTS and len(self.texts) < SAID_OFTEN * self.rows:
            return False
        if sort in OF_ONE and len(self.texts) >= FEW:
            return len(set(self.texts)) >= DISTINCT * len(self.texts)
        return True


def values_of(cells: Sequence[str], births: Sequence[str] = ()) -> ColumnValues:
    """The values of a column: its cells row by row ('' = empty), and the birth dates that the rows' numbers tell."""
    texts = tuple(filter(None, cells))
    if not texts:
        return ColumnValues((), len(cells), {})
    found = Counter(sort for text in texts for sort in sorts_of_value(text))
    if found[ValueSort.DAY] and births:
        dated = zip(cells, births, strict=True)
        found[ValueSort.BIRTH] = sum(bool(text and born) and _is_day(text, born) for text, born in dated)
    shares = {sort: count / len(texts) for sort, count in found.items() if count}
    if ValueSort.NAME in shares and sum(map(has_surname, texts)) < SURNAMES * len(texts):
        del shares[ValueSort.NAME]
    return ColumnValues(texts, len(cells), shares)


def birth_told(number: str) -> str:
    """The eight digits of the birth date in a citizen number; '' when it is none."""
    bare = number.replace(" ", "").upper()
    if len(bare) != 18 or not bare[:17].isdecimal() or citizen_number.birth_in(bare) is None:
        return ""
    return bare[6:14]


def _is_day(text: str, born: str) -> bool:
    """Whether a written day is that of birth, as far as it is written: 1948-08, 1948年8月15日."""
    parts = "".join(part.zfill(2) for part in _numbers(text.split(" ")[0]))
    return len(parts) >= 6 and born.startswith(parts[:8])


def _numbers(text: str) -> list[str]:
    return "".join(character if character.isdecimal() else " " for character in text).split()
