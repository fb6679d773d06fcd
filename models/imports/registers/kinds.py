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
HONOURS, RATES = "评选登记", "百分百指标"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a register: its name, and how its cells are read (``yuan``, ``day``, ``code:occasion`` …)."""

    name: str
    reads: str
    label: str  # its first spelling, as officers know it


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of register."""

    name: str
    needs: Needs  # of each group at least one field must have a column
    signs: frozenset[str]  # fields that hardly any other table has
    titles: re.Pattern[str]  # what the sheet's name or the title says
    noun: str  # how its rows are counted
    fields: dict[str, Field]

    def missing(self, fields: set[str]) -> list[str]:
        """The labels of what it needs and these columns do not give."""
        groups = missing_groups(self.needs, fields)
        return ["或".join(self.fields[each].label for each in sorted(group)) for group in groups]


def _kinds() -> dict[str, Kind]:
    return {
        row["kind"]: Kind(
            row["kind"],
            needs_in(row["needs"]),
            frozenset(row["signs"].split()),
            re.compile(row["titles"]),
            row["noun"],
            {
                line.field: Field(line.field, line.reads, line.spellings[0])
                for line in HEADINGS.of_kind(row["kind"])
            },
        )
        for row in _rows("registers.csv")
    }


def _rows(name: str) -> list[dict[str, str]]:
    with resources.path(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


HEADINGS = dictionary_of("register")  # of all kinds
KINDS = _kinds()
