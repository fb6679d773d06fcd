"""The heading of a roster 花名册: it says 姓名 and 身份证号, and most besides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.imports.sheets.columns import FoundColumn, known_in
from models.imports.sheets.dictionary import OF_ROSTER, dictionary_of, missing_groups
from models.imports.sheets.headings import TableHeading, find_heading
from models.imports.words import kind_words

ENOUGH = 3  # known columns that make a heading of a row that names no number


def find_people(rows: Sequence[Sequence[Any]], kind: str = "") -> TableHeading | None:
    """The heading of a roster of that kind ('' = not known yet); None when no row is one."""
    return find_heading(rows, dictionary_of(OF_ROSTER), _fits, kind)


def field_of(heading: str, kind: str = "") -> str:
    """What a heading is about in a roster of that kind: ``person.name``, ``identity.grade`` …; '' when unknown."""
    return dictionary_of(OF_ROSTER).meaning(heading, kind).field


def kind_signed(heading: TableHeading) -> str:
    """The kind whose own headings the roster has; '' when it has none or those of several."""
    return kind_words.kind_of_signs(heading.fields(), (column.heading for column in heading.columns))


def _fits(columns: Sequence[FoundColumn]) -> bool:
    fields = {column.field for column in columns}
    if missing_groups(dictionary_of(OF_ROSTER).needs, fields):
        return False
    return "person.number" in fields or known_in(columns) >= ENOUGH
