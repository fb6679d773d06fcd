"""The design of a sheet on paper: columns as broad as their figures need, and what is broader than a page in parts."""

from __future__ import annotations

from dataclasses import replace

from reportlab.lib.units import mm

from models.year.statistics.frame import StatisticSheet
from reports.paper import fonts
from reports.paper.fonts import SERIF
from reports.paper.layout import (
    CENTRE,
    FINE,
    LABEL,
    PAD,
    Box,
    Gaps,
    Row,
    Strip,
    breadth,
    label_marks,
)
from reports.paper.line_breaks import wrap
from reports.paper.sheet import Mark, Print, Rule, Style
from reports.tables.wide_pages import WIDE_ACROSS
from reports.year.statistics.words import groups, shown_value

SIZES = (10.5, 9.5, 8.5, 7.5, 6.5, 6.0)  # of the figures: the largest whose columns fit on the page
SIZE_OF_PARTS = 8.5  # of a sheet that does not fit at the smallest
FIRST_COLUMN = (26 * mm, 60 * mm)  # the least and the most for the column that names the rows
NARROWEST_COLUMN = 7 * mm
SHORT_GROUP = 4  # characters of a group's heading that stand on one line
STATISTIC_ROW, STATISTIC_GROUP, STATISTIC_HEAD = 7.5 * mm, 7 * mm, 8 * mm


def page_parts(sheet: StatisticSheet) -> list[StatisticSheet]:
    """The sheet itself where it fits on a page, else so many of its columns at a time as can be read."""
    if _breadth(sheet, SIZES[-1]) <= WIDE_ACROSS:
        return [sheet]
    found, start = [], 0
    for end in range(1, len(sheet.columns) + 1):
        if end - start > 1 and _breadth(_between(sheet, start, end), SIZE_OF_PARTS) > WIDE_ACROSS:
            found.append(_between(sheet, start, end - 1))
            start = end - 1
    return [*found, _between(sheet, start, len(sheet.columns))]


def _between(sheet: StatisticSheet, start: int, end: int) -> StatisticSheet:
    cells = tuple(row[start:end] for row in sheet.cells)
    return replace(sheet, columns=sheet.columns[start:end], cells=cells)


def _breadth(sheet: StatisticSheet, size: float) -> float:
    return sum(_needed(sheet, Style(SERIF, size, size + 3)))


def _needed(sheet: StatisticSheet, style: Style) -> list[float]:
    """What the column that names the rows and each of figures need in that type."""
    labels = max((breadth(row.label, style) for row in sheet.rows), default=0.0) + 3 * PAD
    first = min(max(labels, FIRST_COLUMN[0]), FIRST_COLUMN[1])
    return [first, *_under_groups(sheet, [_figures(sheet, n, style) for n in range(len(sheet.columns))])]


def _figures(sheet: StatisticSheet, number: int, style: Style) -> float:
    bold = style._replace(face=fonts.BOLD)  # the figures of a sum are broader
    figures = max(
        (
            breadth(shown_value(cells[number].value), bold if row.total else style)
            for row, cells in zip(sheet.rows, sheet.cells, strict=True)
        ),
        default=0.0,
    )
    return max(NARROWEST_COLUMN, figures + 2 * PAD + 1)


def _under_groups(sheet: StatisticSheet, needed: list[float]) -> list[float]:
    """The columns of a group together no narrower than its heading, of a long one than its first characters."""
    broad = list(needed)
    for span in groups(sheet.columns):
        wanted = breadth(span.label[:SHORT_GROUP], LABEL) + 2 * PAD + 1 if span.label else 0.0
        mine = range(span.first, span.first + span.columns)
        lack = wanted - sum(needed[number] for number in mine)
        for number in mine:
            broad[number] += max(0.0, lack) / span.columns
    return broad


class SheetDesign:
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
            first, *needed = _needed(self.sheet, Style(SERIF, size, size + 3))
            if first + sum(needed) <= WIDE_ACROSS:
                break
        more = max(0.0, WIDE_ACROSS - first - sum(needed)) / max(1, len(needed))
        scale = (WIDE_ACROSS - first) / sum(each + more for each in needed)
        return size, [first, *((each + more) * scale for each in needed)]

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
