"""A roster 花名册 as it was found: its sheets, their kinds, and the people row by row, nothing written yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from pathlib import PurePath
from typing import Any

from models.imports import registers
from models.imports.rosters.tables import Table
from models.imports.sheets import headings, kind_words
from models.imports.sheets.cells import shown
from models.imports.sheets.headings import Heading
from models.imports.sheets.lines import Line, Remark, is_heading_again
from models.imports.workbooks.workbook import Sheet, column_letters

__all__ = ["MIXED", "Line", "Remark", "Roster", "read_sheet"]

MIXED = "按行"
FOOTER = re.compile(
    r"^(制表|填表|审核|复核|审批|校对|经办|负责人|单位负责人|主要负责人|主管|分管|领导|合计|总计|小计|共计|总人数|人数合计|本页|本表|"
    r"累计|[（(]?(注|说明|备注|日期|单位|附|电话|联系电话)[:：]|附注|填报|制单|财务|盖章|[（(]公章[)）]|以上|第\d+页|"
    r"\d+[.、]\D{3})|([小合总共]计|签字|（盖章）|\(盖章\))[:：]?$"
)
SECTION = re.compile(r"^[（(]?[一二三四五六七八九十]{1,3}[)）、.]")
NO_NAME = re.compile(r"\d|(街道|镇|乡|村|社区|局|办事处|名单|名册|一览表|人员|军人|士兵|子女|遗属)$")
COUNTED = re.compile(r"[\d\s.、,，()（）-]*")  # what a column of running numbers holds
NUMBERED = re.compile(r"[(（]?(\d{1,3}|[甲乙丙丁戊己庚辛])[)）]?")  # a column's number below its heading
SIX_DIGITS = re.compile(r"\d{6}|\d[eE]\+|[０-９]{6}")
NO_HEADING = "没有找到同时有“姓名”和“身份证号”的表头行，本表没有读入"
NO_NUMBER = "表头中没有“身份证号”一栏，无法认人，本表没有读入"
NO_KIND = "表名和表头都看不出是哪一类优抚对象，请在表名中写明（如“参战”“三属”）后重新导入，本表没有读入"


@dataclass(slots=True)
class Roster:
    """A sheet that was read: its kinds ('按行' = told row by row), its lines, and what is to be told of the whole."""

    sheet: Sheet
    read_as: str | None = None
    heading_row: int | None = None
    columns: list[tuple[str, str, str]] = field(default_factory=list)  # letters, heading, field as understood
    lines: list[Line] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    findings: list[Remark] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)  # titles' and footers' rows, for the officer to see

    def understand(self, heading: Heading) -> None:
        """Note where the heading stands and what each of its columns was taken for."""
        self.heading_row = self.sheet.first_row + heading.row
        left = self.sheet.first_column
        self.columns = [(column_letters(left + c.index), c.heading, c.field) for c in heading.columns]


def read_sheet(sheet: Sheet, kind: str = "", file: str = "") -> Roster:
    """Read one sheet; ``kind`` is what the officer answered when neither its name nor its headings tell."""
    roster = Roster(sheet)
    if not any(shown(cell) for row in sheet.rows for cell in row):
        return roster
    answered, kind = bool(kind), kind or kind_words.kind_named(sheet.name)
    heading = headings.find_heading(sheet.rows, kind)
    if heading is None:
        if not sheet.hidden:  # hidden sheets without people hold the lists of drop-down cells
            roster.refused.append(Remark(None, None, None, NO_HEADING))
        return roster
    kind = kind or kind_told(heading, file)
    heading = headings.find_heading(sheet.rows, kind) or heading
    roster.understand(heading)
    if reason := _no_roster(roster, heading, kind, answered):
        roster.refused.append(reason)
        return roster
    roster.findings += _contradiction(roster, heading, kind)
    _Reading(roster, heading, kind).run()
    return roster


def _contradiction(roster: Roster, heading: Heading, kind: str) -> Iterator[Remark]:
    """A title that speaks of another kind than the sheet is read as, as on a sheet copied from another."""
    titled = kind_words.kind_named(heading.title)
    if kind and titled not in ("", kind):
        words = f"表名、表头说的是“{kind}”，标题说的是“{titled}”，现按“{kind}”读入，请核对"
        yield Remark(roster.heading_row, None, heading.title[:60], words)


def kind_told(heading: Heading, file: str) -> str:
    """The kind that the headings tell, or the title above them, or else the file's name."""
    by_title = kind_words.kind_signed(heading) or kind_words.kind_named(heading.title)
    if by_title or heading.fields() & {"row.kind", "identity.category"}:
        return by_title
    return kind_words.kind_named(PurePath(file).stem)


def _no_roster(roster: Roster, heading: Heading, kind: str, answered: bool) -> Remark | None:
    """Why the sheet cannot be read as a roster; None when it can."""
    row, fields = roster.heading_row, heading.fields()
    if "person.number" not in fields:
        return Remark(row, None, None, NO_NUMBER)
    if not answered and (told := registers.sign(heading, roster.sheet.name)):
        letters = column_letters(roster.sheet.first_column + told.index)
        return Remark(row, letters, told.heading, registers.REFUSED.format(told.heading))
    if not kind and not fields & {"row.kind", "identity.category"} and not _has_sections(roster, heading):
        return Remark(row, None, None, NO_KIND)
    return None


def _has_sections(roster: Roster, heading: Heading) -> bool:
    """Whether titles between the people of a sheet tell their kinds."""
    below = roster.sheet.rows[heading.row + 1 :]
    return any(kind_words.kind_named(words) for row in below if (words := _alone(row)))


def _alone(cells_of: list[Any]) -> str:
    """The words of a row that has but one cell and is no footer; '' for other rows."""
    said = [words for cell in cells_of if (words := shown(cell))]
    return said[0] if len(said) == 1 and not FOOTER.search(said[0]) else ""


def _tells_kind(title: str, kind: str) -> bool:
    """Whether a title between people may tell the kind of those below: a counted one, or any where no kind is known."""
    return SECTION.match(title) is not None or (not kind and not FOOTER.search(title))


class _Reading:
    """A sheet being read below its heading: the table in force, and the title since the last person."""

    def __init__(self, roster: Roster, heading: Heading, kind: str) -> None:
        self.roster, self.sheet, self.title, self.kind = roster, roster.sheet, "", kind
        named = (kind_words.category_named(words, kind) for words in (self.sheet.name, heading.title))
        self.table = Table(self.sheet, heading, kind, next(filter(None, named), ""))
        self.tables = [(self.table, self.sheet.first_row + heading.row)]

    def run(self) -> None:
        rows = iter(enumerate(self.sheet.rows))
        for index, cells_of in islice(rows, self.table.heading.row + 1, None):
            if SIX_DIGITS.search(shown(self.table.number.cell(cells_of))):
                self._person(index)
            elif heading := self._heading_at(index):  # hardly a person: look closer
                self._begin(heading, index)
                next(islice(rows, heading.row, heading.row), None)
            elif (words := _aside(self.table, cells_of, self.sheet.rows[index - 1])) is None:
                self._person(index)
            elif words:
                self.title = words
                remark = Remark(
                    self.sheet.first_row + index, None, words, f"不是人员，没有读入：{words[:60]}"
                )
                self.roster.left_out.append(remark)
        self._sum_up()

    def _person(self, index: int) -> None:
        row = self.sheet.first_row + index
        if _tells_kind(self.title, self.kind) and (kind := kind_words.kind_named(self.title)):
            category = kind_words.category_named(self.title, kind)
            self.table = Table(self.sheet, self.table.heading, kind, category)
            self.tables.append((self.table, row))
        self.title = ""
        self.roster.lines.append(self.table.read(row, self.sheet.rows[index]))

    def _heading_at(self, index: int) -> Heading | None:
        """The heading that begins on a row, when one does."""
        if not headings.known_in(headings.columns_of(self.sheet.rows[index], self.table.kind)):
            return None
        heading = headings.find_heading(self.sheet.rows[index : index + 3], self.table.kind)
        return heading if heading and "person.number" in heading.fields() else None

    def _begin(self, heading: Heading, index: int) -> None:
        """Begin the table below a heading further down, when its columns or its title differ from what is in force."""
        titled, table = kind_words.kind_named(self.title), self.table
        kind = titled or table.kind
        category = kind_words.category_named(self.title, kind) if titled else table.category
        self.title = ""
        if (kind, category, heading.columns) != (table.kind, table.category, table.heading.columns):
            self.table = Table(self.sheet, heading, kind, category)
            self.tables.append((self.table, self.sheet.first_row + index + heading.row))

    def _sum_up(self) -> None:
        """Tell what is to be told of the sheet as a whole, each column once."""
        self.roster.read_as = "、".join(dict.fromkeys(table.kind or MIXED for table, _ in self.tables))
        told = [
            remark for table, row in self.tables for remark in (*table.unknown(row), *table.differing(row))
        ]
        once = {(remark.column, remark.words): remark for remark in reversed(told)}
        self.roster.findings += sorted(
            once.values(), key=lambda remark: (remark.row, _width(remark), remark.column)
        )


def _width(remark: Remark) -> int:
    """Columns stand in order when their letters are compared by number first."""
    return len(remark.column or "")


def _aside(table: Table, cells_of: list[Any], above: list[Any]) -> str | None:
    """What a row says that is no person's: '' when nothing of its own; None when it is a person's after all."""
    said = [words for cell in cells_of if (words := shown(cell))]
    filled = [reader for reader in table.readers if shown(reader.cell(cells_of))]
    if not filled and all(COUNTED.fullmatch(words) for words in said):
        return ""  # blank, or numbered beforehand and not used
    if is_heading_again(table.readers, cells_of):
        return ""
    if (
        all(reader.cell(cells_of) == reader.cell(above) for reader in filled)
        and len(said) == len(filled) == 1
    ):
        return ""  # a merged cell that reaches over rows not used
    if _is_numbering(said):
        return "　".join(said)
    footer = any(FOOTER.search("".join(words.split())) for words in said[:3])
    nobody = len(filled) <= 1 and table.name not in filled and table.number not in filled
    title = len(said) == 1 and (NO_NAME.search(said[0]) or SECTION.match(said[0]))
    return "　".join(said) if footer or nobody or title else None


def _is_numbering(said: list[str]) -> bool:
    """Whether a row numbers the columns above it: 1, 2, 3 … or 甲, 乙, 1, 2 …."""
    found = [NUMBERED.fullmatch(words) for words in said]
    marks = [each[1] for each in found if each]
    numbers = [int(mark) for mark in marks if mark.isdecimal()]
    counted = all(after == before + 1 for before, after in pairwise(numbers))
    return len(marks) == len(said) > 2 and len(numbers) > 1 and counted
