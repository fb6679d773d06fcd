"""The book of statistics: a sheet for each, with its headings merged, ready to be printed and to be reckoned with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.year.statistics.frame import StatisticSheet
from reports.paper.binding import PRACTICE
from reports.paper.whole_files import whole
from reports.tables.book_cells import put_text
from reports.tables.table_book import (
    BOOK_SIGNATURES,
    BOX,
    EXCEL_HEI,
    EXCEL_SONG,
    GREY_FILL,
    breadth_in_characters,
    lay_crosswise,
)
from reports.year.statistics.paper import Made
from reports.year.statistics.words import dated, groups, shown_value

SHEET_TITLE_ROW, SHEET_ABOVE_ROW, SHEET_GROUPS_ROW, SHEET_HEADS_ROW = 1, 2, 3, 4  # rows
IN_THE_MIDDLE = Alignment("center", "center", wrap_text=True)


def write_statistics_book(sheets: Sequence[tuple[int, StatisticSheet]], out: Path, made: Made) -> None:
    """Write statistics, each of its year, into one workbook; numbers are numbers."""
    book = Workbook()
    book.properties.creator, book.properties.title = "优抚一人一档", "优抚统计表"
    book.remove(book.worksheets[0])
    for year, sheet in sheets:
        _page(book.create_sheet(sheet.title.removesuffix("统计表").replace("/", "")[:31]), sheet, year, made)
    with whole(out) as stream:
        book.save(stream)


def _page(page: Worksheet, sheet: StatisticSheet, year: int, made: Made) -> None:
    last = len(sheet.columns) + 1
    practice = f"　　{PRACTICE}" if made.practice else ""
    _across(page, SHEET_TITLE_ROW, dated(sheet, year), last, Font(EXCEL_SONG, 18, bold=True), IN_THE_MIDDLE)
    page.row_dimensions[SHEET_TITLE_ROW].height = 34
    _across(page, SHEET_ABOVE_ROW, "　　".join(made.above(sheet.unit)) + practice, last)
    _head(page, sheet)
    for number, (row, cells) in enumerate(
        zip(sheet.rows, sheet.cells, strict=True), start=SHEET_HEADS_ROW + 1
    ):
        font = Font(EXCEL_SONG, 10.5, bold=row.total)
        _put(page, number, 1, row.label, font)
        for column, cell in enumerate(cells, start=2):
            _put(page, number, column, cell.value, font)
    end = SHEET_HEADS_ROW + len(sheet.rows)
    words = [
        *(f"注：{note}" for note in sheet.notes),
        *(f"核对：{proof}" for proof in sheet.proofs),
        BOOK_SIGNATURES,
    ]
    for number, text in enumerate(words, start=end + 1):
        _across(page, number, text, last)
    _set_up(page, sheet, end + len(words))


def _head(page: Worksheet, sheet: StatisticSheet) -> None:
    font = Font(EXCEL_HEI, 10.5)
    _put(page, SHEET_GROUPS_ROW, 1, sheet.corner, font)
    _merge(page, 1, SHEET_GROUPS_ROW, 1, SHEET_HEADS_ROW)
    for span in groups(sheet.columns):
        first, last = span.first + 2, span.first + span.columns + 1
        _put(page, SHEET_GROUPS_ROW, first, span.label or sheet.columns[span.first].label, font)
        _merge(page, first, SHEET_GROUPS_ROW, last, SHEET_GROUPS_ROW if span.label else SHEET_HEADS_ROW)
        for column in range(first, last + 1) if span.label else ():
            _put(page, SHEET_HEADS_ROW, column, sheet.columns[column - 2].label, font)
    for row in (SHEET_GROUPS_ROW, SHEET_HEADS_ROW):
        for column in range(1, len(sheet.columns) + 2):
            page.cell(row, column).fill, page.cell(row, column).border = GREY_FILL, BOX
    page.row_dimensions[SHEET_HEADS_ROW].height = 32


def _merge(page: Worksheet, left: int, top: int, right: int, bottom: int) -> None:
    if (left, top) != (right, bottom):
        page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _put(page: Worksheet, row: int, column: int, value: str | int | Decimal | None, font: Font) -> None:
    cell = page.cell(row, column)
    if isinstance(value, str):
        put_text(cell, value)
    elif value:
        cell.value = value
        cell.number_format = "#,##0.00" if isinstance(value, Decimal) else "#,##0"
    cell.font, cell.border, cell.alignment = font, BOX, IN_THE_MIDDLE


def _across(
    page: Worksheet,
    row: int,
    words: str,
    last: int,
    font: Font | None = None,
    place: Alignment | None = None,
) -> None:
    cell = page.cell(row, 1)
    put_text(cell, words)
    cell.font = font or Font(EXCEL_SONG, 10.5)
    cell.alignment = place or Alignment("left", "center", wrap_text=True)
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
    page.row_dimensions[row].height = 22


def _set_up(page: Worksheet, sheet: StatisticSheet, end: int) -> None:
    """Columns as broad as their words; one page across, A4 laid crosswise, the headings on each."""
    widths = [max((breadth_in_characters(row.label) for row in sheet.rows), default=8) + 2]
    for number in range(len(sheet.columns)):
        widths.append(
            max(6, *(breadth_in_characters(shown_value(row[number].value)) + 2 for row in sheet.cells))
        )
    for number, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = f"B{SHEET_HEADS_ROW + 1}"
    page.print_title_rows = f"{SHEET_TITLE_ROW}:{SHEET_HEADS_ROW}"
    page.print_area = f"A1:{get_column_letter(len(sheet.columns) + 1)}{end}"
    lay_crosswise(page)
