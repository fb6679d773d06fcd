"""The headings of a roster 花名册: they say 姓名 and 身份证号, and most besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from models.core.record import Record, Sealed
from models.imports.evidence.taught import OF_ROSTER
from models.imports.rosters.own_columns import OF_OWN, own_column
from models.imports.sheets.columns import FoundColumn, columns_of, known_in
from models.imports.sheets.dictionary import Dictionary, dictionary_of, missing_groups
from models.imports.sheets.headings import (
    LONG_NUMBER,
    Fits,
    TableHeading,
    find_heading,
    heading_at,
    heading_by_values,
)
from models.imports.sheets.weighed_columns import weighed
from models.imports.words import kind_words
from models.people.identity import BankAccount, Identity
from models.people.person import Person

OF_PEOPLE_NEEDED = frozenset(["person.name", "person.number"])
ENOUGH = 3  # known columns that make a heading of a row that names no number

MIXED = "按行"  # each row says of which kind it is
KIND_LABEL = "身份（每行写明）"
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


def label_of(field: str) -> str:
    """What an officer calls a field of rosters."""
    owner, _, name = field.partition(".")
    if owner == OF_OWN:
        return own_column(name) or field
    model = (NAMED_RECORDS | {"account": BankAccount}).get(owner)
    return model.labels().get(name, field) if model is not None else KIND_LABEL


def find_roster(rows: Sequence[Sequence[Any]], kind: str = "") -> TableHeading | None:
    """The heading of a roster of that kind ('' = not known yet), its columns weighed against their values; None when no row is one."""
    found = find_heading(rows, roster_dictionary(), _fits, kind)
    if found is not None:
        columns = weighed(found.columns, of_one_table(rows, found.row), roster_dictionary(), kind)
        found = replace(found, columns=columns)
        if names_people(columns):
            return found
    return heading_by_values(rows, roster_dictionary(), _may_name_people, kind) or found


def of_one_table(rows: Sequence[Sequence[Any]], heading: int) -> Sequence[Sequence[Any]]:
    """The rows below a heading (its row's index) up to another one, below which the columns may be others."""
    below, own = rows[heading + 1 :], rows[heading]
    for number, row in enumerate(below):
        if any(isinstance(cell, str) and LONG_NUMBER.search(cell) for cell in row) or row == own:
            continue  # somebody's, or the same heading once more
        words = [cell for cell in row if cell not in ("", None)]
        if (
            len(words) >= ENOUGH
            and all(isinstance(cell, str) for cell in words)
            and known_in(columns_of(row, roster_dictionary(), "")) >= ENOUGH
        ):
            return below[:number]
    return below


def roster_at(rows: Sequence[Sequence[Any]], row: int, kind: str = "") -> TableHeading:
    """The heading that the officer says to end on a row (-1 = there is none)."""
    return heading_at(rows, row, roster_dictionary(), "" if kind == MIXED else kind)


def find_heading_below(rows: Sequence[Sequence[Any]], kind: str) -> TableHeading | None:
    """The heading of a roster that begins on one of a few rows, by its words alone."""
    return find_heading(rows, roster_dictionary(), _fits, kind)


def find_roster_heading(rows: Sequence[Sequence[Any]], fits: Fits, kind: str = "") -> TableHeading | None:
    """The heading of a table in the words of rosters that ``fits``, by its words alone: below it nobody stands yet."""
    return find_heading(rows, roster_dictionary(), fits, kind)


def field_of(heading: str, kind: str = "") -> str:
    """What a heading is about in a roster of that kind: ``person.name``, ``identity.grade`` …; '' when unknown."""
    return roster_dictionary().meaning(heading, kind).field


def kind_signed(heading: TableHeading) -> str:
    """The kind whose own headings the roster has; '' when it has none or those of several."""
    return kind_words.kind_of_signs(heading.fields(), (column.heading for column in heading.columns))


def names_people(columns: Sequence[FoundColumn]) -> bool:
    """Whether the columns give names and numbers."""
    return {column.field for column in columns} >= OF_PEOPLE_NEEDED


def _may_name_people(columns: Sequence[FoundColumn]) -> bool:
    """Whether the columns give names or numbers, and the other at least as a question."""
    fields = {column.field for column in columns}
    asked = {each.field for column in columns for each in column.candidates}
    return bool(OF_PEOPLE_NEEDED & fields) and fields | asked >= OF_PEOPLE_NEEDED


def _fits(columns: Sequence[FoundColumn]) -> bool:
    fields = {column.field for column in columns}
    if missing_groups(roster_dictionary().needs, fields):
        return False
    return "person.number" in fields or known_in(columns) >= ENOUGH
