"""Wide pages, A4 laid crosswise with margins of 10 mm: strips below each other, the mark of a copy, the practice band."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm

from reports.paper.binding import place_band, water
from reports.paper.drawn_pages import draw_strips
from reports.paper.fonts import SERIF
from reports.paper.layout import Strip
from reports.paper.page_breaks import Placed
from reports.paper.sheet import HEIGHT, WIDTH, Mark, Paper, Style

SIZE = (HEIGHT, WIDTH)  # 297 x 210 mm
WIDE_MARGIN = 10 * mm
WIDE_ACROSS = SIZE[0] - 2 * WIDE_MARGIN
DOWN = SIZE[1] - 2 * WIDE_MARGIN
MARK_STYLE, MARK_ABOVE = Style(SERIF, 7, 9), 5 * mm  # of a copy's mark, above the edge of the sheet


def draw_wide_page(
    paper: Paper, strips: Sequence[Strip], practice: bool, bookmark: str = "", mark: str = ""
) -> None:
    """Draw a page whose strips stand below each other from the upper margin on; together they fit on it."""
    placed, y = [], SIZE[1] - WIDE_MARGIN
    for strip in strips:
        y -= strip.height
        placed.append(Placed(y, strip))
    if practice:
        paper.place(water(*SIZE), 0, 0)
    draw_strips(paper, placed, WIDE_MARGIN, WIDE_ACROSS)
    if mark:
        paper.words([(WIDE_MARGIN, MARK_ABOVE, [Mark(0, 0, MARK_STYLE, mark)])])
    place_band(paper, practice, *SIZE)
    paper.turn(bookmark)
