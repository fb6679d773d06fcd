"""A statistic on paper, A4 laid crosswise: headings in two storeys repeated on each page, the line to be signed below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.units import mm

from models.year.statistics.frame import StatisticSheet
from reports.paper import fonts
from reports.paper.fonts import SERIF, Missing
from reports.paper.forms import title
from reports.paper.layout import (
    CENTRE,
    FINE,
    LABEL,
    PAD,
    START,
    Box,
    Gaps,
    Row,
    Strip,
    breadth,
    label_marks,
    place_lines,
)
from reports.paper.line_breaks import clean, wrap
from reports.paper.sheet import Mark, Paper, Print, Rule, Style
from reports.paper.whole_files import whole
from reports.pdf.structure import REPEATED
from reports.tables.wide_pages import DOWN, SIZE, WIDE_ACROSS, draw_wide_page
from reports.tables.wide_tables import LINE_STYLE, foot, share, spread
from reports.year.statistics.words import dated, groups, shown_value

SIZES = (10.5, 9.5, 8.5, 7.5, 6.5, 6.0)  # of the figures: the largest whose columns fit on the page
FIRST_COLUMN = (26 * mm, 60 * mm)  # the least and the most for the column that names the rows
NARROWEST_COLUMN = 7 * mm
SHORT_GROUP = 4  # characters of a group's heading that stand on one line
STATISTIC_ROW, STATISTIC_GROUP, STATISTIC_HEAD = 7.5 * mm, 7 * mm, 8 * mm
STATISTIC_NOTE = Style(SERIF, 9, 13)


class Made(NamedTuple):
    """Who made the table, when, and whether from a practice archive."""

    office: str
    maker: str
    day: date
    practice: bool = False

    def above(self, unit: str) -> tuple[str, ...]:
        day = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        return f"填报单位：{self.office}", f"制表日期：{day}", f"制表人：{self.maker}", f"单位：{unit}"


def write_statistics_paper(
    sheets: Sequence[tuple[int, StatisticSheet]], out: Path, made: Made
) -> tuple[Missing, ...]:
    """Write statistics, each of its year and on pages of its own, as one PDF; returns what no font has."""
    gaps = Gaps("统计表")
    name = dated(sheets[0][1], sheets[0][0]) if len(sheets) == 1 else "优抚统计表"
    with whole(out) as stream:
        paper = Paper(stream, name, made.office, SIZE)
        for year, sheet in sheets:
            _draw(paper, sheet, year, made, gaps)
        paper.close()
    return tuple(gaps.found)


def _draw(paper: Paper, sheet: StatisticSheet, year: int, made: Made, gaps: Gaps) -> None:
    design = _Design(sheet, gaps)
    heading = title(dated(sheet, year), WIDE_ACROSS)
    notes = _notes(sheet)
    rows = design.rows()
    used = heading.height + LINE_STYLE.leading + 1.2 * mm + design.head.height + foot().height
    counts = share([row.height for row in rows], DOWN - used, notes.height)
    start = 0
    for number, count in enumerate(counts, start=1):
        page = f"第 {number} 页 共 {len(counts)} 页"
        strips = [heading, _above(made.above(sheet.unit), page), design.head, *rows[start : start + count]]
        if number > 1:
            strips[0], strips[2] = (strips[each]._replace(role=REPEATED) for each in (0, 2))
        last = [notes, foot()] if number == len(counts) else [foot()]
        draw_wide_page(paper, [*strips, *last], made.practice, dated(sheet, year) if number == 1 else "")
        start += count


def _above(pieces: Sequence[str], page: str) -> Strip:
    lines = spread([clean(piece) for piece in (*pieces, page)], LINE_STYLE)
    height = len(lines) * LINE_STYLE.leading + 1.2 * mm
    base = height - LINE_STYLE.leading + 1.2 * mm
    marks = [mark._replace(y=base - n * LINE_STYLE.leading) for n, row in enumerate(lines) for mark in row]
    return Strip(height, None, tuple(marks))


def _notes(sheet: StatisticSheet) -> Strip:
    """What was proved and what is to be noted, under the table."""
    words = [f"注：{note}" for note in sheet.notes] + [f"核对：{proof}" for proof in sheet.proofs]
    lines = [
        line
        for text in words
        for line in wrap(text, fonts.face(STATISTIC_NOTE.face), STATISTIC_NOTE.size, WIDE_ACROSS)
    ]
    height = len(lines) * STATISTIC_NOTE.leading + 2 * mm
    marks = place_lines(lines, STATISTIC_NOTE, Box(-PAD, WIDE_ACROSS, START), height)
    return Strip(height, None, tuple(marks))


class _Design:
    """Columns as broad as their figures need, and type as large as the page allows."""

    def __init__(self, sheet: StatisticSheet, gaps: Gaps) -> None:
        self.sheet, self.gaps = sheet, gaps
        self.words = [[shown_value(cell.value) for cell in row] for row in sheet.cells]
        self.size, self.widths = self._fit()
        xs = [sum(self.widths[:number]) for number in range(len(self.widths))]
        self.boxes = [Box(x, width, CENTRE) for x, width in zip(xs, self.widths, strict=True)]
        self.head = self._head()

    def _fit(self) -> tuple[float, list[float]]:
        """The type size, and the breadth of each column, the first naming the rows."""
        for size in SIZES:
            style = Style(SERIF, size, size + 3)
            labels = max((breadth(row.label, style) for row in self.sheet.rows), default=0.0) + 3 * PAD
            first = min(max(labels, FIRST_COLUMN[0]), FIRST_COLUMN[1])
            needed = self._under_groups(
                [self._needed(number, style) for number in range(len(self.sheet.columns))]
            )
            if first + sum(needed) <= WIDE_ACROSS:
                break
        more = max(0.0, WIDE_ACROSS - first - sum(needed)) / max(1, len(needed))
        scale = (WIDE_ACROSS - first) / sum(each + more for each in needed)
        return size, [first, *((each + more) * scale for each in needed)]

    def _needed(self, number: int, style: Style) -> float:
        bold = style._replace(face=fonts.BOLD)  # the figures of a sum are broader
        figures = max(
            (
                breadth(words[number], bold if row.total else style)
                for row, words in zip(self.sheet.rows, self.words, strict=True)
            ),
            default=0.0,
        )
        return max(NARROWEST_COLUMN, figures + 2 * PAD + 1)

    def _under_groups(self, needed: list[float]) -> list[float]:
        """The columns of a group together no narrower than its heading, of a long one than its first characters."""
        broad = list(needed)
        for span in groups(self.sheet.columns):
            wanted = breadth(span.label[:SHORT_GROUP], LABEL) + 2 * PAD + 1 if span.label else 0.0
            mine = range(span.first, span.first + span.columns)
            lack = wanted - sum(needed[number] for number in mine)
            for number in mine:
                broad[number] += max(0.0, lack) / span.columns
        return broad

    def _head(self) -> Strip:
        """The two storeys of headings: groups above, columns below; what has no group takes both."""
        rules: list[Rule] = []
        marks: list[Mark] = []
        lower = max(STATISTIC_HEAD, self._lower())
        height = lower + self._upper()
        marks += label_marks(self.sheet.corner, self.boxes[0], height)
        for span in groups(self.sheet.columns):
            boxes = self.boxes[1 + span.first : 1 + span.first + span.columns]
            left, across = boxes[0].x, sum(box.width for box in boxes)
            rules.append(Rule(left, 0, left, height, FINE))
            if not span.label:
                marks += label_marks(self.sheet.columns[span.first].label, boxes[0], height)
                continue
            above = label_marks(span.label, Box(left, across), height - lower)
            marks += [mark._replace(y=mark.y + lower) for mark in above]
            rules.append(Rule(left, lower, left + across, lower, FINE))
            rules += [Rule(box.x, 0, box.x, lower, FINE) for box in boxes[1:]]
            for offset, box in enumerate(boxes):
                marks += label_marks(self.sheet.columns[span.first + offset].label, box, lower)
        rules.append(Rule(0, 0, WIDE_ACROSS, 0, FINE))
        return Strip(height, Print(WIDE_ACROSS, height, tuple(rules), tuple(marks)), table=self)

    def _lower(self) -> float:
        """How high the columns' own headings need to be."""
        labels = [
            wrap(column.label, fonts.face(LABEL.face), LABEL.size, box.width - PAD)
            for column, box in zip(self.sheet.columns, self.boxes[1:], strict=True)
        ]
        return max(map(len, labels), default=1) * LABEL.leading + 2 * mm

    def _upper(self) -> float:
        """How high the headings of the groups need to be; nothing where there are none."""
        lines = [
            wrap(
                span.label,
                fonts.face(LABEL.face),
                LABEL.size,
                sum(self.widths[1 + span.first : 1 + span.first + span.columns]) - PAD,
            )
            for span in groups(self.sheet.columns)
            if span.label
        ]
        if not lines:
            return 0.0
        return max(STATISTIC_GROUP, max(map(len, lines)) * LABEL.leading + 2 * mm)

    def rows(self) -> list[Strip]:
        style = Style(SERIF, self.size, self.size + 3)
        plain = Row(self.boxes, (), STATISTIC_ROW, style, across=WIDE_ACROSS)
        bold = Row(self.boxes, (), STATISTIC_ROW, style._replace(face=fonts.BOLD), across=WIDE_ACROSS)
        strips = []
        for row, words in zip(self.sheet.rows, self.words, strict=True):
            self.gaps.whose = row.label
            strips += (bold if row.total else plain).strips([row.label, *words], self.gaps, self)
        return strips
