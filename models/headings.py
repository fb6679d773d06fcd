"""The heading of a roster: which row it is, what each column is about, and whose roster it is."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import resources
from models import codes
from models.cells import shown
from models.identities import (
    COMBATANTS,
    DEMOBILISED,
    DISABLED,
    MARTYRS_CHILDREN,
    RED_ARMY,
    RURAL_VETERANS,
    SICK_VETERANS,
    SURVIVORS,
    TEST_VETERANS,
)
from models.words import half_width

LOOKED_AT = 40  # rows from the top among which the heading is looked for
BRACKETS = str.maketrans("（）【】[]〔〕{}，、；", "()()()()(),,,")
STRIPPED = re.compile(r"[\s*＊:：_“”\"'★☆●]|[\u200b-\u200f\ufeff]")
TRAILING = re.compile(r"\([^()]*\)$")
NOTHING = "ignored"
LONGEST = 60  # characters of a heading; more is a sentence

# A kind of whose number the heading speaks, as in 伤残身份证号.
OWN_NUMBER = re.compile(r"^.{2,8}?(?=(公民)?身份证(件)?(号|号码)$)")
SOMEBODY_ELSES = re.compile(r"父|母|配偶|监护|代领|代理|家属|户主|领款|开户|子女|烈士|牺牲|病故|联系人|经办")

# Headings that only one kind's roster has.
SIGNS: list[tuple[str, str]] = [
    ("identity.battle", COMBATANTS),
    ("identity.test", TEST_VETERANS),
    ("identity.service_from", RURAL_VETERANS),
    ("identity.service_to", RURAL_VETERANS),
    ("identity.illness", SICK_VETERANS),
    ("identity.nature", DISABLED),
    ("identity.standing", DISABLED),
    ("identity.disability", DISABLED),
]
# What the names of sheets and the titles above them say; the first that fits decides.
TITLES: list[tuple[str, str]] = [
    (r"(烈士?|平反人员)[^,;]*子女|烈子女", MARTYRS_CHILDREN),
    (r"带病", SICK_VETERANS),
    (r"复员(军人|人员|$)|在乡复员|老复员", DEMOBILISED),
    (r"农村籍|60(周)?岁|六十(周)?岁|老年生活补助|义务兵老年|老兵", RURAL_VETERANS),
    (r"参[试核]|涉核|8023|铀矿|核试验", TEST_VETERANS),
    (r"参战", COMBATANTS),
    (r"三属|烈属|遗属|定期抚恤金|牺牲.*家属|病故.*家属", SURVIVORS),
    (r"红军|三红", RED_ARMY),
    (r"[伤残]残|残疾|伤残", DISABLED),
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a roster: where it stands, its heading as written, and the field it is about ('' = unknown)."""

    index: int
    heading: str
    field: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading found: its last row's index, the columns below it, and the words of the titles above it."""

    row: int
    columns: tuple[Column, ...]
    title: str

    def fields(self) -> set[str]:
        return {column.field for column in self.columns}


def bare(heading: str) -> str:
    """A heading without stars, spaces, line breaks and colons, its brackets and commas half-width."""
    return STRIPPED.sub("", half_width(heading.translate(BRACKETS))).translate(BRACKETS).upper()


@cache
def spellings() -> dict[tuple[str, str], str]:
    """``(kind or '', bare heading)`` → field, from ``resources/headings.csv``."""
    known: dict[tuple[str, str], str] = {}
    with resources.path("headings.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for spelling in row["spellings"].split("|"):
                known.setdefault((row["kind"], bare(spelling)), row["field"])
    return known


@lru_cache(maxsize=4096)
def field_of(heading: str, kind: str = "") -> str:
    """The field a heading stands for in a roster of that kind; '' when it is not known."""
    known, name = spellings(), bare(heading)
    if name.startswith("导入结果"):  # our own column, on a sheet that was given back and mended
        return NOTHING
    forms = [name, TRAILING.sub("", name)]
    if (own := OWN_NUMBER.match(name)) and not SOMEBODY_ELSES.search(own[0]):
        forms.append(name[own.end() :])
    for form in filter(None, forms):
        for owner in (kind, ""):
            if field := known.get((owner, form)):
                return field
    # any kind's own word, when the kind is not yet known
    return next((field for (owner, form), field in known.items() if not kind and owner and form == name), "")


def find_heading(rows: Sequence[Sequence[Any]], kind: str = "") -> Heading | None:
    """The row, or the pair of rows, that says 姓名 and 身份证号 and most besides; None when no row does."""
    found: list[tuple[int, int, tuple[Column, ...]]] = []
    for number, row in enumerate(rows[:LOOKED_AT]):
        alone = _columns(row, kind)
        if not _known(alone):
            continue  # a title above the heading is no part of it
        below = rows[number + 1] if number + 1 < len(rows) else []
        for last, columns in ((number, alone), (number + 1, _columns(_joined(row, below), kind))):
            if _is_heading(columns):
                found.append((_known(columns), last, columns))
    if not found:
        return None
    _, last, columns = max(found, key=lambda each: each[0])
    return Heading(last, columns, _title(rows[:last]))


def _is_heading(columns: Sequence[Column]) -> bool:
    fields = {column.field for column in columns}
    return "person.name" in fields and ("person.number" in fields or _known(columns) >= 3)


def _known(columns: Iterable[Column]) -> int:
    return sum(bool(column.field) for column in columns)


def _columns(cells: Iterable[Any], kind: str) -> tuple[Column, ...]:
    taken: set[str] = set()
    columns = []
    for index, cell in enumerate(cells):
        words = shown(cell) if isinstance(cell, str) else ""
        if not words or len(words) > LONGEST:
            continue
        field = field_of(words, kind)
        if field in taken and field != NOTHING:
            field = (
                "person.other_phone" if field == "person.phone" and "person.other_phone" not in taken else ""
            )
        taken.add(field)
        columns.append(Column(index, words, field))
    return tuple(columns)


def _joined(upper: Sequence[Any], lower: Sequence[Any]) -> list[Any]:
    """Two rows of one heading as one: 服义务兵 above 开始时间 and 结束时间 becomes 服义务兵开始时间."""
    cells: list[Any] = []
    over = ""
    for index in range(max(len(upper), len(lower))):
        above = upper[index] if index < len(upper) else ""
        below = lower[index] if index < len(lower) else ""
        if not isinstance(above, str) or not isinstance(below, str):
            return []  # a number or a date: the lower row is data
        over = above if bare(above) else over if bare(below) else ""
        if not bare(below) or bare(below) == bare(above):
            cells.append(above)
        else:
            cells.append(f"{over}{below}" if field_of(f"{over}{below}") or not field_of(below) else below)
    return cells


def _title(rows: Iterable[Sequence[Any]]) -> str:
    return " ".join(shown(cell) for row in rows for cell in row if isinstance(cell, str) and cell.strip())


def kind_named(words: str) -> str:
    """The kind that the name of a sheet or a title speaks of; '' when it speaks of none, or of several."""
    text = bare(words)
    if exact := codes.table("kind").read(text):
        return exact
    found = [kind for pattern, kind in TITLES if re.search(pattern, text)]
    if TEST_VETERANS in found and COMBATANTS in found:
        return ""  # 参战参试人员: each row must say which
    return found[0] if found else ""


def kind_signed(heading: Heading) -> str:
    """The kind whose own headings the roster has; '' when it has none or those of several."""
    fields = heading.fields()
    kinds = {kind for field, kind in SIGNS if field in fields} | set(_signs_in_words(heading))
    return kinds.pop() if len(kinds) == 1 else ""


def _signs_in_words(heading: Heading) -> Iterator[str]:
    """Headings whose very words tell the kind, though several kinds have the field."""
    for column in heading.columns:
        match bare(column.heading):
            case "与牺牲病故军人关系" | "牺牲病故原因" | "定期抚恤证编号" | "三属类别":
                yield SURVIVORS
            case "牺牲者姓名" | "批准烈士(平反)时间" | "与牺牲者关系" | "批烈(平反)时间":
                yield MARTYRS_CHILDREN
            case "复员时间" | "复员证号" | "属于时期" | "定期定量补助证编号":
                yield DEMOBILISED
            case "伤残类别" | "伤残等级" | "残疾证号":
                yield DISABLED
            case words if (own := OWN_NUMBER.match(words)) and (kind := kind_named(own[0])):
                yield kind
