"""Pages as they are drawn: strips at their places, the frames of tables around them, and what they say in reading order."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from reports.paper.layout import CENTRE, HEAVY, SMALL, Box, Picture, place_lines
from reports.paper.page_breaks import Placed
from reports.paper.sheet import Paper, Said

logger = logging.getLogger(__name__)


def draw_strips(paper: Paper, page: Sequence[Placed], left: float, across: float) -> None:
    """Draw a page's strips, whose left edge and breadth are given in points."""
    for y, strip in page:
        if strip.print is not None:
            paper.rules(strip.print, left, y)
    for low, high in frames(page):
        paper.frame(left, low, across, high - low, HEAVY)
    for y, strip in page:
        if strip.picture is not None:
            _picture(paper, strip.picture, left, y)
        paper.tell(strip.print, strip.marks, left, y, Said(strip.role, strip.table, strip.blanks))


def _picture(paper: Paper, picture: Picture, left: float, low: float) -> None:
    image, x, up, width, height, said, sharp = picture
    try:
        paper.picture(image, left + x, low + up, width, height, said, sharp)
    except OSError as error:
        logger.warning("a photo cannot be read: %s", error)
        words = place_lines(("照片", "无法读取"), SMALL, Box(0, width, CENTRE), height)
        paper.tell(None, words, left + x, low + up, Said())


def frames(page: Sequence[Placed]) -> list[tuple[float, float]]:
    """Lower and upper edge of each table on a page."""
    found: list[tuple[float, float]] = []
    last: object = None
    for y, strip in page:
        if strip.table is not None and strip.table is last:
            found[-1] = (y, found[-1][1])
        elif strip.table is not None:
            found.append((y, y + strip.height))
        last = strip.table
    return found
