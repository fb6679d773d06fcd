"""Code tables: the names the archive keeps, the codes that stand for them, and how rosters spell them.

The tables are ``resources/codes/*.csv``; their README names the source of each and what is unconfirmed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from models.core.words import half_width
from resources import path

# Systems number these differently (a province's party codes skip 共青团员, its bank codes are partly
# its own), so their codes are no spellings; the numbers on which all agree stand in the column ``other``.
BY_NAME_ONLY = frozenset({"politics", "bank"})
REMEMBERED = 10_000  # spellings kept per table beyond its own: a column of free text must not fill the memory

UNSEEN_CHARACTERS = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\"'“”‘’「」]+")
GAPS = re.compile(r"(?<![\d\s、,])[\s、,]+|[\s、,]+(?![\d\s、,])")  # “1、2” is two codes, never 12
CODE_BRACKETS = str.maketrans("〔〕【】[]", "()()()")


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a table: ``code`` is text, '' where none is known; ``name`` is what the archive keeps."""

    code: str
    name: str
    others: tuple[str, ...]
    source: str


class Ambiguous(ValueError):
    """Two names of one table claim the same spelling: a mistake in the file, never the officer's."""


class Spellings(dict[str, str | None]):
    """Spelling to name, learning each new way of writing (and each unknown word) the first time it is met."""

    def claim(self, spelling: str, name: str) -> None:
        """Let a spelling mean a name; ``Ambiguous`` when it means another already."""
        for form in (spelling, bare_code(spelling)):
            if self.setdefault(form, name) != name:
                raise Ambiguous(f"{spelling}: {dict.__getitem__(self, form)} / {name}")

    def __missing__(self, text: str) -> str | None:
        name = self.get(bare_code(text))
        if len(self) < REMEMBERED:
            self[text] = name
        return name


class CodeTable:
    """The entries of one table, in the order the forms offer them."""

    def __init__(self, codes: Iterable[Code], codes_are_spellings: bool = True) -> None:
        """Raises ``Ambiguous`` when a spelling would lead to two names."""
        self.codes = tuple(codes)
        self._by_name = {entry.name: entry for entry in self.codes}
        self._spellings = Spellings()
        for entry in self.codes:
            numbers = forms_of(entry.code) if codes_are_spellings else ()
            for spelling in (entry.name, *entry.others, *numbers):
                self._spellings.claim(spelling, entry.name)

    def names(self) -> tuple[str, ...]:
        """The standard names, in order."""
        return tuple(self._by_name)

    def read(self, text: str) -> str | None:
        """The standard name for any accepted spelling or code; None when it is not one of this table."""
        return self._spellings[text]

    def code(self, name: str) -> str:
        """The code of a standard name, '' where none is known; ``KeyError`` for a name not of this table."""
        return self._by_name[name].code

    def below(self, code: str) -> tuple[str, ...]:
        """The names whose code goes on from ``code``: the streets of ``630103`` in the table ``place``."""
        return tuple(entry.name for entry in self.codes if entry.code.startswith(code) and entry.code != code)


def bare_code(text: str) -> str:
    """A spelling without spaces, quotation marks and list commas, half-width, brackets round, capital."""
    return GAPS.sub("", UNSEEN_CHARACTERS.sub("", half_width(text))).translate(CODE_BRACKETS).upper()


def forms_of(code: str) -> Iterator[str]:
    """The ways a code is written: as it is, and a number with and without its leading zero."""
    if code:
        yield code
    if code.isdecimal():
        number = str(int(code))
        yield from (number, number.zfill(2))


def table_rows(name: str) -> list[dict[str, str]]:
    """The lines of a table; ``FileNotFoundError`` when there is no such table.

    A kind of identity that no line of ``category.csv`` divides is a category itself, and what a kind is paid as is an item
    of payment, though ``payment_item.csv`` has no spellings of it.
    """
    rows = _lines(name)
    if name == "category":
        divided = {row["kind"] for row in rows}
        rows += [
            row | {"code": "", "kind": row["name"]} for row in _lines("kind") if row["name"] not in divided
        ]
    if name == "payment_item":
        known = {row["name"] for row in rows}
        rows += [
            {"code": "", "name": row["item"], "other": "", "source": row["source"]}
            for row in _lines("kind")
            if row["item"] and row["item"] not in known
        ]
    return rows


def _lines(name: str) -> list[dict[str, str]]:
    with path(f"codes/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def table(name: str) -> CodeTable:
    """The table of that file name, read once."""
    codes = (
        Code(row["code"], row["name"], tuple(filter(None, row["other"].split("|"))), row["source"])
        for row in table_rows(name)
    )
    return CodeTable(codes, codes_are_spellings=name not in BY_NAME_ONLY)


@cache
def kinds_by_category() -> dict[str, str]:
    """Which identity kind each category belongs to."""
    return {row["name"]: row["kind"] for row in table_rows("category")}


@cache
def paid_as(name: str) -> dict[str, str]:
    """As which item the office pays each name of a table: an identity's kind, a case's kind of medical aid."""
    return {row["name"]: row["item"] for row in table_rows(name)}


@cache
def statistic_groups() -> dict[str, str]:
    """The column of 优抚资金情况统计总表 for each programme of payment that has one of its own, by the programme's name."""
    return {row["name"]: row["statistic"] for row in table_rows("programme") if row["statistic"]}


@cache
def medical_programmes() -> frozenset[str]:
    """The programmes of payment that a person's file tells among its medical aid."""
    return frozenset(row["name"] for row in table_rows("programme") if row["medical"])


def kind_of_category(category: str) -> str | None:
    """The identity kind of a category in any accepted spelling (烈属 → 三属); None when unknown."""
    return kinds_by_category().get(table("category").read(category) or "")


def categories_of(kind: str) -> tuple[str, ...]:
    """The categories of an identity kind, in order, as a form offers them."""
    return tuple(category for category, its_kind in kinds_by_category().items() if its_kind == kind)
