"""The officer's own sheets given back: one more column that says what is wrong, the cells coloured."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.imports import Plan, SheetPlan
from models.rosters import Remark
from reports.cells import put_text

RED = PatternFill("solid", fgColor="FFC7CE")  # refused: this row is not in the archive
YELLOW = PatternFill("solid", fgColor="FFEB9C")  # doubtful: it is, please look
HEADING = "导入结果"
WIDEST, NARROWEST = 40, 6  # characters


def write(plan: Plan, out: Path) -> None:
    """Write every sheet that was read, in order, as one workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in plan.sheets:
        _sheet(book, sheet)
    if plan.unread:
        page = book.create_sheet("未能读取的文件")
        for row in (("文件", "原因"), *plan.unread):
            page.append(row)
        _widen(page)
    if not book.worksheets:
        book.create_sheet("没有内容")
    part = out.with_name(out.name + ".part")
    book.save(part)
    part.replace(out)


def _sheet(book: Workbook, plan: SheetPlan) -> None:
    sheet = plan.roster.sheet
    page = book.create_sheet(_title(book, plan))
    for offset, cells in enumerate(sheet.rows):
        for index, cell in enumerate(cells):
            if cell != "" and cell is not None:
                _put(page, sheet.first_row + offset, sheet.first_column + index + 1, cell)
    for merge in sheet.merges:
        if merge.top == merge.bottom:  # titles; a merge over several people was filled into each
            page.merge_cells(None, merge.top, merge.left + 1, merge.bottom, merge.right + 1)
    last = sheet.first_column + max((len(cells) for cells in sheet.rows), default=0) + 1
    _remarks(page, plan, last)
    _widen(page)
    page.freeze_panes = page.cell(_heading_row(plan) + 1, 1)


def _title(book: Workbook, plan: SheetPlan) -> str:
    """The sheet's own name; with the file's where two files have a sheet of one name."""
    name = plan.roster.sheet.name
    return name if name not in book.sheetnames else f"{plan.file[:20]}-{name}"[:31]


def _put(page: Worksheet, row: int, column: int, value: Any) -> None:
    cell = page.cell(row, column)
    if isinstance(value, str):
        put_text(cell, value)
    elif isinstance(value, (datetime, date)):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    elif isinstance(value, (bool, int, float, time, timedelta)):
        cell.value = value


def _remarks(page: Worksheet, plan: SheetPlan, last: int) -> None:
    words: dict[int, list[str]] = defaultdict(list)
    for remarks, fill, mark in ((plan.findings, YELLOW, "请核对"), (plan.refused, RED, "未导入")):
        for remark in remarks:
            row = remark.row or _heading_row(plan)
            words[row].append(f"{mark}：{remark.words}")
            _colour(page, row, remark, fill)
    put_text(page.cell(_heading_row(plan), last), HEADING)
    page.cell(_heading_row(plan), last).font = Font(bold=True)
    for row, said in words.items():
        cell = page.cell(row, last)
        put_text(cell, f"{HEADING}；{'；'.join(said)}" if row == _heading_row(plan) else "；".join(said))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.fill = RED if any(each.startswith("未导入") for each in said) else YELLOW


def _colour(page: Worksheet, row: int, remark: Remark, fill: PatternFill) -> None:
    if remark.column:
        page[f"{remark.column}{row}"].fill = fill


def _heading_row(plan: SheetPlan) -> int:
    return plan.roster.heading_row or 1


def _widen(page: Worksheet) -> None:
    """Give each column the width of its longest words, within reason; Chinese characters count two."""
    longest: dict[int, int] = defaultdict(int)
    for row in page.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.coordinate not in page.merged_cells:
                width = sum(2 if ord(character) > 255 else 1 for character in cell.value)
                longest[cell.column] = max(longest[cell.column], width)
            elif cell.value is not None:
                longest[cell.column] = max(longest[cell.column], 11)
    for column, width in longest.items():
        page.column_dimensions[get_column_letter(column)].width = min(WIDEST, max(NARROWEST, width + 2))
