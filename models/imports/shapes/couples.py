"""Couples in one row: husband and wife, each with name and number; two people where the sheet's words make both its people.

Where one of them is but 配偶 of the person, the columns stay as they are, and the spouse is a relative.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.core.words import bare_heading
from models.imports.shapes.plain import with_columns
from models.imports.sheets.cells import shown
from models.imports.sheets.headings import LOOKED_AT
from models.imports.sheets.row_kinds import is_footer, is_total
from models.imports.workbooks.sheet import Cell, Sheet

HIS = re.compile(r"丈夫|男方|夫方|^夫(?=姓名|身份证|$)|^男(?=姓名|身份证|$)|[(](丈夫?|夫|男方?)[)]$")
HERS = re.compile(r"妻子|女方|妻方|^妻(?=姓名|身份证|$)|^女(?=姓名|身份证|$)|[(](妻子?|女方?)[)]$")
OWN_SIDE, SPOUSE_SIDE = re.compile(r"^本人|[(]本人[)]$"), re.compile(r"^(配偶|爱人)|[(](配偶|爱人)[)]$")
BOTH_BELONG = re.compile(
    r"夫妻|夫妇|双(优抚|参|军人|军属|退役|老兵)|双方(均|都)|均(为|是|系|享受|属)|同为|都(是|为|享受)"
)
SIDE_NAME, SIDE_NUMBER = (
    re.compile(r"(姓名|名字)?"),
    re.compile(r"(公民)?身份证?(件)?(号|号码)?|公民身份号码|证件号码?"),
)
OWN_RIGHT = re.compile(
    r"类别|身份$|优抚|对象|证(书)?(编)?号$|编号|账号|帐号|卡号|金额|补助|标准|实发|应发|状态|抚恤|伤残|参战|等级"
)
MONEY_OF_COUPLE = re.compile(r"金额|合计|实发|应发|补助|抚恤|慰问金|元[)]?$|小计|标准")
COUPLE = "本表一行是夫妻两人，已分成两人各自读入；两人共用的栏目各记一份"
ONE_MONEY = "，“{}”是两人合写的一笔，只记在前一人名下，请核对各人各是多少"


@dataclass(slots=True)
class _Side:
    """One of the two: the columns that are his, by index, with their heading without the word that says whose they are."""

    own: dict[int, str] = field(default_factory=dict)

    def has_person(self) -> bool:
        bare = {bare_heading(words) for words in self.own.values()}
        return any(SIDE_NAME.fullmatch(each) for each in bare) and any(
            SIDE_NUMBER.fullmatch(each) and each for each in bare
        )

    def has_right(self) -> bool:
        others = [words for words in self.own.values() if not _is_who(words)]
        return any(OWN_RIGHT.search(bare_heading(words)) for words in others)

    def has_money(self) -> bool:
        return any(MONEY_OF_COUPLE.search(bare_heading(words)) for words in self.own.values())


def parted_couples(sheet: Sheet) -> list[Sheet] | None:
    """Two sheets, of the one and of the other; None when it is no list of couples."""
    for number, row in enumerate(sheet.rows[:LOOKED_AT]):
        for groups in ([""] * len(row), _groups(sheet.rows[number - 1], len(row)) if number else []):
            sides = _sides(row, groups) if groups else None
            if sides is not None and _both_belong(sheet, number, row, groups, *sides):
                return _part(sheet, number, sides)
    return None


def _groups(above: Sequence[Cell], width: int) -> list[str]:
    """The word above each column, as it reaches to the right."""
    found, over = [], ""
    for index in range(width):
        over = shown(above[index]) if index < len(above) and shown(above[index]) else over
        found.append(over)
    return found


def _sides(row: Sequence[Cell], groups: Sequence[str]) -> tuple[_Side, _Side] | None:
    """The columns of each; None when a name and a number are not said of both."""
    for marks in ((HIS, HERS), (OWN_SIDE, SPOUSE_SIDE)):
        sides = _Side(), _Side()
        words = [bare_heading(shown(cell)) for cell in row]
        again = {each for each in words if each and words.count(each) > 1}
        current: _Side | None = None
        for index, (each, over) in enumerate(zip(words, groups, strict=True)):
            if not each and not over:
                current = None
                continue
            for mark, side in zip(marks, sides, strict=True):
                if mark.search(each) or (over and mark.search(bare_heading(over))):
                    current = side
                    side.own[index] = mark.sub("", each) or ("姓名" if mark.search(each) else "")
                    break
            else:
                if current is not None and each in again and not over:
                    current.own[index] = each
                else:
                    current = None
        if all(side.has_person() for side in sides):
            return sides
    return None


def _both_belong(
    sheet: Sheet, number: int, row: Sequence[Cell], groups: Sequence[str], one: _Side, other: _Side
) -> bool:
    """Whether both are people of the list: its words say so, they stand as 夫 and 妻, or the spouse has a right of his own."""
    said = "".join(shown(cell) for line in sheet.rows[: number + 1] for cell in line) + sheet.name
    words = [bare_heading(shown(row[index]) + groups[index]) for index in other.own]
    return (
        bool(BOTH_BELONG.search(said))
        or not any(SPOUSE_SIDE.search(each) for each in words)
        or other.has_right()
    )


def _part(sheet: Sheet, heading: int, sides: tuple[_Side, _Side]) -> list[Sheet]:
    """A sheet for each side: its own columns and those that both share; money for both only on the first."""
    width = max(map(len, sheet.rows))
    own = sides[0].own.keys() | sides[1].own.keys()
    shared = [index for index in range(width) if index not in own]
    above = sheet.rows[heading - 1] if heading else []
    heads = [_at(sheet.rows[heading], index) or _at(above, index) for index in range(width)]
    money = [index for index in shared if MONEY_OF_COUPLE.search(bare_heading(heads[index]))]
    if all(side.has_money() for side in sides):  # what both have together is then but their sum
        shared, money = [index for index in shared if index not in money], []
    told = COUPLE
    if money:
        told += ONE_MONEY.format("”“".join(heads[index] for index in money))
    first = _half_of(sheet, heading, sides[0], shared, told)
    return [first, _half_of(sheet, heading, sides[1], [index for index in shared if index not in money], "")]


def _half_of(sheet: Sheet, heading: int, side: _Side, shared: Sequence[int], remark: str) -> Sheet:
    indexes = sorted([*side.own, *shared])
    who = [index for index in side.own if _is_who(side.own[index])]
    rows: list[list[Cell]] = []
    for number, row in enumerate(sheet.rows):
        cells: list[Cell] = [row[index] if index < len(row) else "" for index in indexes]
        said = sum(bool(shown(cell)) for cell in row)
        if number == heading:
            above = sheet.rows[number - 1] if number else []
            cells = [side.own.get(index, _at(row, index) or _at(above, index)) for index in indexes]
        elif number == heading - 1 and said > 1:
            cells = [""] * len(
                indexes
            )  # the groups' words; what stands there alone is a heading of the row below
        elif number < heading or said == 1:
            cells = [next((cell for cell in row if shown(cell)), ""), *[""] * (len(indexes) - 1)]
        elif not any(shown(_at(row, index)) for index in who):
            cells = cells if _is_total_or_foot(row) else [""] * len(indexes)
        rows.append(cells)
    return with_columns(sheet if remark else replace(sheet, remarks=()), indexes, rows, remark)


def _is_who(words: str) -> bool:
    bare = bare_heading(words)
    return bool(SIDE_NAME.fullmatch(bare) or SIDE_NUMBER.fullmatch(bare))


def _is_total_or_foot(row: Sequence[Cell]) -> bool:
    """Whether a row is a total or a foot, and not one of somebody who lives alone."""
    first = next((shown(cell) for cell in row if shown(cell)), "")
    return is_total(first) or is_footer(first)


def _at(row: Sequence[Cell], index: int) -> str:
    return shown(row[index]) if index < len(row) else ""
