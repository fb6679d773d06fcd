"""The reading of a roster 花名册 as it was found: its sheets, their kinds, the people row by row, nothing written yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from models.imports.rosters.asides import SECTION_TITLE, is_foot_of_roster, words_aside
from models.imports.rosters.headings import (
    MIXED,
    find_heading_below,
    find_roster,
    kind_signed,
    label_of,
    names_people,
    of_one_table,
    roster_dictionary,
)
from models.imports.rosters.kind_cells import names_other_kinds
from models.imports.rosters.lines import RosterLine
from models.imports.rosters.places import below_title, place_above, place_titled
from models.imports.rosters.signs import NO_ROSTER, sign_of_register
from models.imports.rosters.tables import RosterTable
from models.imports.sheets.cells import shown
from models.imports.sheets.columns import FoundColumn, all_columns, columns_of, has_headings, known_in
from models.imports.sheets.headings import TableHeading
from models.imports.sheets.read_rows import HIDDEN_SHEET, SheetRemark
from models.imports.sheets.row_kinds import (
    SIX_DIGITS,
    is_footer,
)
from models.imports.sheets.walk import SheetWalk
from models.imports.sheets.weighed_columns import told_of_columns, weighed
from models.imports.words import kind_words
from models.imports.workbooks.sheet import Sheet

NO_HEADING = "没有找到同时有“姓名”和“身份证号”的表头行，本表没有读入；可在导入窗口的“核对读法”里指明表头在哪一行、各栏是什么"
NO_NUMBER_COLUMN = "表头中没有“身份证号”一栏，无法认人，本表没有读入"
NO_NAME_COLUMN = "还没有“姓名”一栏，无法认人，本表没有读入"
NO_KIND_TOLD = (
    "表名和表头都看不出是哪一类优抚对象，本表没有读入；可在导入窗口的“核对读法”里选“按哪一类读”，"
    "或在表名中写明（如“参战”“三属”）后重新导入"
)

KINDLESS = "不分身份"  # the answer of whoever compares people and needs no kind: rows without one are refused for that alone


@dataclass(slots=True)
class Roster:
    """A sheet that was read: its kinds ('按行' = told row by row), its lines, and what is to be told of the whole."""

    sheet: Sheet
    read_as: str | None = None
    heading_row: int | None = None
    columns: list[FoundColumn] = field(default_factory=list)  # as understood
    lines: list[RosterLine] = field(default_factory=list)
    refused: list[SheetRemark] = field(default_factory=list)
    findings: list[SheetRemark] = field(default_factory=list)
    left_out: list[SheetRemark] = field(
        default_factory=list
    )  # titles' and footers' rows, for the officer to see

    def understand(self, heading: TableHeading) -> None:
        """Note where the heading stands and what each of its columns was taken for."""
        self.heading_row = self.sheet.first_row + heading.row if heading.row >= 0 else None
        self.columns = all_columns(self.sheet, heading.row + 1, heading.columns)


def read_roster_sheet(sheet: Sheet, kind: str = "", file: str = "") -> Roster:
    """Read one sheet; ``kind`` is what the officer answered when neither its name nor its headings tell."""
    roster = Roster(sheet)
    if not any(shown(cell) for row in sheet.rows for cell in row):
        return roster
    answer, kind = kind, _kind_of(sheet, kind)
    heading = find_roster(sheet.rows, kind)
    if heading is None:
        if not sheet.hidden:  # hidden sheets without people hold the lists of drop-down cells
            roster.refused.append(SheetRemark(None, None, None, NO_HEADING))
        return roster
    if (told := kind or kind_told(sheet, heading, file)) != kind:
        kind, heading = told, find_roster(sheet.rows, told) or heading
    return _read(roster, heading, kind, answer)


def read_roster_below(sheet: Sheet, heading: TableHeading, answer: str = "", file: str = "") -> Roster:
    """Read a sheet below the heading that the officer named."""
    kind = _kind_of(sheet, answer) or kind_told(sheet, heading, file)
    return _read(Roster(sheet), heading, kind, answer or MIXED)


def _kind_of(sheet: Sheet, answer: str) -> str:
    """The kind of a sheet's people by the officer's answer, else by its name; '' where each row says its own."""
    if answer == MIXED:
        return ""
    return answer if answer not in ("", KINDLESS) else kind_words.kind_named(sheet.name)


def _read(roster: Roster, heading: TableHeading, kind: str, answer: str) -> Roster:
    roster.understand(heading)
    if reason := _no_roster(roster, heading, kind, answer):
        roster.refused.append(reason)
        roster.findings += told_of_columns(heading.columns, roster.sheet, roster.heading_row, label_of)
        return roster
    roster.findings += _contradiction(roster, heading, kind)
    _Reading(roster, heading, kind).run()
    return roster


def _contradiction(roster: Roster, heading: TableHeading, kind: str) -> Iterator[SheetRemark]:
    """A title that speaks of another kind than the sheet is read as, as on a sheet copied from another."""
    titled = kind_words.kind_named(heading.title)
    if kind and titled not in ("", kind):
        words = f"表名、表头说的是“{kind}”，标题说的是“{titled}”，现按“{kind}”读入，请核对"
        yield SheetRemark(roster.heading_row, None, heading.title[:60], words)


def kind_told(sheet: Sheet, heading: TableHeading, file: str) -> str:
    """The kind that the headings tell, or the title above them, or else the file's name.

    Headings of one kind (伤残等级) tell nothing where a column of its own names others: a list of all kinds has them too.
    """
    signed = kind_signed(heading)
    if names_other_kinds(heading.columns, sheet.rows[heading.row + 1 :], signed):
        signed = ""
    by_title = signed or kind_words.kind_named(heading.title)
    if by_title or heading.fields() & {"row.kind", "identity.category"}:
        return by_title
    return kind_words.kind_named(PurePath(file).stem)


def _no_roster(roster: Roster, heading: TableHeading, kind: str, answer: str) -> SheetRemark | None:
    """Why the sheet cannot be read as a roster; None when it can."""
    row, fields = roster.heading_row, heading.fields()
    if "person.name" not in fields:
        return SheetRemark(row, None, None, NO_NAME_COLUMN)
    if "person.number" not in fields:
        return SheetRemark(row, None, None, NO_NUMBER_COLUMN)
    if not answer and (told := sign_of_register(heading, roster.sheet.name)):
        letters = roster.sheet.letters(told.index)
        return SheetRemark(row, letters, told.heading, NO_ROSTER.format(told.heading))
    if kind or answer == KINDLESS:
        return None
    if not fields & {"row.kind", "identity.category"} and not _has_sections(roster, heading):
        return SheetRemark(row, None, None, NO_KIND_TOLD)
    return None


def _has_sections(roster: Roster, heading: TableHeading) -> bool:
    """Whether titles between the people of a sheet tell their kinds."""
    below = roster.sheet.rows[heading.row + 1 :]
    return any(kind_words.kind_named(words) for row in below if (words := _alone(row)))


def _alone(cells_of: list[Any]) -> str:
    """The words of a row that has but one cell and is no footer; '' for other rows."""
    said = [words for cell in cells_of if (words := shown(cell))]
    return said[0] if len(said) == 1 and not is_footer(said[0]) else ""


def _tells_kind(title: str, kind: str) -> bool:
    """Whether a title between people may tell the kind of those below: a counted one, or any where no kind is known."""
    return SECTION_TITLE.match(title) is not None or (not kind and not is_footer(title))


class _Reading(SheetWalk):
    """A sheet being read below its heading: the table in force, and the title since the last person."""

    def __init__(self, roster: Roster, heading: TableHeading, kind: str) -> None:
        super().__init__(roster.sheet)
        self.roster, self.title, self.kind = roster, "", kind
        self.place_named = place_titled(self.sheet.name) | place_above(self.sheet.rows[: heading.row])
        named = (kind_words.category_named(words, kind) for words in (self.sheet.name, heading.title))
        self.table = RosterTable(self.sheet, heading, kind, next(filter(None, named), ""))
        self.heading_cells = self.sheet.rows[heading.row] if heading.row >= 0 else []
        self.tables = [(self.table, self.place(heading.row))]

    def run(self) -> None:
        self.walk(self.table.heading.row + 1)
        self._sum_up()

    def is_somebody(self, cells_of: list[Any]) -> bool:
        number = shown(self.table.number.cell(cells_of))
        return bool(SIX_DIGITS.search(number)) and not is_foot_of_roster(self.table, cells_of, number)

    def begin_at(self, index: int) -> int | None:
        if (heading := self._heading_at(index)) is None:
            return None
        self._begin(heading, index)
        return heading.row

    def aside(self, index: int, cells_of: list[Any]) -> str | None:
        return words_aside(self.table, cells_of, self.sheet.rows[index - 1])

    def leave_out(self, index: int, words: str) -> None:
        self.title = words
        self.place_named = below_title(self.place_named, words)
        remark = SheetRemark(self.place(index), None, words, f"不是人员，没有读入：{words[:60]}")
        self.roster.left_out.append(remark)

    def take(self, index: int, cells_of: list[Any]) -> None:
        row = self.place(index)
        if _tells_kind(self.title, self.kind) and (kind := kind_words.kind_named(self.title)):
            category = kind_words.category_named(self.title, kind)
            self.table = RosterTable(self.sheet, self.table.heading, kind, category)
            self.tables.append((self.table, row))
        self.title = ""
        line = self.table.read(row, cells_of)
        for name, place in self.place_named.items():
            line.person.setdefault(name, place)
        self.roster.lines.append(line)

    def _heading_at(self, index: int) -> TableHeading | None:
        """The heading that begins on a row, when one does."""
        if self.heading_cells and self.sheet.rows[index] == self.heading_cells:
            return replace(
                self.table.heading, row=0
            )  # once more, as on each page, without the groups above it
        if not known_in(columns_of(self.sheet.rows[index], roster_dictionary(), self.table.kind)):
            return None
        heading = find_heading_below(self.sheet.rows[index : index + 3], self.table.kind)
        if heading is None:
            return None
        if has_headings(heading.columns, self.table.heading.columns):
            return replace(heading, columns=self.table.heading.columns)
        below = of_one_table(self.sheet.rows, index + heading.row)
        columns = weighed(heading.columns, below, roster_dictionary(), self.table.kind)
        return replace(heading, columns=columns) if names_people(columns) else None

    def _begin(self, heading: TableHeading, index: int) -> None:
        """Begin the table below a heading further down, when its columns or its title differ from what is in force."""
        titled, table = kind_words.kind_named(self.title), self.table
        kind = titled or table.kind
        category = kind_words.category_named(self.title, kind) if titled else table.category
        self.title = ""
        if (kind, category, heading.columns) != (table.kind, table.category, table.heading.columns):
            self.table = RosterTable(self.sheet, heading, kind, category)
            self.tables.append((self.table, self.place(index + heading.row)))
        self.heading_cells = self.sheet.rows[index + heading.row]

    def _sum_up(self) -> None:
        """Tell what is to be told of the sheet as a whole, each column once."""
        self.roster.read_as = "、".join(dict.fromkeys(table.kind or MIXED for table, _ in self.tables))
        told = [
            remark
            for table, row in self.tables
            for remark in (
                *table.weighed(row),
                *table.unknown(row),
                *table.differing(row),
                *table.appearances(row),
            )
        ]
        once = {(remark.column, remark.words): remark for remark in reversed(told)}
        if self.sheet.hidden and self.roster.lines:
            told.append(SheetRemark(self.roster.heading_row, None, None, HIDDEN_SHEET))
        self.roster.findings += sorted(
            once.values(), key=lambda remark: (remark.row or 0, _width(remark), remark.column or "")
        )


def _width(remark: SheetRemark) -> int:
    """Columns stand in order when their letters are compared by number first."""
    return len(remark.column or "")
