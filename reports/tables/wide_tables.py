"""Wide tables, on A4 laid crosswise: every page with title, heading, subtotal and foot, the last with the total.

Margins of 10 mm, the line of 制表单位 above the table and that of the signatures below it are those of the rosters
花名册 that offices print.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import IO, NamedTuple

from reportlab.lib.units import mm

from models.core.amounts import in_words
from models.core.jobs import Step
from reports.paper import fonts
from reports.paper.fonts import BOLD, SERIF
from reports.paper.forms import NONE, title
from reports.paper.layout import CENTRE, FINE, PAD, START, Box, Gaps, Row, Strip, breadth, place_lines
from reports.paper.line_breaks import clean, wrap
from reports.paper.page_breaks import SLACK
from reports.paper.sheet import Mark, Paper, Print, Rule, Style
from reports.pdf.structure import REPEATED
from reports.tables.close_rows import CloseRow
from reports.tables.column_breadths import fitted_breadths
from reports.tables.wide_pages import DOWN, SIZE, WIDE_ACROSS, draw_wide_page

LEAST_WIDE_ROW = 7 * mm  # of a row
WIDE_HEAD = 9 * mm
WIDE_FOOT = 10 * mm
GAP = 5 * mm  # at least, between the pieces of a line

WIDE_CELL = Style(SERIF, 9.5, 12.5)
TIGHT_ROW = 5.5 * mm  # of a table with 25 rows on a page, whatever they say
TIGHT_CELLS = (Style(SERIF, 8.5, 9.5), Style(SERIF, 7.2, 7.4), Style(SERIF, 6.3, 6.6), Style(SERIF, 5, 5))
TIGHT_HEAD, TIGHT_FOOT = 7 * mm, 8 * mm
LINE_STYLE = Style(SERIF, 10, 14)
SUM = Style(BOLD, 10, 14)
MANY = "第 9999 页 共 9999 页"
TABLE_SIGNATURES = ("单位负责人：", "审核人：", "制表人：", "（公章）")


class WideColumn(NamedTuple):
    """A column: heading, breadth in mm, and how its single lines stand."""

    heading: str
    width: float
    align: str = CENTRE


@dataclass(frozen=True, slots=True)
class WideTable:
    """What stands around the rows: title, the pieces of the line above (the page's number is added), the columns.

    ``counted`` is the measure word of the sums, as 人; ``named`` the column that tells whose a row is; ``money`` the
    column of amounts in yuan that are summed up, the total also in words (大写); ``signed`` the line to be signed.
    """

    title: str
    above: tuple[str, ...]
    columns: tuple[WideColumn, ...]
    counted: str = "人"
    named: int = 1
    practice: bool = False
    money: int | None = None
    signed: tuple[str, ...] = TABLE_SIGNATURES
    least: float = (
        LEAST_WIDE_ROW  # height of a row; more where people write much, ``TIGHT_ROW`` where they are many
    )
    running: bool = False  # whether each page says what it and those before come to
    mark: str = ""  # in small type at the foot of each page of a copy that is given away


def draw(
    table: WideTable, rows: Sequence[Sequence[str]], file: IO[bytes], author: str, gaps: Gaps
) -> Iterator[Step]:
    """Draw the rows page by page into a PDF; what no font has is noted in ``gaps``."""
    paper = Paper(file, clean(table.title), author, SIZE)
    yield from draw_rows(paper, table, rows, gaps)
    paper.close()


def draw_rows(
    paper: Paper, table: WideTable, rows: Sequence[Sequence[str]], gaps: Gaps, bookmark: str = ""
) -> Iterator[Step]:
    """Draw the rows page by page on sheets that may hold other tables before and after.

    Rows are laid out twice, first for the count of pages; neither time are they held.
    """
    design = _Design(_fitted(table, rows), gaps)
    heights = array("d", (strip.height for strip, _ in design.strips(rows)))
    counts = share(heights, design.room, design.total(rows).height)
    waiting, done = design.strips(rows), 0
    for number, count in enumerate(counts, start=1):
        body = list(islice(waiting, count))
        fresh = [row for _, row in body if row is not None]
        done += len(fresh)
        sums = [design.subtotal(fresh, rows[:done])]
        if number == len(counts):
            sums.append(design.total(rows))
        strips = [*(strip for strip, _ in body), *sums]
        design.draw(
            paper, strips, f"第 {number} 页 共 {len(counts)} 页", bookmark if number == 1 else "", number > 1
        )
        yield Step(done, len(rows), f"{table.title}第{number}页")


def _fitted(table: WideTable, rows: Sequence[Sequence[str]]) -> WideTable:
    """The table with room for its longest words; one with low rows sets them smaller instead."""
    if table.least < LEAST_WIDE_ROW:
        return table
    unit = WIDE_ACROSS / mm / sum(each.width for each in table.columns)
    found = fitted_breadths([(each.heading, each.width * unit) for each in table.columns], rows)
    columns = tuple(each._replace(width=width) for each, width in zip(table.columns, found, strict=True))
    return replace(table, columns=columns)


def share(heights: Sequence[float], room: float, total: float) -> list[int]:
    """How many strips go on each page of ``room`` points, ``total`` points being kept on the last, and never alone."""
    counts, left = [0], room
    for height in heights:
        if counts[-1] and height > left + SLACK:
            counts.append(0)
            left = room
        counts[-1] += 1
        left -= height
    if total > left + SLACK and counts[-1] > 1:
        counts[-1:] = [counts[-1] - 1, 1]
    return counts


class _Design:
    """The parts of the pages of one table, and the room that they leave for its rows."""

    def __init__(self, table: WideTable, gaps: Gaps) -> None:
        self.table, self.gaps = table, gaps
        gaps.whose = "表头"
        words = clean(table.title).replace("\n", " ")
        gaps.note(fonts.face(BOLD).look(words).lacking)
        tight = table.least < LEAST_WIDE_ROW
        self.title = title(words, WIDE_ACROSS, 0) if tight else title(words, WIDE_ACROSS)
        self.above = [clean(piece).replace("\n", " ") for piece in table.above]
        gaps.note(c for piece in self.above for c in fonts.face(LINE_STYLE.face).look(piece).lacking)
        self.boxes = self._boxes(table.columns)
        labels = [(box, column.heading) for box, column in zip(self.boxes, table.columns, strict=True)]
        self.head = Row([], labels, TIGHT_HEAD if tight else WIDE_HEAD, across=WIDE_ACROSS).blank(self)
        self.none = Row([Box(0, WIDE_ACROSS, CENTRE)], (), LEAST_WIDE_ROW, WIDE_CELL, across=WIDE_ACROSS)
        self.foot = foot(table.signed, TIGHT_FOOT if tight else WIDE_FOOT)
        self.sums = self._sum_print()
        used = self.title.height + self._above(MANY).height + self.head.height + self.foot.height
        self.room = max(DOWN - used - LEAST_WIDE_ROW, DOWN / 2)
        tallest = self.room - LEAST_WIDE_ROW
        self.row: Row = (
            CloseRow(self.boxes, table.least, TIGHT_CELLS, WIDE_ACROSS, tallest)
            if tight
            else Row(self.boxes, (), table.least, WIDE_CELL, across=WIDE_ACROSS, tallest=tallest)
        )

    @staticmethod
    def _boxes(columns: Sequence[WideColumn]) -> list[Box]:
        boxes, x = [], 0.0
        unit = WIDE_ACROSS / sum(column.width for column in columns)
        for _, width, align in columns:
            boxes.append(Box(x, width * unit, align))
            x += width * unit
        return boxes

    def strips(self, rows: Sequence[Sequence[str]]) -> Iterator[tuple[Strip, Sequence[str] | None]]:
        """The rows as strips, and the row that begins with it, if one does."""
        if not rows:
            yield self.none.strips([NONE], self.gaps, self)[0], None
        for row in rows:
            self.gaps.whose = row[self.table.named]
            first, *more = self.row.strips(row, self.gaps, self)
            yield first, row
            yield from ((strip, None) for strip in more)

    def subtotal(self, rows: Sequence[Sequence[str]], so_far: Sequence[Sequence[str]]) -> Strip:
        words = self.summed(rows)
        if self.table.running:
            words += f"　　　　累计 {self.summed(so_far)}"
        return self._sum("本页小计", words)

    def total(self, rows: Sequence[Sequence[str]]) -> Strip:
        words = self.summed(rows)
        if self.table.money is not None:
            words += f"　　大写：{in_words(total_of(rows, self.table.money))}"
        return self._sum("合　计", words)

    def summed(self, rows: Sequence[Sequence[str]]) -> str:
        """How many rows, and what they come to where there are amounts."""
        words = f"{len(rows)} {self.table.counted}"
        if self.table.money is not None:
            words += f"　　金额 {total_of(rows, self.table.money):,.2f} 元"
        return words

    def _sum(self, label: str, words: str) -> Strip:
        edge = self.edge
        marks = place_lines((label,), SUM, Box(0, edge, CENTRE), LEAST_WIDE_ROW)
        marks += place_lines((words,), SUM, Box(edge + PAD, WIDE_ACROSS - edge, START), LEAST_WIDE_ROW)
        return Strip(LEAST_WIDE_ROW, self.sums, tuple(marks), self)

    @property
    def edge(self) -> float:
        """Where the words of the sums end and the figures begin."""
        return self.boxes[min(3, len(self.boxes) - 1)].x

    def _sum_print(self) -> Print:
        rules = (Rule(0, 0, WIDE_ACROSS, 0, FINE), Rule(self.edge, 0, self.edge, LEAST_WIDE_ROW, FINE))
        return Print(WIDE_ACROSS, LEAST_WIDE_ROW, rules, ())

    def _above(self, page: str) -> Strip:
        """The line of 制表单位; what is too much for one line goes on more."""
        rows = spread([*self.above, page], LINE_STYLE)
        height = len(rows) * LINE_STYLE.leading + 1.2 * mm
        base = height - LINE_STYLE.leading + 1.2 * mm
        marks = [mark._replace(y=base - n * LINE_STYLE.leading) for n, row in enumerate(rows) for mark in row]
        return Strip(height, None, tuple(marks))

    def draw(
        self, paper: Paper, body: Sequence[Strip], page: str, bookmark: str = "", again: bool = False
    ) -> None:
        """One page, from the title to the foot, which stands right below the table; ``again`` after the first."""
        title, head = self.title, self.head
        if again:
            title, head = title._replace(role=REPEATED), head._replace(role=REPEATED)
        strips = (title, self._above(page), head, *body, self.foot)
        draw_wide_page(paper, strips, self.table.practice, bookmark, self.table.mark)


def spread(pieces: Sequence[str], style: Style) -> list[list[Mark]]:
    """Pieces set evenly from edge to edge; the first, when it is too long, on lines of its own above the others."""
    widths = [breadth(piece, style) for piece in pieces]
    if len(pieces) > 1 and sum(widths) + GAP * (len(pieces) - 1) > WIDE_ACROSS:
        lines = wrap(pieces[0], fonts.face(style.face), style.size, WIDE_ACROSS)
        return [*([Mark(0, 0, style, line)] for line in lines), *spread(pieces[1:], style)]
    gap = (WIDE_ACROSS - sum(widths)) / max(1, len(pieces) - 1)
    xs = [sum(widths[:n]) + gap * n for n in range(len(pieces))]
    return [[Mark(x, 0, style, piece) for x, piece in zip(xs, pieces, strict=True)]]


def total_of(rows: Sequence[Sequence[str]], column: int) -> Decimal:
    """The sum of a column of amounts, as they are written for people; empty ones count nothing."""
    return sum((Decimal(row[column].replace(",", "")) for row in rows if row[column]), Decimal(0))


def foot(signed: Sequence[str] = TABLE_SIGNATURES, height: float = WIDE_FOOT) -> Strip:
    """The line to be signed."""
    room = WIDE_ACROSS / len(signed)
    marks = [
        mark
        for n, words in enumerate(signed)
        for mark in place_lines((words,), LINE_STYLE, Box(n * room, room, START), height)
    ]
    return Strip(height, Print(WIDE_ACROSS, height, (), tuple(marks)))
