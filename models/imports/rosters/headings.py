"""The headings of a roster 花名册: they say 姓名 and 身份证号, and most besides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from models.core.record import Record, Sealed
from models.imports.sheets.columns import FoundColumn, known_in
from models.imports.sheets.dictionary import OF_ROSTER, Dictionary, dictionary_of, missing_groups
from models.imports.sheets.headings import TableHeading, find_heading
from models.imports.words import kind_words
from models.people.identity import Identity
from models.people.person import Person

ENOUGH = 3  # known columns that make a heading of a row that names no number

NAMED_RECORDS: dict[str, type[Record]] = {"person": Person, "identity": Identity}  # of which rosters tell


@cache
def roster_dictionary() -> Dictionary:
    """The spellings of ``resources/headings.csv``, and after them what the archive itself calls its fields.

    So whatever we print or export under a field's name is read again, and a new field has its heading at once.
    """
    known = dictionary_of(OF_ROSTER)
    for owner, model in NAMED_RECORDS.items():
        for name, label in model.labels().items():
            field = model._meta.fields[name]
            if not (field.ours or isinstance(field, Sealed)):
                known.know(f"{owner}.{name}", label)
    return known


def find_roster(rows: Sequence[Sequence[Any]], kind: str = "") -> TableHeading | None:
    """The heading of a roster of that kind ('' = not known yet); None when no row is one."""
    return find_heading(rows, roster_dictionary(), _fits, kind)


def field_of(heading: str, kind: str = "") -> str:
    """What a heading is about in a roster of that kind: ``person.name``, ``identity.grade`` …; '' when unknown."""
    return roster_dictionary().meaning(heading, kind).field


def kind_signed(heading: TableHeading) -> str:
    """The kind whose own headings the roster has; '' when it has none or those of several."""
    return kind_words.kind_of_signs(heading.fields(), (column.heading for column in heading.columns))


def _fits(columns: Sequence[FoundColumn]) -> bool:
    fields = {column.field for column in columns}
    if missing_groups(roster_dictionary().needs, fields):
        return False
    return "person.number" in fields or known_in(columns) >= ENOUGH
