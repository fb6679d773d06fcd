"""The heading of a roster: which row it is, and what each column is about."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

import resources
from models.core.words import bare
from models.imports.sheets.cells import shown
from models.imports.sheets.kind_words import kind_named, own_heading

LOOKED_AT = 40  # rows from the top among which the heading is looked for
TRAILING = re.compile(r"\([^()]*\)$")
COUNTED = re.compile(r"^\(?\d{1,2}[.,)]+(?=\D)")  # 1.姓名
GROUP = re.compile(r"(基本)?(情况|信息|资料)$")
FILLED_IN = re.compile(r"[:：]|\d{4}")  # 填报单位：总寨镇 above a heading names no group of columns
LONG_NUMBER = re.compile(r"\d{6}")  # somebody's, and never in a heading
NOTHING = "ignored"
OF_REGISTER = "register."  # before a field that the office says of a register's heading
LONGEST = 60  # characters of a heading; more is a sentence
SOMEBODY_ELSES = re.compile(
    r"父|母|配偶|监护|代领|代理|家属|户主|领款|开户|子女|烈士|牺牲|病故|联系人|经办|农历|阴历"
)
# Facts that a second column of the same name hardly says of the same person.
SAID_ONCE = frozenset(["person.name", "person.number", "person.sex", "person.born", "person.ethnic"])


class Meaning(NamedTuple):
    """What a heading is about ('' = unknown), and how far from the field's own name its spelling is (0 = next)."""

    field: str
    rank: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a roster: where it stands, its heading as written, and the field it is about ('' = unknown).

    ``again`` marks one that says once more what another column says under a better name.
    """

    index: int
    heading: str
    field: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading found: its last row's index, the columns below it, and the words of the titles above it."""

    row: int
    columns: tuple[Column, ...]
    title: str

    def fields(self) -> set[str]:
        return {column.field for column in self.columns}


@cache
def spellings() -> dict[tuple[str, str], Meaning]:
    """``(kind or '', bare heading)`` → its meaning, from ``resources/headings.csv``."""
    known: dict[tuple[str, str], Meaning] = {}
    with resources.path("headings.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for rank, spelling in enumerate(row["spellings"].split("|")):
                known.setdefault((row["kind"], bare(spelling)), Meaning(row["field"], rank))
    return known


_own: dict[str, str] = {}  # bare heading → field, as the office has said


def learn(own: Mapping[str, str]) -> None:
    """Let what the office says of its headings go before what we know, until it says otherwise."""
    if own != _own:
        _own.clear()
        _own.update(own)
        meaning.cache_clear()


def own_in_registers(heading: str) -> str | None:
    """What the office itself says that a heading of a register is about; None when it says nothing."""
    own = _own.get(bare(heading), "")
    return own.removeprefix(OF_REGISTER) if own.startswith(OF_REGISTER) else None


def field_of(heading: str, kind: str = "") -> str:
    """What a heading is about in a roster of that kind: ``person.name``, ``identity.grade`` …; '' when unknown."""
    return meaning(heading, kind).field


@lru_cache(maxsize=4096)
def meaning(heading: str, kind: str = "") -> Meaning:
    """What a heading is about, and how well it says so."""
    known = spellings()
    name = bare(heading)
    if name in _own and not _own[name].startswith(OF_REGISTER):
        return Meaning(_own[name], 0)
    if name.startswith("导入结果"):  # our own column, on a sheet that was given back and mended
        return Meaning(NOTHING, 0)
    for form in _forms(name, heading):
        for owner in (kind, ""):
            if found := known.get((owner, form)):
                return found if form == name else Meaning(found.field, found.rank + 100)
    # any kind's own word, when the kind is not yet known
    words = (found for (owner, form), found in known.items() if not kind and owner and form == name)
    return next(words, Meaning("", 0))


def _forms(name: str, heading: str) -> list[str]:
    """The heading as it stands, and without its count, its note in brackets or on the lines below, its kind."""
    forms = [name, own_heading(name), COUNTED.sub("", name)]
    if not any(SOMEBODY_ELSES.search(note) for note in TRAILING.findall(name)):
        forms.append(TRAILING.sub("", forms[2]))
        forms.append(own_heading(forms[3]))
    first, _, rest = heading.strip().partition("\n")
    if rest and not SOMEBODY_ELSES.search(rest):
        forms.append(bare(first))
    return [form for form in forms if form]


def find_heading(rows: Sequence[Sequence[Any]], kind: str = "") -> Heading | None:
    """The row, or the two or three rows, that say 姓名 and 身份证号 and most besides; None when no row does."""
    found: list[tuple[int, bool, int, tuple[Column, ...]]] = []
    taken = -1  # a row that is the lower half of a pair is no heading of its own
    for number, row in enumerate(rows[:LOOKED_AT]):
        alone = columns_of(row, kind)
        if number == taken or not (known_in(alone) or _is_groups(row)):
            continue  # a title above the heading is no part of it
        if _is_heading(alone):
            found.append((known_in(alone), False, number, alone))
        for last, joined in _lower(rows, number):
            columns = columns_of(joined, kind)
            if _is_heading(columns):
                taken = number + 1
                found.append((known_in(columns), known_in(columns_of(rows[last], kind)) > 0, last, columns))
    if not found:
        return None
    _, _, last, columns = max(found, key=lambda each: each[:2])
    return Heading(last, columns, _title(rows[:last]))


def _lower(rows: Sequence[Sequence[Any]], number: int) -> Iterator[tuple[int, list[Any]]]:
    """A row as one heading with the row below it, and with the two below it: the last row's index, the cells."""
    if number + 1 < len(rows):
        yield number + 1, _joined(rows[number], rows[number + 1])
    if number + 2 < len(rows) and (lower := _joined(rows[number + 1], rows[number + 2])):
        yield number + 2, _joined(rows[number], lower)


def _is_heading(columns: Sequence[Column]) -> bool:
    fields = {column.field for column in columns}
    return "person.name" in fields and ("person.number" in fields or known_in(columns) >= 3)


def _is_groups(row: Sequence[Any]) -> bool:
    """Whether a row may name groups of columns: several short words, none of them filled in."""
    said = [cell for cell in row if cell != ""]
    return len(said) > 1 and all(isinstance(cell, str) and not FILLED_IN.search(cell) for cell in said)


def known_in(columns: Iterable[Column]) -> int:
    """How many of the columns are known."""
    return sum(bool(column.field) for column in columns)


def columns_of(cells: Iterable[Any], kind: str) -> tuple[Column, ...]:
    """The columns below a row of headings; where two speak of one field, the better name has it."""
    named = [
        (index, shown(cell), meaning(cell, kind))
        for index, cell in enumerate(cells)
        if isinstance(cell, str) and 0 < len(shown(cell)) <= LONGEST
    ]
    best: dict[str, int] = {}
    for index, _, (field, _) in sorted(named, key=lambda each: each[2].rank):
        if field == "person.phone" and field in best:
            field = "person.other_phone"
        best.setdefault(field, index)
    by_index = {index: field for field, index in best.items() if field and field != NOTHING}
    return tuple(
        Column(index, words, by_index[index]) if index in by_index else _other(index, words, field)
        for index, words, (field, _) in named
    )


def _other(index: int, words: str, field: str) -> Column:
    """A column whose field has a better one, or that has none."""
    if field in SAID_ONCE:
        return Column(index, words, "")
    return Column(index, words, field, again=field not in ("", NOTHING))


def _joined(upper: Sequence[Any], lower: Sequence[Any]) -> list[Any]:
    """Two rows of one heading as one: 服义务兵 above 开始时间 and 结束时间 becomes 服义务兵开始时间."""
    cells: list[Any] = []
    over = ""
    for index in range(max(len(upper), len(lower))):
        above = upper[index] if index < len(upper) else ""
        below = lower[index] if index < len(lower) else ""
        if not isinstance(above, str) or not isinstance(below, str):
            return []  # a number or a date: the lower row is data
        if LONG_NUMBER.search(below):
            return []
        if bare(above):
            over = "" if FILLED_IN.search(above) else above
        elif not bare(below):
            over = ""
        cells.append(above if bare(below) in ("", bare(above)) else _under(over, below))
    return cells


def _under(over: str, below: str) -> str:
    """A heading below that of its group; what stands below 监护人 or 烈士情况 is not about the person."""
    whole = GROUP.sub("", bare(over)) + below
    if field_of(whole):
        return whole
    somebody_elses = SOMEBODY_ELSES.search(over) and not kind_named(over)
    own = field_of(below)
    its_own = own.startswith("identity.fallen") or (own.startswith("account.") and "开户" in over)
    return below if own and (its_own or not somebody_elses) else f"{over}{below}"


def _title(rows: Iterable[Sequence[Any]]) -> str:
    return " ".join(shown(cell) for row in rows for cell in row if isinstance(cell, str) and cell.strip())
