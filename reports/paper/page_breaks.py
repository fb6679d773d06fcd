"""Pages: where strips break from one sheet to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reports.paper.layout import BOTTOM, FULL, Strip
from reports.pdf.structure import REPEATED

SLACK = 0.5  # points that a page may be overfull; sums of heights are not exact
MOST_GROWTH = 2.4  # times its least height that a cell for the pen may grow


class Placed(NamedTuple):
    """A strip on its page: the height of its lower edge above the foot of the sheet."""

    y: float
    strip: Strip


def paginate(strips: Sequence[Strip], filler: Strip | None = None, body: float = FULL) -> list[list[Placed]]:
    """Put strips on pages: heads repeated, none alone at the foot.

    What is left of the last page is filled with ``filler``, or goes to the cells for the pen.
    """
    pages: list[list[Placed]] = []
    page: list[Strip] = []
    left = body
    for number, strip in enumerate(strips):
        if page and _held(strips, number) > left + SLACK:
            pages.append(_placed(page, left, body))
            page = [head._replace(role=REPEATED) for head in strip.heads]
            left = body - sum(head.height for head in page)
        page.append(strip)
        left -= strip.height
    if filler is not None:
        page += [filler] * int((left + SLACK) / filler.height)
    pages.append(_placed(page, left, body))
    return pages


def _held(strips: Sequence[Strip], number: int) -> float:
    """The height of a strip and of those it may not be parted from."""
    height = strips[number].height
    own = height
    while strips[number].keeps and number + 1 < len(strips):
        number += 1
        height += strips[number].height
    return height if height <= FULL else own


def _placed(page: Sequence[Strip], left: float, body: float) -> list[Placed]:
    eager = sum(strip.stretch is not None for strip in page)
    more = max(0.0, left / eager) if eager else 0.0
    placed, y = [], BOTTOM + body
    for strip in page:
        if strip.stretch is not None and more:
            height = round(min(strip.height + more, MOST_GROWTH * strip.height), 1)
            strip = strip._replace(height=height, print=strip.stretch(height))
        y -= strip.height
        placed.append(Placed(y, strip))
    return placed
