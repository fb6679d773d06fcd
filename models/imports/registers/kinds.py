"""The kinds of registers as data: what each needs, what shows it, and how its headings are spelt.

``resources/registers.csv`` has a line per kind, ``resources/register_headings.csv`` one per field of a kind.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

import resources
from models.imports.sheets.dictionary import Needs, dictionary_of, missing_groups, needs_in

PAYMENTS, CASES, UNITS, PEOPLE = "补助发放登记", "医疗救助登记", "走访部队登记", "走访个人登记"
PUBLICITY, BRIEFS, ACTIVITIES, SERVICES = "宣传登记", "信息报送登记", "活动登记", "优待办理登记"
OF_PEOPLE = frozenset([PAYMENTS, CASES, PEOPLE])
HONOURS, RATES = "评选登记", "百分百指标"


@dataclass(frozen=True, slots=True)
class RegisterField:
    """A field of a register: its name, and how its cells are read (``yuan``, ``day``, ``code:occasion`` …)."""

    name: str
    reads: str
    label: str  # its first spelling, as officers know it


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

    def missing(self, fields: set[str]) -> list[str]:
        """The labels of what it needs and these columns do not give."""
        groups = missing_groups(self.needs, fields)
        return ["或".join(self.fields[each].label for each in sorted(group)) for group in groups]


def _kinds() -> dict[str, RegisterKind]:
    return {
        row["kind"]: RegisterKind(
            row["kind"],
            needs_in(row["needs"]),
            frozenset(row["signs"].split()),
            re.compile(row["titles"]),
            row["noun"],
            _told(row["told"]),
            row["main"] == "是",
            {
                line.field: RegisterField(line.field, line.reads, line.spellings[0])
                for line in REGISTER_HEADINGS.of_kind(row["kind"])
            },
        )
        for row in _rows("registers.csv")
    }


def _told(words: str) -> tuple[str, str] | None:
    field, _, table = words.partition(":")
    return (field, table) if field else None


def _rows(name: str) -> list[dict[str, str]]:
    with resources.path(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


REGISTER_HEADINGS = dictionary_of("register")  # of all kinds
REGISTER_KINDS = _kinds()
