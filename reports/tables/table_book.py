"""A table as a book that an officer expects to find in WPS or Excel, ready to be sorted and printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from decimal import Decimal
from typing import Any, NamedTuple

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.paper.binding import band_words
from reports.tables.book_cells import put_text
from reports.tables.book_files import Book, put_sum
from reports.tables.row_heights import USUAL_TYPE, height_of, lines_in, row_height

TITLE_ROW, ABOVE_ROW, HEADING_ROW = 1, 2, 3  # rows
NUMBERING = "序号"  # the heading of a column that counts the rows
LOWEST_ROW = 20.0  # points
TITLE_TYPE = 18  # points
AMOUNT_FORMAT = "#,##0.00"
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
    """A column: heading, width in characters (a Chinese one counts two), whether its words begin at the left.

    Of amounts and ``counts`` the cells are numbers that can be reckoned with; where amounts are ``summed`` a formula below
    says what they come to.
    """

    heading: str
    width: float
    at_left: bool = False
    amounts: bool = False
    summed: bool = False
    counts: bool = False


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
    mark: str = "",
) -> Book:
    """The workbook: title, a line above the table, the heading, a row for each of ``rows``, the sum to be signed.

    The first ``printed`` columns fill an A4 sheet laid crosswise; the others are to search and sort by. ``total`` stands
    below the rows in the place of the count of people.
    """
    book = Book(title)
    page = book.worksheets[0]
    page.title = sheet
    widths = [each.width for each in columns[:printed]]
    put_across(page, TITLE_ROW, f"【演练】{title}" if practice else title, widths, 34, TITLE_TYPE)
    put_across(page, ABOVE_ROW, "　　".join(filter(None, (above, band_words(practice)))), widths, 20)
    if printed < len(columns):
        put_text(page.cell(ABOVE_ROW, printed + 1), NOT_PRINTED)
        page.cell(ABOVE_ROW, printed + 1).font = Font(EXCEL_SONG, 9, color="808080")
    _head(page, columns)
    _rows(page, columns, rows)
    last = end = HEADING_ROW + len(rows) + 1
    if rows and any(each.summed for each in columns):
        _sums(page, last, columns, rows)
        last += 1
    put_across(page, last, total or f"合计：{len(rows)}人{BOOK_SIGNATURES}", widths, 26)
    _set_up(page, len(columns), printed, end, last)
    if practice:
        _mark_as_practice(page)
    if mark:
        _mark_as_copy(book, mark)
    return book


def put_across(
    page: Worksheet, row: int, words: str, widths: Sequence[float], least: float, size: float = USUAL_TYPE
) -> None:
    """Words across columns of these widths, in as many lines as they need: a merged cell does not grow by itself."""
    cell = page.cell(row, 1)
    put_text(cell, words)
    title = size == TITLE_TYPE
    cell.font = Font(EXCEL_SONG, size, bold=title)
    cell.alignment = Alignment("center" if title else "left", "center", wrap_text=True)
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(widths))
    page.row_dimensions[row].height = height_of(lines_in(words, sum(widths), size), size, least)


def put_amount(cell: Any, words: str) -> None:
    """An amount as it is written for people, as a number with its fen; what is none stays words."""
    amount = amount_in(words)
    if amount is None:
        put_text(cell, words)
        return
    cell.value = amount
    if cell.number_format != AMOUNT_FORMAT:
        cell.number_format = AMOUNT_FORMAT


def amount_in(words: str) -> Decimal | None:
    """The amount that is written for people; None where the words are none."""
    try:
        return Decimal(words.replace(",", ""))
    except ArithmeticError:
        return None


def _head(page: Worksheet, columns: Sequence[BookColumn]) -> None:
    for number, (heading, width, *_) in enumerate(columns, start=1):
        cell = page.cell(HEADING_ROW, number)
        put_text(cell, heading)
        cell.font, cell.fill, cell.border = Font(EXCEL_HEI, 10.5), GREY_FILL, BOX
        cell.alignment = Alignment("center", "center", wrap_text=True)
        page.column_dimensions[get_column_letter(number)].width = round(
            width, 2
        )  # 27.16467161646 looks like a number
    heights = _height((each.heading for each in columns), columns)
    page.row_dimensions[HEADING_ROW].height = max(26.0, heights)


def _rows(page: Worksheet, columns: Sequence[BookColumn], rows: Sequence[Sequence[str]]) -> None:
    styles: dict[int, Any] = {}  # of a column: made once, for openpyxl takes longest over styles
    for number, row in enumerate(rows, start=HEADING_ROW + 1):
        for column, (words, told) in enumerate(zip(row, columns, strict=True), start=1):
            cell: Any = page.cell(number, column)
            if column in styles:
                cell._style = copy(styles[column])
            else:
                cell.font, cell.border, cell.alignment = Font(EXCEL_SONG, 10.5), BOX, _place(told)
                cell.number_format = _format(told)
                styles[column] = copy(cell._style)
            if words.isdecimal() and (told.counts or told.heading == NUMBERING):
                cell.value = int(words)
            else:
                (put_amount if told.amounts and words else put_text)(cell, words)
        page.row_dimensions[number] = WordRow(page, number, ht=_height(row, columns))


def _format(column: BookColumn) -> str:
    if column.amounts:
        return AMOUNT_FORMAT
    return "0" if column.counts or column.heading == NUMBERING else "@"


def _place(column: BookColumn) -> Alignment:
    side = "right" if column.amounts else "left" if column.at_left else "center"
    return Alignment(side, "center", wrap_text=not column.amounts)


def _height(words: Iterable[str], columns: Sequence[BookColumn]) -> float:
    return row_height(words, (each.width for each in columns), least=LOWEST_ROW)


def _sums(page: Worksheet, row: int, columns: Sequence[BookColumn], rows: Sequence[Sequence[str]]) -> None:
    """What the amounts come to, as formulas that follow when somebody changes one."""
    for number, column in enumerate(columns, start=1):
        cell = page.cell(row, number)
        cell.font, cell.border, cell.alignment = Font(EXCEL_HEI, 10.5), BOX, _place(column)
        if column.summed:
            letter = get_column_letter(number)
            amounts = (amount_in(each[number - 1]) for each in rows)
            total = sum(filter(None, amounts), Decimal(0))
            put_sum(cell, f"SUM({letter}{HEADING_ROW + 1}:{letter}{row - 1})", total)
            cell.number_format = AMOUNT_FORMAT
        elif number == 1:
            put_text(cell, "合计")
    page.row_dimensions[row].height = LOWEST_ROW


def lay_crosswise(page: Worksheet) -> None:
    """A4 laid crosswise, one page across."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for edge, inches in MARGINS.items():
        setattr(page.page_margins, edge, inches)
    page.print_options.horizontalCentered = True


def _set_up(page: Worksheet, columns: int, printed: int, end: int, last: int) -> None:
    """The view on the screen and the printed page: the heading stays in sight and on every page.

    ``end`` is the row behind the people, ``last`` that of the signatures.
    """
    page.freeze_panes = f"C{HEADING_ROW + 1}"
    page.auto_filter.ref = f"A{HEADING_ROW}:{get_column_letter(columns)}{end - 1}"
    page.print_title_rows = f"{TITLE_ROW}:{HEADING_ROW}"
    page.print_area = f"A1:{get_column_letter(printed)}{last}"
    lay_crosswise(page)
    foot = HeaderFooterItem()
    foot.center.text = "第 &P 页 共 &N 页"
    page.oddFooter = foot


def _mark_as_copy(book: Book, mark: str) -> None:
    """The mark of a copy that is given away, in small type at the foot of each printed page and among the properties."""
    foot: Any = book.worksheets[0].oddFooter
    foot.left.text, foot.left.size = mark.replace("&", "&&"), 7
    book.properties.description = mark


def _mark_as_practice(page: Worksheet) -> None:
    page["A1"].fill, page["A1"].font = ORANGE_FILL, Font(EXCEL_SONG, 18, bold=True, color="FFFFFF")
    page["A2"].font = Font(EXCEL_SONG, 10.5, bold=True, color="D95300")
    page.sheet_properties.tabColor = "D95300"
