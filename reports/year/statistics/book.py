"""The book of statistics: a sheet for each, with its headings merged, ready to be printed and to be reckoned with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from xlsxwriter.utility import xl_col_to_name

from models.year.statistics.frame import StatisticSheet
from reports.paper.binding import band_words
from reports.paper.whole_files import whole
from reports.tables.book_files import Book, Look, Page, save_book
from reports.tables.row_heights import breadth_in_characters, height_of, lines_in
from reports.tables.table_book import (
    BOOK_SIGNATURES,
    BOX,
    GREY,
    HEI,
    SONG,
    TITLE_TYPE,
    dress,
    lay_crosswise,
    placed,
    put_across,
)
from reports.year.statistics.paper import Made
from reports.year.statistics.sums import Place, summed_places
from reports.year.statistics.words import dated, groups, shown_value

SHEET_TITLE_ROW, SHEET_ABOVE_ROW, SHEET_GROUPS_ROW, SHEET_HEADS_ROW = 1, 2, 3, 4  # rows
IN_THE_MIDDLE = placed("center")
LEAST_LINE, LEAST_HEAD = 22.0, 16.0  # points
NARROWEST_BOOKED, BROADEST_LABEL, LEAST_TABLE = (
    8,
    44,
    96,
)  # characters; the least that a page crosswise shows well


def write_statistics_book(sheets: Sequence[tuple[int, StatisticSheet]], out: Path, made: Made) -> None:
    """Write statistics, each of its year, into one workbook; numbers are numbers."""
    book = Book("优抚统计表")
    for year, sheet in sheets:
        _page(book.create_page(sheet.title.removesuffix("统计表").replace("/", "")), sheet, year, made)
    with whole(out) as stream:
        save_book(book, stream)


def _page(page: Page, sheet: StatisticSheet, year: int, made: Made) -> None:
    widths = _widths(sheet)
    above = "　　".join(filter(None, (*made.above(sheet.unit), band_words(made.practice))))
    put_across(page, SHEET_TITLE_ROW, dated(sheet, year), widths, 34, TITLE_TYPE)
    put_across(page, SHEET_ABOVE_ROW, above, widths, LEAST_LINE)
    _head(page, sheet, widths)
    for number, row in enumerate(sheet.rows):
        _row(page, sheet, number, dress(SONG, 10.5, {"bold": row.total}, BOX, IN_THE_MIDDLE))
        page.set_height(SHEET_HEADS_ROW + 1 + number, height_of(lines_in(row.label, widths[0]), least=20))
    end = SHEET_HEADS_ROW + len(sheet.rows)
    words = [
        *(f"注：{note}" for note in sheet.notes),
        *(f"核对：{proof}" for proof in sheet.proofs),
        BOOK_SIGNATURES,
    ]
    for number, text in enumerate(words, start=end + 1):
        put_across(page, number, text, widths, LEAST_LINE)
    _set_up(page, widths, end + len(words))


def _row(page: Page, sheet: StatisticSheet, row: int, look: Look) -> None:
    """A row of figures; a total that is the sum of others is a formula."""
    number = SHEET_HEADS_ROW + 1 + row
    page.put_text(number, 1, sheet.rows[row].label, look)
    for column, cell in enumerate(sheet.cells[row]):
        _put(page, number, column + 2, cell.value, look, summed_places(sheet, row, column))


def _cell(row: int, column: int) -> str:
    """Where a figure stands on the page."""
    return f"{xl_col_to_name(column + 1)}{row + SHEET_HEADS_ROW + 1}"


def _head(page: Page, sheet: StatisticSheet, widths: Sequence[float]) -> None:
    look = dress(HEI, 10.5, BOX, GREY, IN_THE_MIDDLE)
    page.join(SHEET_GROUPS_ROW, 1, SHEET_HEADS_ROW, 1, sheet.corner, look)
    high = {"group": LEAST_HEAD, "head": LEAST_HEAD, "both": height_of(lines_in(sheet.corner, widths[0]))}
    for span in groups(sheet.columns):
        first, last = span.first + 2, span.first + span.columns + 1
        words = span.label or sheet.columns[span.first].label
        page.join(
            SHEET_GROUPS_ROW, first, SHEET_GROUPS_ROW if span.label else SHEET_HEADS_ROW, last, words, look
        )
        kind = "group" if span.label else "both"
        high[kind] = max(high[kind], height_of(lines_in(words, sum(widths[first - 1 : last]))))
        for column in range(first, last + 1) if span.label else ():
            label = sheet.columns[column - 2].label
            page.put_text(SHEET_HEADS_ROW, column, label, look)
            high["head"] = max(high["head"], height_of(lines_in(label, widths[column - 1])))
    page.set_height(SHEET_GROUPS_ROW, high["group"])
    page.set_height(SHEET_HEADS_ROW, max(32.0, high["head"], high["both"] - high["group"]))


def _put(
    page: Page,
    row: int,
    column: int,
    value: str | int | Decimal | None,
    look: Look,
    places: Sequence[Sequence[Place]],
) -> None:
    """A figure; where it is a sum, ``places`` says of which."""
    if isinstance(value, str):
        page.put_text(row, column, value, look)
        return
    if not value:
        page.put_blank(row, column, look)
        return
    look = {**look, "num_format": "#,##0.00" if isinstance(value, Decimal) else "#,##0"}
    if places:
        runs = (f"{_cell(*run[0])}:{_cell(*run[-1])}" if len(run) > 1 else _cell(*run[0]) for run in places)
        page.put_sum(row, column, f"SUM({','.join(runs)})", value, look)
    else:
        page.put_number(row, column, value, look)


def _widths(sheet: StatisticSheet) -> list[float]:
    """Columns as broad as their figures, and together no narrower than a page."""
    labels = max(map(breadth_in_characters, (sheet.corner, *(row.label for row in sheet.rows))), default=8)
    widths = [float(min(BROADEST_LABEL, labels + 2))]
    for number in range(len(sheet.columns)):
        figures = (breadth_in_characters(shown_value(row[number].value)) + 2 for row in sheet.cells)
        widths.append(float(max(NARROWEST_BOOKED, *figures, 0)))
    return [width * max(1.0, LEAST_TABLE / sum(widths)) for width in widths]


def _set_up(page: Page, widths: Sequence[float], end: int) -> None:
    """One page across, A4 laid crosswise, the headings on each."""
    for number, width in enumerate(widths, start=1):
        page.set_width(number, width)
    page.freeze_panes(SHEET_HEADS_ROW, 1)
    page.repeat_rows(SHEET_TITLE_ROW - 1, SHEET_HEADS_ROW - 1)
    page.print_area(0, 0, end - 1, len(widths) - 1)
    lay_crosswise(page, foot="")
