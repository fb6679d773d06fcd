"""A statistic on paper, A4 laid crosswise: headings in two storeys repeated on each page, the line to be signed below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.units import mm

from models.year.statistics.frame import StatisticSheet
from reports.paper import fonts
from reports.paper.fonts import SERIF, Missing
from reports.paper.forms import title
from reports.paper.layout import (
    PAD,
    START,
    Box,
    Gaps,
    Strip,
    place_lines,
)
from reports.paper.line_breaks import clean, wrap
from reports.paper.sheet import Paper, Style
from reports.paper.whole_files import whole
from reports.pdf.structure import REPEATED
from reports.tables.wide_pages import DOWN, SIZE, WIDE_ACROSS, draw_wide_page
from reports.tables.wide_tables import LINE_STYLE, foot, share, spread
from reports.year.statistics.design import SheetDesign, page_parts
from reports.year.statistics.words import dated

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
    heading = title(dated(sheet, year), WIDE_ACROSS)
    notes = _notes(sheet)
    pages = list(
        _pages(sheet, heading.height + LINE_STYLE.leading + 1.2 * mm + foot().height, notes.height, gaps)
    )
    for number, (head, rows) in enumerate(pages, start=1):
        page = f"第 {number} 页 共 {len(pages)} 页"
        strips = [heading, _above(made.above(sheet.unit), page), head, *rows]
        if number > 1:
            strips[0], strips[2] = (strips[each]._replace(role=REPEATED) for each in (0, 2))
        last = [notes, foot()] if number == len(pages) else [foot()]
        draw_wide_page(paper, [*strips, *last], made.practice, dated(sheet, year) if number == 1 else "")


def _pages(
    sheet: StatisticSheet, used: float, notes: float, gaps: Gaps
) -> Iterator[tuple[Strip, list[Strip]]]:
    """The headings and the rows of each page: the parts of a broad sheet after each other, room for notes on the last."""
    parts = page_parts(sheet)
    for part in parts:
        design = SheetDesign(part, gaps)
        rows = design.rows()
        left = notes if part is parts[-1] else 0.0
        start = 0
        for count in share([row.height for row in rows], DOWN - used - design.head.height, left):
            yield design.head, rows[start : start + count]
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
