"""A list of the dead as it was found: any workbook of the funeral home, the police or civil affairs, row by row.

Columns are known by their headings (``resources/death_headings.csv``); what stands in a column about the family or whoever
reported it is not the dead person's. A list without headings is read by what its columns hold.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import resources
from models.core.dates import PartDate
from models.core.record import Refusal
from models.core.words import bare, half_width
from models.imports.sheets.cells import Spoilt, Unreadable, digits, shown
from models.imports.sheets.days import day_of
from models.imports.workbooks import workbook
from models.imports.workbooks.workbook import Sheet

LOOKED_AT = 30  # rows from the top among which the headings are looked for
OTHERS = re.compile(r"家属|亲属|经办|办理|联系|申报|申请|监护|代办|丧主|承办|委托|户主|配偶|医生|死因|电话")
NUMBERLIKE = re.compile(r"[\dXx*＊?？]{14,20}")
NAMELIKE = re.compile(r"[㐀-鿿𠀀-𲎯·]{2,12}")
NOTHING_FOUND = "“{}”中没有找到死亡人员：表里既没有“姓名”“身份证号”这样的表头，也没有像身份证号的一栏"
DAYS = ("died", "cremated", "cancelled")


class Unknowable(Exception):
    """A dead person of whom a row tells too little to look for anybody."""


class Dead(NamedTuple):
    """One row of a list: where it stands and what it says; ``day`` is the day of death, or the nearest known to it."""

    file: str
    sheet: str
    row: int
    name: str
    number: str  # as it stands there, spaces and the like left out
    born: PartDate | None
    day: PartDate | None
    day_of: str  # 死亡, 火化 or 注销: what kind of day it is
    words: str  # the whole row, as the officer would read it


@dataclass
class DeathList:
    """A workbook that was read: its rows, and what could not be understood (row, words)."""

    file: str
    rows: list[Dead] = field(default_factory=list)
    refused: list[tuple[str, int, str]] = field(default_factory=list)


@cache
def spellings() -> dict[str, str]:
    """Bare heading → field."""
    with resources.path("death_headings.csv").open(encoding="utf-8", newline="") as file:
        return {
            bare(each): row["field"] for row in csv.DictReader(file) for each in row["spellings"].split("|")
        }


def read(file: Path) -> DeathList:
    """Read a workbook of any shape. Raises ``Refusal`` when it cannot be read or holds no list of people."""
    found = DeathList(file.name)
    for sheet in workbook.read(file).sheets:
        if sheet.rows and not sheet.hidden:
            _read_sheet(sheet, found)
    if not found.rows and not found.refused:
        raise Refusal(NOTHING_FOUND.format(file.name))
    return found


def _read_sheet(sheet: Sheet, found: DeathList) -> None:
    heading, columns = _columns(sheet.rows)
    if "number" not in columns and not {"name", "born"} <= columns.keys():
        columns = _by_content(sheet.rows)
    if "number" not in columns and not {"name", "born"} <= columns.keys():
        return
    for index, cells in enumerate(sheet.rows[heading + 1 :], start=heading + 1):
        row = sheet.first_row + index
        try:
            dead = _dead(found.file, sheet.name, row, cells, columns)
        except Spoilt as spoilt:
            found.refused.append(
                (sheet.name, row, f"身份证号已被表格软件改坏（{spoilt}），请向来单位要文本格式的名单")
            )
        except Unknowable as nameless:
            found.refused.append((sheet.name, row, str(nameless)))
        else:
            if dead is not None:
                found.rows.append(dead)


def _columns(rows: Sequence[Sequence[Any]]) -> tuple[int, dict[str, int]]:
    """The row of the headings (-1: none) and the column of each field that it names."""
    best: tuple[int, dict[str, int]] = (-1, {})
    for number, row in enumerate(rows[:LOOKED_AT]):
        known: dict[str, int] = {}
        strangers = _strangers(rows[number - 1]) if number else set()
        for index, cell in enumerate(row):
            if (name := _field(cell)) and name not in known and index not in strangers:
                known[name] = index
        if len(known) > max(1, len(best[1])):
            best = (number, known)
    return best


def _strangers(above: Sequence[Any]) -> set[int]:
    """The columns below a heading of a group that is about the family or whoever reported the death."""
    found, group = set(), ""
    for index, cell in enumerate(above):
        group = bare(cell) if isinstance(cell, str) and cell.strip() else group
        if OTHERS.search(group) and len(group) < 12:
            found.add(index)
    return found


def _field(cell: Any) -> str:
    """What a heading names; empty for what it does not, and for what belongs to somebody else."""
    words = bare(cell) if isinstance(cell, str) and len(cell) <= 40 else ""
    if not words:
        return ""
    known = spellings()
    forms = (words, re.sub(r"\(.*?\)", "", words), words.lstrip("*").rstrip("*"))
    found = next((known[form] for form in forms if form in known), "")
    return "" if OTHERS.search(words) and words not in known else found


def _by_content(rows: Sequence[Sequence[Any]]) -> dict[str, int]:
    """A list without headings: the column where most cells look like numbers, and that where most look like names."""
    columns: dict[str, int] = {}
    width = max((len(row) for row in rows), default=0)
    for name, like in (("number", NUMBERLIKE), ("name", NAMELIKE)):
        fits = [
            sum(bool(like.fullmatch(_tight(row[i]))) for row in rows if i < len(row)) for i in range(width)
        ]
        if fits and max(fits) * 2 >= len(rows):
            columns[name] = fits.index(max(fits))
    return columns


def _dead(file: str, sheet: str, row: int, cells: Sequence[Any], columns: dict[str, int]) -> Dead | None:
    """One row; None for an empty one, a repeated heading, a sum or a foot."""

    def cell(name: str) -> Any:
        index = columns.get(name, -1)
        return cells[index] if 0 <= index < len(cells) else ""

    number = _number(cell("number"))
    name = _tight(cell("name"))
    if not number and not (name and _day(cell("born"))):
        if NAMELIKE.fullmatch(name) and _day_of_death(cell)[0] is not None:
            raise Unknowable(f"只有姓名{name}，没有身份证号和出生日期，无法核对，请按姓名另查")
        return None
    if _field(cell("name")) or (number and not any(c.isdigit() for c in number)):
        return None
    day, what = _day_of_death(cell)
    words = "　".join(shown(each) for each in cells if shown(each))
    return Dead(file, sheet, row, name, number, _day(cell("born")), day, what, words[:200])


def _day_of_death(cell: Any) -> tuple[PartDate | None, str]:
    """The day of death; where the list has none, that of the cremation or of the cancelled household entry."""
    for name, what in zip(DAYS, ("死亡", "火化", "注销"), strict=True):
        if (day := _day(cell(name))) is not None:
            return day, what
    return None, ""


def _day(cell: Any) -> PartDate | None:
    try:
        return day_of(cell) if cell != "" and cell is not None else None
    except Unreadable:
        return None


def _number(cell: Any) -> str:
    """The number as far as it can be read; stars and question marks for digits that are hidden stay as stars."""
    text = digits(cell) if cell != "" and cell is not None else ""
    text = re.sub(r"[^0-9Xx*?]", "", half_width(text)).upper().replace("?", "*")
    return text if len(text) >= 14 else ""


def _tight(cell: Any) -> str:
    return "".join(half_width(shown(cell)).split()) if cell is not None else ""


def of_all(files: Sequence[Path]) -> Iterator[DeathList]:
    """Each of several lists."""
    return map(read, files)
