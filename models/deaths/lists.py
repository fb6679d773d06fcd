"""A list of the dead as it was found: any workbook of the funeral home, the police or civil affairs, row by row.

Columns are known by their headings (``resources/death_headings.csv``); what stands in a column about the family or whoever
reported it is not the dead person's. A list without headings is read by what its columns hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from models.core.dates import PartDate
from models.core.record import Refusal
from models.imports.shapes.shapes import plain_tables
from models.imports.sheets.contents import LOOKS
from models.imports.sheets.dictionary import dictionary_of
from models.imports.sheets.lists import ListRow, read_list
from models.imports.workbooks import workbook

NOTHING_FOUND = "“{}”中没有找到死亡人员：表里既没有“姓名”“身份证号”这样的表头，也没有像身份证号的一栏"
SPOILT_NUMBER = "身份证号已被表格软件改坏（{}），请向来单位要文本格式的名单"
NAME_ALONE = "只有姓名{}，没有身份证号和出生日期，无法核对，请按姓名另查"
DAYS_OF_DEATH = {"died": "死亡", "cremated": "火化", "cancelled": "注销"}


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


def read_death_list(file: Path) -> DeathList:
    """Read a workbook of any shape. Raises ``Refusal`` when it cannot be read or holds no list of people."""
    found = DeathList(file.name)
    whole = workbook.read_spreadsheet(file).sheets
    for sheet in (plain for each in whole for plain in plain_tables(each)):
        if sheet.rows and not sheet.hidden:
            listed = read_list(sheet, dictionary_of("dead"), "number", by_content=True)
            for row in listed.rows if listed else ():
                _take(found, sheet.name, row)
    if not found.rows and not found.refused:
        raise Refusal(NOTHING_FOUND.format(file.name))
    return found


def _take(found: DeathList, sheet: str, row: ListRow) -> None:
    if row.refused:
        spoilt = row.refused.value
        words = SPOILT_NUMBER.format(spoilt) if spoilt else row.refused.words
        found.refused.append((sheet, row.row, words))
        return
    try:
        dead = _dead(found.file, sheet, row)
    except Unknowable as nameless:
        found.refused.append((sheet, row.row, str(nameless)))
    else:
        if dead is not None:
            found.rows.append(dead)


def _dead(file: str, sheet: str, row: ListRow) -> Dead | None:
    """One row's dead person; None for a row of nobody."""
    number, name = row.facts.get("number", ""), row.facts.get("name", "")
    day, what = _day_of_death(row)
    if not number and not (name and "born" in row.facts):
        if LOOKS["name"].fullmatch(name) and day is not None:
            raise Unknowable(NAME_ALONE.format(name))
        return None
    if number and not any(character.isdigit() for character in number):
        return None
    return Dead(file, sheet, row.row, name, number, row.facts.get("born"), day, what, row.words()[:200])


def _day_of_death(row: ListRow) -> tuple[PartDate | None, str]:
    """The day of death; where the list has none, that of the cremation or of the cancelled household entry."""
    return next(
        ((row.facts[name], what) for name, what in DAYS_OF_DEATH.items() if name in row.facts), (None, "")
    )
