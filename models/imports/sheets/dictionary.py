"""A dictionary of headings: what each spelling means in one sort of strangers' tables, and how its columns are read.

``resources/dictionaries.csv`` has a line for each sort: the file of its spellings, what a heading of it needs, and whose
columns are not those of the person whom a row is about. Nothing here knows what the fields are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

import resources
from models.core.words import bare_heading
from models.imports.evidence.taught import OF_ROSTER
from models.imports.words.heading_forms import heading_forms

NOTHING = "ignored"  # the field of a column that is not read
OUR_COLUMN = "导入结果"  # our own column, on a sheet that was given back and mended
GUESSED = 1000  # the rank of a field that only a part of the heading tells
NO_MATCH = re.compile(r"(?!)")
Needs = tuple[frozenset[str], ...]  # of each group at least one field must have a column


class Reason(StrEnum):
    """Why a column is taken for what it is; the surest first."""

    OFFICE = "本单位说明"
    SPELT = "表头"
    SHORTENED = "表头（去掉附注）"
    OTHER_KIND = "别类名册的表头"
    GUESSED = "表头中的词"
    CONTENT = "内容"
    OTHERS = "别人的"  # a helper's, a payee's, a guardian's: no value makes it the person's own
    UNKNOWN = ""

    @property
    def certainty(self) -> int:
        """How sure a column is that is known for this reason, of a hundred."""
        return CERTAINTIES.get(self, 0)


CERTAINTIES = {
    Reason.OFFICE: 100,
    Reason.SPELT: 95,
    Reason.SHORTENED: 90,
    Reason.CONTENT: 85,
    Reason.OTHER_KIND: 80,
    Reason.GUESSED: 60,
}


class Meaning(NamedTuple):
    """What a heading is about ('' = unknown), how far from the field's own name its spelling is (0 = next), and why."""

    field: str
    rank: int
    reason: Reason = Reason.UNKNOWN


@dataclass(frozen=True, slots=True)
class FieldSpelling:
    """A line of a dictionary's file: a field, in tables of one kind or ('') of any.

    ``again`` is what a second column of the field is: '' the same once more, ``unknown``, or another field.
    ``groups`` tells below whose heading it may stand and is still the row's own.
    """

    field: str
    kind: str
    reads: str
    again: str
    groups: re.Pattern[str]
    spellings: tuple[str, ...]
    pattern: re.Pattern[str] | None


class Dictionary:
    """The spellings of one sort of tables."""

    def __init__(self, row: Mapping[str, str]) -> None:
        """``row`` is a line of ``resources/dictionaries.csv``."""
        self.name, self.needs, self.again = row["name"], needs_in(row["needs"]), row["again"]
        self.strangers, self.unguessed = (
            re.compile(row[each] or "(?!)") for each in ("strangers", "unguessed")
        )
        self.lines = tuple(_line({"again": self.again} | each) for each in _csv(row["headings"]))
        self._lines = {(line.kind, line.field): line for line in reversed(self.lines)}
        self._known: dict[tuple[str, str], tuple[str, int]] = {}
        for line in self.lines:
            for rank, spelling in enumerate(line.spellings):
                self._known.setdefault((line.kind, bare_heading(spelling)), (line.field, rank))
        self._spelt = frozenset(form for (_, form), (field, _) in self._known.items() if field != NOTHING)
        self.meaning = lru_cache(maxsize=4096)(self._meaning)

    def _meaning(self, heading: str, kind: str = "") -> Meaning:
        """What a heading is about in a table of that kind, and how well it says so."""
        name = bare_heading(heading)
        if name.startswith(OUR_COLUMN):
            return Meaning(NOTHING, 0, Reason.SPELT)
        forms = list(heading_forms(heading, self.strangers))
        for further, form in enumerate(forms):
            for owner in (kind, ""):
                if form and (found := self._known.get((owner, form))):
                    reason = Reason.SPELT if form == name else Reason.SHORTENED
                    return Meaning(found[0], found[1] + (100 * further if form != name else 0), reason)
        return self._of_another_kind(name, kind) or self._guessed(forms[-1], kind)

    def _of_another_kind(self, name: str, kind: str) -> Meaning | None:
        """Any kind's own word, when the kind is not yet known."""
        words = (each for (owner, form), each in self._known.items() if not kind and owner and form == name)
        found = next(words, None)
        return Meaning(*found, Reason.OTHER_KIND) if found else None

    def _guessed(self, shortest: str, kind: str) -> Meaning:
        if not self.unguessed.search(shortest):
            for line in self.lines:
                if line.pattern and line.kind in (kind, "") and line.pattern.search(shortest):
                    return Meaning(line.field, GUESSED, Reason.GUESSED)
        return Meaning("", 0)

    def has(self, field: str, kind: str = "") -> bool:
        """Whether a field that the office names exists here; rosters' fields are those of records."""
        return self.name == OF_ROSTER or field in ("", NOTHING, *(each.field for each in self.of_kind(kind)))

    def know(self, field: str, name: str, kind: str = "", reads: str = "") -> None:
        """Let a field's own name be one of its spellings, where no field of such tables has that spelling yet."""
        form = bare_heading(name)
        if any((owner, form) in self._known for owner in (kind, "")):
            return
        self._known[kind, form] = (field, 0)
        self._spelt |= {form}
        self.meaning.cache_clear()
        if self.line_of(field, kind) is None:
            line = FieldSpelling(field, kind, reads, self.again, NO_MATCH, (name,), None)
            self.lines, self._lines[kind, field] = (*self.lines, line), line

    def line_of(self, field: str, kind: str = "") -> FieldSpelling | None:
        """The line of a field in tables of a kind."""
        return self._lines.get((kind, field)) or self._lines.get(("", field))

    def of_kind(self, kind: str) -> list[FieldSpelling]:
        return [line for line in self.lines if line.kind == kind]

    def knows(self, heading: str) -> bool:
        """Whether a table of any kind has this heading."""
        return not self._spelt.isdisjoint(heading_forms(heading, self.strangers))


@cache
def all_dictionaries() -> dict[str, Dictionary]:
    return {row["name"]: Dictionary(row) for row in _csv("dictionaries.csv")}


def dictionary_of(name: str) -> Dictionary:
    """The dictionary of that name in ``resources/dictionaries.csv``."""
    return all_dictionaries()[name]


def needs_in(words: str) -> Needs:
    """``number|name number|born``: groups apart by a space, alternatives by a stroke."""
    return tuple(frozenset(group.split("|")) for group in words.split())


def missing_groups(needs: Needs, fields: Iterable[str]) -> list[frozenset[str]]:
    """The groups of which these columns give nothing."""
    has = set(fields)
    return [group for group in needs if not group & has]


def _line(row: Mapping[str, str]) -> FieldSpelling:
    pattern, groups = row.get("pattern", ""), row.get("groups", "")
    return FieldSpelling(
        row["field"],
        row.get("kind", ""),
        row.get("reads", ""),
        row.get("again", ""),
        re.compile(groups) if groups else NO_MATCH,
        tuple(row["spellings"].split("|")),
        re.compile(pattern) if pattern else None,
    )


def _csv(name: str) -> list[dict[str, str]]:
    with resources.path(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
