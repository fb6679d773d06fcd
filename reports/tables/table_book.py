"""A table as a book that an officer expects to find in WPS or Excel, ready to be sorted and printed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import starmap
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.paper.binding import PRACTICE
from reports.tables.book_cells import put_text

TITLE_ROW, ABOVE_ROW, HEADING_ROW = 1, 2, 3  # rows
LOWEST_ROW, FURTHER_LINE, HIGHEST_EXCEL_ROW = (
    20.0,
    14.5,
    409.0,
)  # points: a row of one line, a further line, what Excel allows
THIN = Side(style="thin", color="404040")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
EXCEL_SONG, EXCEL_HEI = "宋体", "黑体"  # on every PC with WPS or Excel in Chinese
NOT_PRINTED = "右边各栏供查找、筛选，不打印"
BOOK_SIGNATURES = (
    "　　　　单位负责人：　　　　　　　　审核人：　　　　　　　　制表人：　　　　　　　　（公章）"
)
ORANGE_FILL, GREY_FILL = PatternFill("solid", fgColor="D95300"), PatternFill("solid", fgColor="F2F2F2")
MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6, "header": 0.2, "footer": 0.3}  # inch


class BookColumn(NamedTuple):
    """A column: heading, width in characters (a Chinese one counts two), and whether its words begin at the left."""

    heading: str
    width: float
    at_left: bool = False


class WordRow(RowDimension):
    """A row as high as its words, which the spreadsheet program may make higher when somebody adds to them."""

    @property
    def customHeight(self) -> bool:
        return False


def make_table_book(
    title: str,
    above: str,
    columns: Sequence[BookColumn],
    rows: Sequence[Sequence[str]],
    printed: int,
    practice: bool = False,
    sheet: str = "花名册",
    total: str = "",
) -> Workbook:
    """The workbook: title, a line above the table, the heading, a row for each of ``rows``, the sum to be signed.

    The first ``printed`` columns fill an A4 sheet laid crosswise; the others are to search and sort by. ``total`` stands
    below the rows in the place of the count of people.
    """
    book = Workbook()
    book.properties.creator, book.properties.title = "优抚一人一档", title
    page = book.worksheets[0]
    page.title = sheet
    _across(page, TITLE_ROW, f"【演练】{title}" if practice else title, printed, 34)
    page["A1"].font, page["A1"].alignment = Font(EXCEL_SONG, 18, bold=True), Alignment("center", "center")
    _across(page, ABOVE_ROW, f"{above}　　{PRACTICE}" if practice else above, printed, 20)
    if printed < len(columns):
        put_text(page.cell(ABOVE_ROW, printed + 1), NOT_PRINTED)
        page.cell(ABOVE_ROW, printed + 1).font = Font(EXCEL_SONG, 9, color="808080")
    _head(page, columns)
    _rows(page, columns, rows)
    last = HEADING_ROW + len(rows) + 1
    _across(page, last, total or f"合计：{len(rows)}人{BOOK_SIGNATURES}", printed, 26)
    _set_up(page, len(columns), printed, last)
    if practice:
        _mark_as_practice(page)
    return book


def _across(page: Worksheet, row: int, words: str, columns: int, height: float) -> None:
    """Words across all columns."""
    cell = page.cell(row, 1)
    put_text(cell, words)
    cell.font, cell.alignment = Font(EXCEL_SONG, 10.5), Alignment("left", "center")
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    page.row_dimensions[row].height = height


def _head(page: Worksheet, columns: Sequence[BookColumn]) -> None:
    for number, (heading, width, _) in enumerate(columns, start=1):
        cell = page.cell(HEADING_ROW, number)
        put_text(cell, heading)
        cell.font, cell.fill, cell.border = Font(EXCEL_HEI, 10.5), GREY_FILL, BOX
        cell.alignment = Alignment("center", "center", wrap_text=True)
        page.column_dimensions[get_column_letter(number)].width = width
    page.row_dimensions[HEADING_ROW].height = 26


def _rows(page: Worksheet, columns: Sequence[BookColumn], rows: Sequence[Sequence[str]]) -> None:
    font = Font(EXCEL_SONG, 10.5)
    places = [Alignment("left" if each.at_left else "center", "center", wrap_text=True) for each in columns]
    for number, row in enumerate(rows, start=HEADING_ROW + 1):
        for column, (words, place) in enumerate(zip(row, places, strict=True), start=1):
            cell = page.cell(number, column)
            put_text(cell, words)
            cell.font, cell.border, cell.alignment = font, BOX, place
        lines = max(starmap(_lines, zip(row, columns, strict=True)))
        page.row_dimensions[number] = WordRow(
            page, number, ht=min(HIGHEST_EXCEL_ROW, max(LOWEST_ROW, lines * FURTHER_LINE + 4))
        )


def _lines(words: str, column: BookColumn) -> int:
    """How many lines the words take in the column; rather one too many."""
    room = column.width - 1.5
    return sum(max(1, math.ceil(breadth_in_characters(part) / room)) for part in words.split("\n"))


def breadth_in_characters(words: str) -> int:
    """The breadth of words in characters of a spreadsheet's column width: a Chinese one is two broad."""
    return len(words) + sum(character > "ÿ" for character in words)


def lay_crosswise(page: Worksheet) -> None:
    """A4 laid crosswise, one page across."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for edge, inches in MARGINS.items():
        setattr(page.page_margins, edge, inches)
    page.print_options.horizontalCentered = True


def _set_up(page: Worksheet, columns: int, printed: int, last: int) -> None:
    """The view on the screen and the printed page: the heading stays in sight and on every page."""
    page.freeze_panes = f"C{HEADING_ROW + 1}"
    page.auto_filter.ref = f"A{HEADING_ROW}:{get_column_letter(columns)}{last - 1}"
    page.print_title_rows = f"{TITLE_ROW}:{HEADING_ROW}"
    page.print_area = f"A1:{get_column_letter(printed)}{last}"
    lay_crosswise(page)
    foot = HeaderFooterItem()
    foot.center.text = "第 &P 页 共 &N 页"
    page.oddFooter = foot


def _mark_as_practice(page: Worksheet) -> None:
    page["A1"].fill, page["A1"].font = ORANGE_FILL, Font(EXCEL_SONG, 18, bold=True, color="FFFFFF")
    page["A2"].font = Font(EXCEL_SONG, 10.5, bold=True, color="D95300")
    page.sheet_properties.tabColor = "D95300"
