"""The kinds of registers as data: what each needs, what shows it, and how its headings are spelt.

``resources/registers.csv`` has a line per kind, ``resources/register_headings.csv`` one per field of a kind.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import resources
from models.core.words import bare
from models.imports.sheets.headings import COUNTED, TRAILING

# Columns about somebody or something else than the row's own person and event.
OTHERS = re.compile(
    r"代领|代理|经办|审核|审批|制表|填报|父|母|配偶|监护|联系人|户主|开户|签[字名收章]|盖章|出生|入伍|退伍|退役|批准|截止|年龄|性别|民族|银行名"
)
GUESSED = 1000  # the rank of a field that only a part of the heading tells
UNIT = re.compile(r"[/:_-]?(人民币)?万?元(整)?$")
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
    needs: tuple[frozenset[str], ...]  # of each group at least one field must have a column
    signs: frozenset[str]  # fields that hardly any other table has
    titles: re.Pattern[str]  # what the sheet's name or the title says
    noun: str  # how its rows are counted
    fields: dict[str, Field]
    spellings: dict[
        str, tuple[str, int]
    ]  # bare heading → field, and how far the spelling is from its own name
    patterns: tuple[
        tuple[str, re.Pattern[str]], ...
    ]  # field, and the part of an unknown heading that tells it

    def meaning(self, heading: str) -> tuple[str, int]:
        """The field that a heading is about, and the rank of the spelling; ('', 0) when unknown."""
        for further, form in enumerate(_forms(bare(heading))):
            if found := self.spellings.get(form):
                return found[0], found[1] + 100 * further
        *_, shortest = _forms(bare(heading))
        if not OTHERS.search(shortest):
            for field, pattern in self.patterns:
                if pattern.search(shortest):
                    return field, GUESSED
        return "", 0

    def missing(self, fields: set[str]) -> list[str]:
        """The labels of what it needs and these columns do not give."""
        groups = [group for group in self.needs if not group & fields]
        return ["或".join(self.fields[each].label for each in sorted(group)) for group in groups]


def _forms(name: str) -> Iterator[str]:
    """A bare heading as it stands, and without its count, its note in brackets, its unit of money."""
    yield name
    shorter = COUNTED.sub("", name)
    yield shorter
    shorter = TRAILING.sub("", shorter)
    yield shorter
    yield UNIT.sub("", shorter)


@cache
def _kinds() -> dict[str, Kind]:
    fields: dict[str, dict[str, Field]] = {}
    spelt: dict[str, dict[str, tuple[str, int]]] = {}
    parts: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for row in _rows("register_headings.csv"):
        ways = row["spellings"].split("|")
        fields.setdefault(row["kind"], {})[row["field"]] = Field(row["field"], row["reads"], ways[0])
        if row["pattern"]:
            parts.setdefault(row["kind"], []).append((row["field"], re.compile(row["pattern"])))
        for rank, way in enumerate(ways):
            spelt.setdefault(row["kind"], {}).setdefault(bare(way), (row["field"], rank))
    return {
        row["kind"]: Kind(
            row["kind"],
            tuple(frozenset(group.split("|")) for group in row["needs"].split()),
            frozenset(row["signs"].split()),
            re.compile(row["titles"]),
            row["noun"],
            fields[row["kind"]],
            spelt[row["kind"]],
            tuple(parts[row["kind"]]),
        )
        for row in _rows("registers.csv")
    }


def _rows(name: str) -> list[dict[str, str]]:
    with resources.path(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


KINDS = _kinds()


@cache
def all_spellings() -> frozenset[str]:
    """Every spelling of every kind: a row in which hardly one stands is no heading."""
    return frozenset(spelling for kind in KINDS.values() for spelling in kind.spellings)


def knows(heading: str) -> bool:
    """Whether some kind of register has this heading."""
    return any(form in all_spellings() for form in _forms(bare(heading)))
