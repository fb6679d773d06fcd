"""Statistics as a workbook: a sheet for each, with its headings merged, ready to be printed and to be reckoned with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.year.statistics.frame import Sheet
from reports.paper.binding import PRACTICE
from reports.paper.whole_files import whole
from reports.tables.book_cells import put_text
from reports.tables.table_book import BOX, GREY, HEI, SIGNED, SONG, breadth, lay_crosswise
from reports.year.statistics.paper import Made
from reports.year.statistics.words import dated, groups, shown

TITLE, ABOVE, GROUPS, HEADS = 1, 2, 3, 4  # rows
MIDDLE = Alignment("center", "center", wrap_text=True)


def write(sheets: Sequence[tuple[int, Sheet]], out: Path, made: Made) -> None:
    """Write statistics, each of its year, into one workbook; numbers are numbers."""
    book = Workbook()
    book.properties.creator, book.properties.title = "优抚一人一档", "优抚统计表"
    book.remove(book.worksheets[0])
    for year, sheet in sheets:
        _page(book.create_sheet(sheet.title.removesuffix("统计表").replace("/", "")[:31]), sheet, year, made)
    with whole(out) as stream:
        book.save(stream)


def _page(page: Worksheet, sheet: Sheet, year: int, made: Made) -> None:
    last = len(sheet.columns) + 1
    practice = f"　　{PRACTICE}" if made.practice else ""
    _across(page, TITLE, dated(sheet, year), last, Font(SONG, 18, bold=True), MIDDLE)
    page.row_dimensions[TITLE].height = 34
    _across(page, ABOVE, "　　".join(made.above(sheet.unit)) + practice, last)
    _head(page, sheet)
    for number, (row, cells) in enumerate(zip(sheet.rows, sheet.cells, strict=True), start=HEADS + 1):
        font = Font(SONG, 10.5, bold=row.total)
        _put(page, number, 1, row.label, font)
        for column, cell in enumerate(cells, start=2):
            _put(page, number, column, cell.value, font)
    end = HEADS + len(sheet.rows)
    words = [*(f"注：{note}" for note in sheet.notes), *(f"核对：{proof}" for proof in sheet.proofs), SIGNED]
    for number, text in enumerate(words, start=end + 1):
        _across(page, number, text, last)
    _set_up(page, sheet, end + len(words))


def _head(page: Worksheet, sheet: Sheet) -> None:
    font = Font(HEI, 10.5)
    _put(page, GROUPS, 1, sheet.corner, font)
    _merge(page, 1, GROUPS, 1, HEADS)
    for span in groups(sheet.columns):
        first, last = span.first + 2, span.first + span.columns + 1
        _put(page, GROUPS, first, span.label or sheet.columns[span.first].label, font)
        _merge(page, first, GROUPS, last, GROUPS if span.label else HEADS)
        for column in range(first, last + 1) if span.label else ():
            _put(page, HEADS, column, sheet.columns[column - 2].label, font)
    for row in (GROUPS, HEADS):
        for column in range(1, len(sheet.columns) + 2):
            page.cell(row, column).fill, page.cell(row, column).border = GREY, BOX
    page.row_dimensions[HEADS].height = 32


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
    cell.font, cell.border, cell.alignment = font, BOX, MIDDLE


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
    cell.font = font or Font(SONG, 10.5)
    cell.alignment = place or Alignment("left", "center", wrap_text=True)
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
    page.row_dimensions[row].height = 22


def _set_up(page: Worksheet, sheet: Sheet, end: int) -> None:
    """Columns as broad as their words; one page across, A4 laid crosswise, the headings on each."""
    widths = [max((breadth(row.label) for row in sheet.rows), default=8) + 2]
    for number in range(len(sheet.columns)):
        widths.append(max(6, *(breadth(shown(row[number].value)) + 2 for row in sheet.cells)))
    for number, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = f"B{HEADS + 1}"
    page.print_title_rows = f"{TITLE}:{HEADS}"
    page.print_area = f"A1:{get_column_letter(len(sheet.columns) + 1)}{end}"
    lay_crosswise(page)
