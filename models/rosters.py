"""A roster 花名册 as it was found: its sheets, their kinds, and the people row by row, nothing written yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePath
from typing import Any

from models import headings, registers, roster_kinds
from models.cells import shown
from models.headings import NOTHING, Column, Heading
from models.lines import Line, Reader, Remark, is_heading_again, read_line
from models.workbooks import Sheet, column_letters

__all__ = ["MIXED", "Line", "Remark", "Roster", "read_sheet", "read_workbook"]

MIXED = "按行"
FOOTER = re.compile(
    r"^(制表|填表|审核|复核|审批|校对|经办|负责人|单位负责人|主要负责人|主管|分管|领导|合计|总计|小计|共计|总人数|人数合计|本页|本表|"
    r"累计|[（(]?(注|说明|备注|日期|单位|附|电话|联系电话)[:：]|附注|填报|制单|财务|盖章|[（(]公章[)）]|以上|第\d+页|"
    r"\d+[.、]\D{3})|([小合总共]计|签字|（盖章）|\(盖章\))[:：]?$"
)
SECTION = re.compile(r"^[（(]?[一二三四五六七八九十]{1,3}[)）、.]")
NO_NAME = re.compile(r"\d|(街道|镇|乡|村|社区|局|办事处|名单|名册|一览表|人员|军人|士兵|子女|遗属)$")
COUNTED = re.compile(r"[\d\s.、,，()（）-]*")  # what a column of running numbers holds
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


class _Table:
    """A heading of the sheet and what it makes of the rows below it."""

    def __init__(self, roster: Roster, heading: Heading, kind: str) -> None:
        self.sheet, self.heading, self.kind = roster.sheet, heading, kind
        columns = _with_nameless(heading, roster.sheet)
        labels = Counter(column.heading for column in columns)
        self.readers: list[Reader] = []
        for column in columns:
            if column.field != NOTHING:
                reader = Reader(column, roster.sheet)
                if labels[column.heading] > 1 and (column.again or not column.field):
                    reader.label = f"{column.heading}（{reader.letters}列）"
                self.readers.append(reader)
        self.readers.sort(key=lambda reader: reader.again)
        self.letters = {each.field: each.letters for each in self.readers if each.field and not each.again}
        by_field = {each.field: each for each in self.readers if not each.again}
        self.name, self.number = by_field["person.name"], by_field["person.number"]

    def read(self, row: int, cells_of: list[Any]) -> Line:
        return read_line(row, cells_of, self.kind, self.readers, self.letters, self.sheet)

    def unknown(self, row: int) -> Iterator[Remark]:
        """The columns for which the archive has no field."""
        for each in self.readers:
            if not each.field and each.used:
                words = f"档案中没有“{each.heading}”一栏，内容作为备注记在各人名下"
                yield Remark(row, each.letters, each.heading, words)

    def differing(self, row: int) -> Iterator[Remark]:
        """The columns that said once more, and otherwise, what a better one says."""
        for each in self.readers:
            if each.differing:
                words = (
                    f"“{each.heading}”与{self.letters[each.field]}列是同一栏，有{each.differing}行内容不同，"
                    f"以{self.letters[each.field]}列为准，不同的内容作为备注记在各人名下"
                )
                yield Remark(row, each.letters, each.heading, words)


def read_sheet(sheet: Sheet, kind: str = "", file: str = "") -> Roster:
    """Read one sheet; ``kind`` is what the officer answered when neither its name nor its headings tell."""
    roster = Roster(sheet)
    rows = sheet.rows
    if not any(shown(cell) for row in rows for cell in row):
        return roster
    answered, kind = kind, kind or roster_kinds.kind_named(sheet.name)
    heading = headings.find_heading(rows, kind)
    if heading is None:
        if not sheet.hidden:  # hidden sheets without people hold the lists of drop-down cells
            roster.refused.append(Remark(None, None, None, NO_HEADING))
        return roster
    kind = kind or _kind_of(heading, file)
    if kind:
        heading = headings.find_heading(rows, kind) or heading
    roster.heading_row = sheet.first_row + heading.row
    roster.columns = [(column_letters(sheet.first_column + c.index), c.heading, c.field) for c in heading.columns]
    if reason := _no_roster(roster, heading, kind, answered):
        roster.refused.append(reason)
        return roster
    titled = roster_kinds.kind_named(heading.title)
    if kind and titled not in ("", kind):
        words = f"表名、表头说的是“{kind}”，标题说的是“{titled}”，现按“{kind}”读入，请核对"
        roster.findings.append(Remark(roster.heading_row, None, heading.title[:60], words))
    _read_below(roster, _Table(roster, heading, kind), roster.heading_row)
    return roster


def _kind_of(heading: Heading, file: str) -> str:
    """The kind that the headings tell, or the title above them, or else the file's name."""
    by_title = roster_kinds.kind_signed(heading) or roster_kinds.kind_named(heading.title)
    if by_title or heading.fields() & {"row.kind", "identity.category"}:
        return by_title
    return roster_kinds.kind_named(PurePath(file).stem)


def _no_roster(roster: Roster, heading: Heading, kind: str, answered: str) -> Remark | None:
    """Why the sheet cannot be read as a roster; None when it can."""
    row, fields = roster.heading_row, heading.fields()
    if "person.number" not in fields:
        return Remark(row, None, None, NO_NUMBER)
    if not answered and (told := registers.sign(heading, roster.sheet.name)):
        letters = column_letters(roster.sheet.first_column + told.index)
        return Remark(row, letters, told.heading, registers.REFUSED.format(told.heading))
    if not kind and not fields & {"row.kind", "identity.category"}:
        return Remark(row, None, None, NO_KIND)
    return None


def _with_nameless(heading: Heading, sheet: Sheet) -> list[Column]:
    """The heading's columns, and those that hold words under no heading at all: nothing is dropped."""
    named = {column.index for column in heading.columns}
    below = sheet.rows[heading.row + 1 :]
    width = max((len(cells_of) for cells_of in below), default=0)
    nameless = [
        Column(index, f"{column_letters(sheet.first_column + index)}列（无表头）", "")
        for index in range(width)
        if index not in named and any(index < len(c) and c[index] not in ("", None) for c in below)
    ]
    return [*heading.columns, *nameless]


def _read_below(roster: Roster, table: _Table, at_row: int) -> None:
    sheet, tables, title = roster.sheet, [(table, at_row)], ""  # the title since the last person
    rows = iter(enumerate(sheet.rows))
    for index, cells_of in islice(rows, table.heading.row + 1, None):
        row = sheet.first_row + index
        if not SIX_DIGITS.search(shown(table.number.cell(cells_of))):  # hardly a person: look closer
            if again := _heading_at(sheet, index, table.kind):
                table, title = _next_table(roster, table, again, title), ""
                tables.append((table, row + again.row))
                next(islice(rows, again.row, again.row), None)
                continue
            words = _aside(table, cells_of, sheet.rows[index - 1])
            if words is not None:
                if words:
                    title = words
                    roster.left_out.append(Remark(row, None, words, f"不是人员，没有读入：{words[:60]}"))
                continue
        if SECTION.match(title) and (kind := roster_kinds.kind_named(title)):
            table = _Table(roster, table.heading, kind)
            tables.append((table, row))
        title = ""
        roster.lines.append(table.read(row, cells_of))
    _sum_up(roster, tables)


def _heading_at(sheet: Sheet, index: int, kind: str) -> Heading | None:
    """The heading that begins on a row, when one does."""
    if not headings.known_in(headings.columns_of(sheet.rows[index], kind)):
        return None
    heading = headings.find_heading(sheet.rows[index : index + 2], kind)
    return heading if heading and "person.number" in heading.fields() else None


def _next_table(roster: Roster, table: _Table, again: Heading, title: str) -> _Table:
    """The table below a heading further down: the same one when neither its columns nor its title differ."""
    kind = roster_kinds.kind_named(title) or table.kind
    if kind == table.kind and again.columns == table.heading.columns:
        return table
    return _Table(roster, again, kind)


def _aside(table: _Table, cells_of: list[Any], above: list[Any]) -> str | None:
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
    footer = any(FOOTER.search("".join(words.split())) for words in said[:3])
    nobody = len(filled) <= 1 and table.name not in filled and table.number not in filled
    title = len(said) == 1 and NO_NAME.search(said[0])
    return "　".join(said) if footer or nobody or title else None


def _sum_up(roster: Roster, tables: list[tuple[_Table, int]]) -> None:
    """Tell what is to be told of the sheet as a whole, each column once."""
    roster.read_as = "、".join(dict.fromkeys(table.kind or MIXED for table, _ in tables))
    told = [remark for table, row in tables for remark in (*table.unknown(row), *table.differing(row))]
    roster.findings += {(remark.column, remark.words): remark for remark in reversed(told)}.values()
    roster.findings.sort(key=lambda remark: (remark.row or 0, len(remark.column or ""), remark.column or ""))


def read_workbook(sheets: tuple[Sheet, ...], kinds: Mapping[str, str], file: str = "") -> Iterator[Roster]:
    """Read each sheet; ``kinds`` holds the officer's answers by the sheet's name."""
    for sheet in sheets:
        yield read_sheet(sheet, kinds.get(sheet.name, ""), file)
