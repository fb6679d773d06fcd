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
UNREADABLE_ROW = "没有身份证号，也没有姓名和出生日期，无法核对：{}"
WHOLE_SHEET = 0  # instead of a row: all of a sheet was not read
STRANGE_SHEET = "这张表里没有找到死亡人员，没有读入"
HIDDEN_LIST = "这张表是隐藏的，没有读入；要核对请先取消隐藏"
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
    """A workbook that was read: its rows, what could not be understood and what is nobody's (sheet, row, words)."""

    file: str
    rows: list[Dead] = field(default_factory=list)
    refused: list[tuple[str, int, str]] = field(default_factory=list)
    aside: list[tuple[str, int, str]] = field(default_factory=list)  # totals, feet and the like: nobody's


def read_death_list(file: Path) -> DeathList:
    """Read a workbook of any shape. Raises ``Refusal`` when it cannot be read or holds no list of people."""
    found, unread = DeathList(file.name), []
    whole = workbook.read_spreadsheet(file).sheets
    for sheet in (plain for each in whole for plain in plain_tables(each) if plain.rows):
        listed = None if sheet.hidden else read_list(sheet, dictionary_of("dead"), "number", by_content=True)
        if listed is None:
            unread.append((sheet.name, WHOLE_SHEET, HIDDEN_LIST if sheet.hidden else STRANGE_SHEET))
            continue
        for row in listed.rows:
            _take(found, sheet.name, row)
        found.aside += [(sheet.name, each.row or 0, each.value or "") for each in listed.left_out]
    if not found.rows and not found.refused:
        raise Refusal(NOTHING_FOUND.format(file.name))
    found.refused += unread
    return found


def _take(found: DeathList, sheet: str, row: ListRow) -> None:
    if row.refused:
        spoilt = row.refused.value
        words = SPOILT_NUMBER.format(spoilt) if spoilt else row.refused.words
        found.refused.append((sheet, row.row, words))
        return
    try:
        found.rows.append(_dead(found.file, sheet, row))
    except Unknowable as nameless:
        found.refused.append((sheet, row.row, str(nameless)))


def _dead(file: str, sheet: str, row: ListRow) -> Dead:
    """One row's dead person. Raises ``Unknowable`` for a row that tells too little, which an officer has to read."""
    number, name = row.facts.get("number", ""), row.facts.get("name", "")
    number = number if any(character.isdigit() for character in number) else ""  # 无, 不详
    if not number and not (name and "born" in row.facts):
        named = LOOKS["name"].fullmatch(name)
        raise Unknowable(NAME_ALONE.format(name) if named else UNREADABLE_ROW.format(row.words()[:40]))
    day, what = _day_of_death(row)
    return Dead(file, sheet, row.row, name, number, row.facts.get("born"), day, what, row.words()[:200])


def _day_of_death(row: ListRow) -> tuple[PartDate | None, str]:
    """The day of death; where the list has none, that of the cremation or of the cancelled household entry."""
    return next(
        ((row.facts[name], what) for name, what in DAYS_OF_DEATH.items() if name in row.facts), (None, "")
    )
