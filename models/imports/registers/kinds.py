"""The kinds of registers as data: what each needs, what shows it, and how its headings are spelt.

``resources/registers.csv`` has a line per kind, ``resources/register_headings.csv`` one per field of a kind. Where the line names
a record of the ledger, the record's fields have headings of their own names, and a row becomes that record without more.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import NamedTuple

import resources
from models.core.record import Record, Sealed
from models.imports.sheets.dictionary import Needs, dictionary_of, missing_groups, needs_in
from models.imports.sheets.field_kinds import kind_in_register

PAYMENTS, CASES, UNITS, PEOPLE = "补助发放登记", "医疗救助登记", "走访部队登记", "走访个人登记"
PUBLICITY, BRIEFS, ACTIVITIES, SERVICES = "宣传登记", "信息报送登记", "活动登记", "优待办理登记"
HONOURS, RATES = "评选登记", "百分百指标"


@dataclass(frozen=True, slots=True)
class RegisterField:
    """A field of a register: its name, and how its cells are read (``yuan``, ``day``, ``code:occasion`` …)."""

    name: str
    reads: str
    label: str  # its first spelling, as officers know it


class RegisterRecords(NamedTuple):
    """Of which records a register is a list, and by which fields one is known again, as in ``entries.RegisterRecord``."""

    model: type[Record]
    key: tuple[str, ...]
    exact: tuple[str, ...]
    loose: tuple[tuple[str, ...], ...]

    @classmethod
    def read(cls, row: dict[str, str]) -> RegisterRecords | None:
        """What the line of a kind says; None where a function of its own makes the records."""
        if not row["record"]:
            return None
        loose = tuple(tuple(group.split()) for group in row["loose"].split("|") if group)
        model = resolve_name(f"models.{row['record']}")
        return cls(model, tuple(row["key"].split()), tuple(row["exact"].split()), loose)

    @property
    def personal(self) -> bool:
        """Whether such a record is about somebody on file or without one."""
        return "outsider" in self.model._meta.fields

    def named(self, kind: str) -> None:
        """Let each field's own name be a heading of such registers; spellings beside it are lines of data."""
        for name, label in self.model.labels().items():
            field = self.model._meta.fields[name]
            if not (field.ours or isinstance(field, Sealed)):
                reads = "year" if name == "year" else kind_in_register(field)
                REGISTER_HEADINGS.know(name, label, kind, reads)


@dataclass(frozen=True, slots=True, eq=False)
class RegisterKind:
    """A kind of register."""

    name: str
    needs: Needs  # of each group at least one field must have a column
    signs: frozenset[str]  # fields that hardly any other table has
    titles: re.Pattern[str]  # what the sheet's name or the title says
    noun: str  # how its rows are counted
    told: tuple[str, str] | None  # a field that the title may tell of all rows, and its code table
    main: bool  # whether that field is what a row is about: without it, it is no such register
    fields: dict[str, RegisterField]
    becomes: RegisterRecords | None  # what a row becomes where the line says it
    unnumbered: bool  # whether a row may be about somebody whose number it does not tell

    @property
    def personal(self) -> bool:
        """Whether a row is about a person, on file or not, whom its number names."""
        return self.name in (PAYMENTS, CASES, PEOPLE) or (self.becomes is not None and self.becomes.personal)

    def missing(self, fields: set[str]) -> list[str]:
        """The labels of what it needs and these columns do not give."""
        groups = missing_groups(self.needs, fields)
        return ["或".join(self.fields[each].label for each in sorted(group)) for group in groups]


def _kind(row: dict[str, str]) -> RegisterKind:
    name, becomes = row["kind"], RegisterRecords.read(row)
    if becomes is not None:
        becomes.named(name)
    lines = REGISTER_HEADINGS.of_kind(name)
    fields = {line.field: RegisterField(line.field, line.reads, line.spellings[0]) for line in lines}
    return RegisterKind(
        name, needs_in(row["needs"]), frozenset(row["signs"].split()), re.compile(row["titles"]), row["noun"],
        _told(row["told"]), row["main"] == "是", fields, becomes, row["unnumbered"] == "是",
    )  # fmt: skip


def _told(words: str) -> tuple[str, str] | None:
    field, _, table = words.partition(":")
    return (field, table) if field else None


def _rows(name: str) -> list[dict[str, str]]:
    with resources.path(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


REGISTER_HEADINGS = dictionary_of("register")  # of all kinds
REGISTER_KINDS = {row["kind"]: _kind(row) for row in _rows("registers.csv")}
