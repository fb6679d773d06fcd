"""A table as a book that an officer expects to find in WPS or Excel, ready to be sorted and printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name

from reports.paper.binding import band_words
from reports.tables.book_files import Book, Look, Page
from reports.tables.row_heights import USUAL_TYPE, height_of, lines_in, row_height

TITLE_ROW, ABOVE_ROW, HEADING_ROW = 1, 2, 3  # rows
NUMBERING = "序号"  # the heading of a column that counts the rows
LOWEST_ROW = 20.0  # points
TITLE_TYPE = 18  # points
AMOUNT_FORMAT = "#,##0.00"
SONG, HEI = {"font_name": "宋体"}, {"font_name": "黑体"}  # on every PC with WPS or Excel in Chinese
BOX = {"border": 1, "border_color": "#404040"}
GREY = {"bg_color": "#F2F2F2"}
ORANGE = "#D95300"
NOT_PRINTED = "右边各栏供查找、筛选，不打印"
BOOK_SIGNATURES = (
    "　　　　单位负责人：　　　　　　　　审核人：　　　　　　　　制表人：　　　　　　　　（公章）"
)
PAGE_NUMBERS = "&C第 &P 页 共 &N 页"
LONGEST_FOOT = 255  # characters that Excel takes
MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}  # inch


def dress(font: Look, size: float, *more: Look) -> Look:
    """A look in a font and type, with what else it has."""
    return {"font_size": size, **font, **{key: value for each in more for key, value in each.items()}}


def placed(side: str, wrap: bool = True) -> Look:
    """Where words stand in a cell: at a side, in the middle of its height."""
    return {"align": side, "valign": "vcenter", "text_wrap": wrap}


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
    page = book.create_page(sheet)
    widths = [each.width for each in columns[:printed]]
    marked = (
        ({"bg_color": ORANGE, "font_color": "#FFFFFF"}, {"bold": True, "font_color": ORANGE})
        if practice
        else ({}, {})
    )
    put_across(page, TITLE_ROW, f"【演练】{title}" if practice else title, widths, 34, TITLE_TYPE, marked[0])
    above = "　　".join(filter(None, (above, band_words(practice))))
    put_across(page, ABOVE_ROW, above, widths, 20, more=marked[1])
    if printed < len(columns):
        page.put_text(ABOVE_ROW, printed + 1, NOT_PRINTED, dress(SONG, 9, {"font_color": "#808080"}))
    _head(page, columns)
    _rows(page, columns, rows)
    last = end = HEADING_ROW + len(rows) + 1
    if rows and any(each.summed for each in columns):
        _sums(page, last, columns, rows)
        last += 1
    put_across(page, last, total or f"合计：{len(rows)}人{BOOK_SIGNATURES}", widths, 26)
    _set_up(page, len(columns), printed, end, last, mark)
    if practice:
        page.set_tab_color(ORANGE)
    return book


def put_across(
    page: Page,
    row: int,
    words: str,
    widths: Sequence[float],
    least: float,
    size: float = USUAL_TYPE,
    more: Look | None = None,
) -> None:
    """Words across columns of these widths, in as many lines as they need: a merged cell does not grow by itself."""
    title = size == TITLE_TYPE
    look = dress(SONG, size, {"bold": title}, placed("center" if title else "left"), more or {})
    page.join(row, 1, row, len(widths), words, look)
    page.set_height(row, height_of(lines_in(words, sum(widths), size), size, least))


def amount_in(words: str) -> Decimal | None:
    """The amount that is written for people; None where the words are none."""
    try:
        return Decimal(words.replace(",", ""))
    except ArithmeticError:
        return None


def _head(page: Page, columns: Sequence[BookColumn]) -> None:
    look = dress(HEI, 10.5, BOX, GREY, placed("center"))
    for number, (heading, width, *_) in enumerate(columns, start=1):
        page.put_text(HEADING_ROW, number, heading, look)
        page.set_width(number, width)
    page.set_height(HEADING_ROW, max(26.0, _height((each.heading for each in columns), columns)))


def _rows(page: Page, columns: Sequence[BookColumn], rows: Sequence[Sequence[str]]) -> None:
    looks = [dress(SONG, 10.5, BOX, _place(each)) for each in columns]
    for number, row in enumerate(rows, start=HEADING_ROW + 1):
        for column, (words, told, look) in enumerate(zip(row, columns, looks, strict=True), start=1):
            if words.isdecimal() and (told.counts or told.heading == NUMBERING):
                page.put_number(number, column, int(words), {**look, "num_format": "0"})
            elif told.amounts and (amount := amount_in(words)) is not None:
                page.put_number(number, column, amount, {**look, "num_format": AMOUNT_FORMAT})
            else:
                page.put_text(number, column, words, look)
        page.set_height(number, _height(row, columns), growing=True)


def _place(column: BookColumn) -> Look:
    side = "right" if column.amounts else "left" if column.at_left else "center"
    return placed(side, wrap=not column.amounts)


def _height(words: Iterable[str], columns: Sequence[BookColumn]) -> float:
    return row_height(words, (each.width for each in columns), least=LOWEST_ROW)


def _sums(page: Page, row: int, columns: Sequence[BookColumn], rows: Sequence[Sequence[str]]) -> None:
    """What the amounts come to, as formulas that follow when somebody changes one."""
    for number, column in enumerate(columns, start=1):
        look = dress(HEI, 10.5, BOX, _place(column))
        if column.summed:
            letter = xl_col_to_name(number - 1)
            total = sum(filter(None, (amount_in(each[number - 1]) for each in rows)), Decimal(0))
            formula = f"SUM({letter}{HEADING_ROW + 1}:{letter}{row - 1})"
            page.put_sum(row, number, formula, total, {**look, "num_format": AMOUNT_FORMAT})
        else:
            page.put_text(row, number, "合计" if number == 1 else "", look)
    page.set_height(row, LOWEST_ROW)


def lay_crosswise(page: Page, foot: str = PAGE_NUMBERS) -> None:
    """A4 laid crosswise, one page across."""
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.set_margins(**MARGINS)
    page.set_header("", {"margin": 0.2})
    page.set_footer(foot, {"margin": 0.3})
    page.center_horizontally()


def _set_up(page: Page, columns: int, printed: int, end: int, last: int, mark: str) -> None:
    """The view on the screen and the printed page: the heading stays in sight and on every page.

    ``end`` is the row behind the people, ``last`` that of the signatures; ``mark`` that of a copy that is given away, in small
    type at the foot of each printed page and among the properties.
    """
    page.freeze_panes(HEADING_ROW, 2)
    page.autofilter(HEADING_ROW - 1, 0, end - 2, columns - 1)
    page.repeat_rows(TITLE_ROW - 1, HEADING_ROW - 1)
    page.print_area(0, 0, last - 1, printed - 1)
    marked = f"&L&7 {mark.replace('&', '&&')}" if mark else ""
    lay_crosswise(page, marked[: LONGEST_FOOT - len(PAGE_NUMBERS)] + PAGE_NUMBERS)
    if mark:
        page.book.about["comments"] = mark
