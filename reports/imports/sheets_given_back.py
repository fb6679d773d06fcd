"""The officer's own sheets given back: one more column that says what is wrong, the cells coloured."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter

from models.core.record import Refusal
from models.imports.imports import Plan, SheetPlan
from models.imports.workbooks.sheet import Cell
from reports.imports import cell_styles
from reports.imports.cell_styles import PLAIN_LOOKS, CellLook, Looks
from reports.imports.given_back_book import GivenBackBook, save_given_back
from reports.imports.given_back_cells import put, put_text
from reports.paper.whole_files import whole
from reports.tables.book_cells import UNFIT, page_name
from reports.tables.row_heights import breadth_in_characters

RED = PatternFill("solid", fgColor="FFC7CE")  # refused: this row is not in the archive
YELLOW = PatternFill("solid", fgColor="FFEB9C")  # doubtful: it is, please look
OURS = {RED.fgColor.rgb, YELLOW.fgColor.rgb}
RESULT_HEADING = "导入结果"
WIDEST_GIVEN_BACK, NARROWEST_GIVEN_BACK, WIDTH_OF_RESULT = 40, 6, 60  # characters
LOOKED_AT = 2000  # rows whose words make the width of a column
MERGED = 20_000  # cells of merged areas on a sheet


def write_sheets_back(plan: Plan, out: Path, sources: Iterable[Path] = ()) -> None:
    """Write every sheet that was read, in order, as one workbook.

    ``sources`` are the files that were read, for the looks of their sheets. Raises ``Refusal`` when OUT cannot be
    written or is one of them.
    """
    sources = list(sources)
    if any(out.resolve() == source.resolve() for source in sources):
        raise Refusal(f"“{out.name}”就是要导入的原表，核对结果请另取一个文件名")
    with whole(out) as stream:  # first, so that nothing is begun that cannot be kept
        save_given_back(_book(plan, _looks(plan, sources)), stream)


def _book(plan: Plan, dressed: dict[tuple[str, str], Looks]) -> GivenBackBook:
    book = GivenBackBook("核对结果")
    for sheet in plan.sheets:
        _Page(book, sheet, dressed.get((sheet.file, sheet.roster.sheet.name), PLAIN_LOOKS)).write()
    if plan.unread:
        _list_unread(book, plan.unread)
    if not any(page.sheet_state == "visible" for page in book.worksheets):
        book.create_sheet("没有内容")
    return book


def _looks(plan: Plan, sources: Iterable[Path]) -> dict[tuple[str, str], Looks]:
    """By the file's name, when no two have it, and the sheet's."""
    files = list(sources)
    names = Counter(file.name for file in files)
    found: dict[tuple[str, str], Looks] = {}
    for file in files:
        if names[file.name] == 1:
            sheets = [each.roster.sheet for each in plan.sheets if each.file == file.name]
            found |= {
                (file.name, name): look for name, look in cell_styles.looks_of_sheets(file, sheets).items()
            }
    return found


def _list_unread(book: Workbook, unread: Iterable[tuple[str, str]]) -> None:
    page = book.create_sheet("未能读取的文件")
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 30, 90
    for row in (("文件", "原因"), *unread):
        cells = [WriteOnlyCell(page) for _ in row]
        for cell, words in zip(cells, row, strict=True):
            put_text(cell, words)
        page.append(cells)


class _Page:
    """One sheet given back: rows from 1 as spreadsheet programs count them, columns from 0."""

    def __init__(self, book: Workbook, plan: SheetPlan, look: Looks) -> None:
        self.plan, self.sheet = plan, plan.roster.sheet
        self.look = PLAIN_LOOKS if self.sheet.own_letters else look
        self.heading = plan.roster.heading_row
        self.page: Any = book.create_sheet(page_name(self.sheet.name, book.sheetnames))
        if self.sheet.hidden and not (plan.roster.lines or plan.refused or plan.findings):
            self.page.sheet_state = "hidden"
        self.bottom = self.sheet.first_row + len(self.sheet.rows) - 1
        self.result = self._result_column()
        self.styles: dict[int, Any] = {}  # of a look, in this book
        self.fills: dict[int, dict[int, PatternFill]] = defaultdict(dict)  # by row and column
        self.said: dict[int, list[str]] = defaultdict(list)  # of a person's row
        self.refused = {remark.row for remark in plan.refused}
        self.headed: dict[int, list[str]] = defaultdict(list)  # of a column
        self.whole: list[str] = []  # of the sheet
        self._sort_remarks()

    def _result_column(self) -> int:
        """Our column of an earlier time, else the first free one."""
        first, rows = self.sheet.first_column, self.sheet.rows
        if self.heading is not None:
            for index, cell in enumerate(rows[self.heading - self.sheet.first_row]):
                if isinstance(cell, str) and cell.startswith(RESULT_HEADING):
                    return first + index
        return first + max(map(len, rows), default=0)

    def _sort_remarks(self) -> None:
        for remarks, fill, mark in (
            (self.plan.findings, YELLOW, "请核对"),
            (self.plan.refused, RED, "未导入"),
        ):
            for row, letters, _, words in remarks:
                column = self._column(letters) if letters else None
                if row is not None and column is not None:
                    self.fills[row][column] = fill
                if row is not None and row != self.heading:
                    self.said[row].append(f"{mark}：{words}")
                elif column is not None:
                    self.headed[column].append(f"{mark}：{words}")
                else:
                    self.whole.append(f"{mark}：{words}")

    def _column(self, letters: str) -> int:
        """Where the column stands on this page, which may have been made plain."""
        own = self.sheet.own_letters
        return own.index(letters) if letters in own else column_index_from_string(letters) - 1

    def write(self) -> None:
        self._size()
        if self.heading is not None:
            self.page.freeze_panes = f"A{self.heading + 1}"
            self.page.auto_filter.ref = f"A{self.heading}:{get_column_letter(self.result + 1)}{self.bottom}"
        for area in self._merges():
            self.page.merged_cells.add(area)
        for _ in range(1, self.sheet.first_row):
            self.page.append([])
        for number, row in enumerate(self.sheet.rows):
            self.page.append(self._row(self.sheet.first_row + number, row, self.look.row(number)))
        for words in self._below():
            self.page.append(words)

    def _row(self, row: int, values: Sequence[Cell], dressed: Sequence[CellLook | None]) -> list[Any]:
        cells: list[Any] = [None] * (max(self.result, self.sheet.first_column + len(values)) + 1)
        for index, value in enumerate(values):
            look = dressed[index] if index < len(dressed) else None
            if value != "" or look is not None:
                cells[self.sheet.first_column + index] = self._cell(value, look)
        for column, fill in self.fills.get(row, {}).items():
            cells[column] = cells[column] or WriteOnlyCell(self.page)
            cells[column].fill = fill
        cells[self.result] = self._remark(self.said[row], row in self.refused) if row in self.said else None
        if row == self.heading:
            self._mark_heading(cells)
        return cells

    def _cell(self, value: Cell, look: CellLook | None) -> Any:
        cell: Any = WriteOnlyCell(self.page)
        if look is not None:
            cell._style = copy(
                self._style(look)
            )  # openpyxl's own way: a style once registered is a row of numbers
        put(cell, value)
        return cell

    def _style(self, look: CellLook) -> Any:
        if id(look) not in self.styles:
            cell: Any = WriteOnlyCell(self.page)
            cell.font, cell.border, cell.alignment = copy(look.font), copy(look.border), copy(look.alignment)
            if look.fill.fgColor.rgb not in OURS:  # coloured when it was given back before
                cell.fill = copy(look.fill)
            cell.number_format = look.number_format
            self.styles[id(look)] = cell._style
        return self.styles[id(look)]

    def _remark(self, said: Sequence[str], refused: bool) -> Any:
        cell = WriteOnlyCell(self.page)
        put_text(cell, "；".join(said))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.fill = RED if refused else YELLOW
        return cell

    def _mark_heading(self, cells: list[Any]) -> None:
        """What is to be told of columns and of the sheet stands in comments, so that headings stay as they are."""
        for column, said in self.headed.items():
            cells[column] = cells[column] or WriteOnlyCell(self.page)
            cells[column].comment = _comment(said)
        cell = cells[self.result] = WriteOnlyCell(self.page)
        put_text(cell, RESULT_HEADING)
        cell.font = Font(bold=True)
        if self.whole:
            cell.comment, cell.fill = _comment(self.whole), RED if self.plan.refused else YELLOW

    def _below(self) -> Iterator[list[Any]]:
        """The same below the table, where it is read: under our heading, or as an 说明 when the sheet has none."""
        told = [f"整张表　{words}" for words in self.whole]
        told += [
            f"{get_column_letter(c + 1)}列　{words}" for c, each in self.headed.items() for words in each
        ]
        for words in told:
            if self.heading is None:
                yield [self._cell(f"说明：{words}", None)]
            else:
                yield [None] * self.result + [self._remark([words], refused=False)]

    def _merges(self) -> Iterator[str]:
        """Merged areas of titles and headings; one over several people was filled into each of them."""
        taken: set[tuple[int, int]] = set()
        for top, left, bottom, right in self.sheet.merges:
            if left <= self.result <= right:
                right = self.result - 1
            size = (bottom - top + 1) * (right - left + 1)
            of_people = top != bottom and bottom > (self.heading or 0)
            if of_people or size < 2 or size + len(taken) > MERGED:
                continue
            places = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
            if not places & taken and self._is_one(top, left, places):
                taken |= places
                yield f"{get_column_letter(left + 1)}{top}:{get_column_letter(right + 1)}{bottom}"

    def _is_one(self, top: int, left: int, places: Iterable[tuple[int, int]]) -> bool:
        """Whether nothing would be hidden by merging."""
        first = self._value(top, left)
        return all(self._value(*place) in ("", first) for place in places)

    def _value(self, row: int, column: int) -> Cell:
        rows, down, across = self.sheet.rows, row - self.sheet.first_row, column - self.sheet.first_column
        return rows[down][across] if 0 <= down < len(rows) and 0 <= across < len(rows[down]) else ""

    def _size(self) -> None:
        """Their own widths and heights; else a width for the longest words, within reason."""
        for column in range(self.sheet.first_column, self.result):
            index = column - self.sheet.first_column
            words = (row[index] for row in islice(self.sheet.rows, LOOKED_AT) if index < len(row))
            longest = max(
                (breadth_in_characters(each) if isinstance(each, str) else 11 for each in words), default=0
            )
            width = self.look.widths.get(
                column, min(WIDEST_GIVEN_BACK, max(NARROWEST_GIVEN_BACK, longest + 2))
            )
            self.page.column_dimensions[get_column_letter(column + 1)].width = width
        self.page.column_dimensions[get_column_letter(self.result + 1)].width = WIDTH_OF_RESULT
        for row, height in self.look.heights.items():
            if row <= (self.heading or 0):  # titles, above all; people's rows grow with what is said of them
                self.page.row_dimensions[row].height = height


def _comment(said: Iterable[str]) -> Comment:
    words = UNFIT.sub("", "\n".join(said))
    return Comment(
        words, RESULT_HEADING, height=max(60, 20 * (2 + breadth_in_characters(words) // 40)), width=320
    )
