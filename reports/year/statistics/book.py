"""The book of statistics: a sheet for each, with its headings merged, ready to be printed and to be reckoned with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.year.statistics.frame import StatisticSheet
from reports.paper.binding import band_words
from reports.paper.whole_files import whole
from reports.tables.book_cells import put_text
from reports.tables.book_files import Book, put_sum, save_book
from reports.tables.row_heights import breadth_in_characters, height_of, lines_in
from reports.tables.table_book import (
    BOOK_SIGNATURES,
    BOX,
    EXCEL_HEI,
    EXCEL_SONG,
    GREY_FILL,
    TITLE_TYPE,
    lay_crosswise,
    put_across,
)
from reports.year.statistics.paper import Made
from reports.year.statistics.sums import summed_places
from reports.year.statistics.words import dated, groups, shown_value

SHEET_TITLE_ROW, SHEET_ABOVE_ROW, SHEET_GROUPS_ROW, SHEET_HEADS_ROW = 1, 2, 3, 4  # rows
IN_THE_MIDDLE = Alignment("center", "center", wrap_text=True)
LEAST_LINE, LEAST_HEAD = 22.0, 16.0  # points
NARROWEST_BOOKED, BROADEST_LABEL, LEAST_TABLE = (
    8,
    44,
    96,
)  # characters; the least that a page crosswise shows well


def write_statistics_book(sheets: Sequence[tuple[int, StatisticSheet]], out: Path, made: Made) -> None:
    """Write statistics, each of its year, into one workbook; numbers are numbers."""
    book = Book("优抚统计表")
    book.remove(book.worksheets[0])
    for year, sheet in sheets:
        _page(book.create_sheet(sheet.title.removesuffix("统计表").replace("/", "")[:31]), sheet, year, made)
    with whole(out) as stream:
        save_book(book, stream)


def _page(page: Worksheet, sheet: StatisticSheet, year: int, made: Made) -> None:
    widths = _widths(sheet)
    above = "　　".join(filter(None, (*made.above(sheet.unit), band_words(made.practice))))
    put_across(page, SHEET_TITLE_ROW, dated(sheet, year), widths, 34, TITLE_TYPE)
    put_across(page, SHEET_ABOVE_ROW, above, widths, LEAST_LINE)
    _head(page, sheet, widths)
    for number, row in enumerate(sheet.rows):
        _row(page, sheet, number, Font(EXCEL_SONG, 10.5, bold=row.total))
        page.row_dimensions[SHEET_HEADS_ROW + 1 + number].height = height_of(
            lines_in(row.label, widths[0]), least=20
        )
    end = SHEET_HEADS_ROW + len(sheet.rows)
    words = [
        *(f"注：{note}" for note in sheet.notes),
        *(f"核对：{proof}" for proof in sheet.proofs),
        BOOK_SIGNATURES,
    ]
    for number, text in enumerate(words, start=end + 1):
        put_across(page, number, text, widths, LEAST_LINE)
    _set_up(page, widths, end + len(words))


def _row(page: Worksheet, sheet: StatisticSheet, row: int, font: Font) -> None:
    """A row of figures; a total that is the sum of others is a formula."""
    number = SHEET_HEADS_ROW + 1 + row
    _put(page, number, 1, sheet.rows[row].label, font)
    for column, cell in enumerate(sheet.cells[row]):
        _put(page, number, column + 2, cell.value, font)
        if cell.value and (places := summed_places(sheet, row, column)):
            areas = ",".join(
                f"{_cell(*run[0])}:{_cell(*run[-1])}" if len(run) > 1 else _cell(*run[0]) for run in places
            )
            put_sum(page.cell(number, column + 2), f"SUM({areas})", cell.value)


def _cell(row: int, column: int) -> str:
    """Where a figure stands on the page."""
    return f"{get_column_letter(column + 2)}{row + SHEET_HEADS_ROW + 1}"


def _head(page: Worksheet, sheet: StatisticSheet, widths: Sequence[float]) -> None:
    font = Font(EXCEL_HEI, 10.5)
    _put(page, SHEET_GROUPS_ROW, 1, sheet.corner, font)
    _merge(page, 1, SHEET_GROUPS_ROW, 1, SHEET_HEADS_ROW)
    high = {"group": LEAST_HEAD, "head": LEAST_HEAD, "both": height_of(lines_in(sheet.corner, widths[0]))}
    for span in groups(sheet.columns):
        first, last = span.first + 2, span.first + span.columns + 1
        words = span.label or sheet.columns[span.first].label
        _put(page, SHEET_GROUPS_ROW, first, words, font)
        _merge(page, first, SHEET_GROUPS_ROW, last, SHEET_GROUPS_ROW if span.label else SHEET_HEADS_ROW)
        kind = "group" if span.label else "both"
        high[kind] = max(high[kind], height_of(lines_in(words, sum(widths[first - 1 : last]))))
        for column in range(first, last + 1) if span.label else ():
            label = sheet.columns[column - 2].label
            _put(page, SHEET_HEADS_ROW, column, label, font)
            high["head"] = max(high["head"], height_of(lines_in(label, widths[column - 1])))
    for row in (SHEET_GROUPS_ROW, SHEET_HEADS_ROW):
        for column in range(1, len(sheet.columns) + 2):
            page.cell(row, column).fill, page.cell(row, column).border = GREY_FILL, BOX
    page.row_dimensions[SHEET_GROUPS_ROW].height = high["group"]
    page.row_dimensions[SHEET_HEADS_ROW].height = max(32.0, high["head"], high["both"] - high["group"])


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


def _widths(sheet: StatisticSheet) -> list[float]:
    """Columns as broad as their figures, and together no narrower than a page."""
    labels = max(map(breadth_in_characters, (sheet.corner, *(row.label for row in sheet.rows))), default=8)
    widths = [float(min(BROADEST_LABEL, labels + 2))]
    for number in range(len(sheet.columns)):
        figures = (breadth_in_characters(shown_value(row[number].value)) + 2 for row in sheet.cells)
        widths.append(float(max(NARROWEST_BOOKED, *figures, 0)))
    return [width * max(1.0, LEAST_TABLE / sum(widths)) for width in widths]


def _set_up(page: Worksheet, widths: Sequence[float], end: int) -> None:
    """One page across, A4 laid crosswise, the headings on each."""
    for number, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = f"B{SHEET_HEADS_ROW + 1}"
    page.print_title_rows = f"{SHEET_TITLE_ROW}:{SHEET_HEADS_ROW}"
    page.print_area = f"A1:{get_column_letter(len(widths))}{end}"
    lay_crosswise(page)
