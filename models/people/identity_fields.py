"""What each kind of identity asks: the fields of its official form, under the form's own headings.

Source: the official forms and the rosters of the provincial system (S42 of ``resources/codes/README.md``), the same as
``reports.person.identity_forms`` prints; ``resources/identity_fields.csv`` is the list.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

import resources
from models.people.identity import Identity

PERSON = "person"  # the heading of what a kind asks about the person
COMMON_FIELDS = ("state", "notes")  # every kind has these, each in its own place of the window
OTHER_FIELDS = "其他登记项"


class Section(NamedTuple):
    """A heading of a form and the names of the fields under it."""

    heading: str
    fields: tuple[str, ...]


def sections(kind: str) -> tuple[Section, ...]:
    """The sections that a kind of identity asks; a kind without a form of its own is asked the general ones."""
    asked = tuple(section for section in _table().get(kind, ()) if section.heading != PERSON)
    return asked or (
        Section("身份", ("category", "certificate", "approved", "paid_to")),
        Section("服役", ("joined", "left", "discharge_no", "proof")),
    )


def person_fields(kind: str) -> tuple[str, ...]:
    """What a kind asks about the person beyond name, number and address."""
    return next((s.fields for s in _table().get(kind, ()) if s.heading == PERSON), ())


def sections_of(identity: Identity) -> tuple[Section, ...]:
    """The sections of an identity, and after them whatever it says that its kind does not ask."""
    asked = sections(identity.kind)
    known = {
        "id",
        "uid",
        "person",
        "kind",
        *COMMON_FIELDS,
        *(name for section in asked for name in section.fields),
    }
    more = tuple(
        name for name, value in identity.__data__.items() if name not in known and value not in (None, "")
    )
    return (*asked, Section(OTHER_FIELDS, more)) if more else asked


@cache
def _table() -> dict[str, tuple[Section, ...]]:
    table: dict[str, tuple[Section, ...]] = {}
    with resources.path("identity_fields.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            section = Section(row["heading"], tuple(row["fields"].split()))
            table[row["kind"]] = (*table.get(row["kind"], ()), section)
    return table
