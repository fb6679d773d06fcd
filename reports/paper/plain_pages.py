"""Plain pages, those that belong to no archive: forms, notices and letters, without the archive's number and mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.lib.units import mm

from reports.paper.binding import FOOT_LINE, RUNNING_FOOT, band, frames, water
from reports.paper.layout import BODY, HEAVY, LEFT, Strip, breadth
from reports.paper.page_breaks import Placed, paginate
from reports.paper.sheet import HEIGHT, Mark, Paper
from reports.paper.whole_files import whole

Sheets = Iterable[Sequence[Strip]]


def write_plain_pages(sheets: Sheets, out: Path, title: str, office: str, practice: bool = False) -> int:
    """Write each of ``sheets`` on pages of its own into one PDF; returns the count of pages.

    Raises ``Refusal`` when the file cannot be written.
    """
    count = 0
    with whole(out) as stream:
        paper = Paper(stream, title, office)
        for strips in sheets:
            pages = paginate(strips)
            for number, page in enumerate(pages, start=1):
                _draw(paper, page, f"第 {number} 页 共 {len(pages)} 页" if len(pages) > 1 else "", practice)
            count += len(pages)
        paper.close()
    return count


def _draw(paper: Paper, page: Sequence[Placed], foot: str, practice: bool) -> None:
    if practice:
        paper.place(water(), 0, 0)
    for y, strip in page:
        if strip.print is not None:
            paper.place(strip.print, LEFT, y)
        if strip.picture is not None:
            image, x, up, width, height = strip.picture
            paper.picture(image, LEFT + x, y + up, width, height)
    for low, high in frames(page):
        paper.frame(LEFT, low, BODY, high - low, HEAVY)
    words = [(LEFT, y, strip.marks) for y, strip in page if strip.marks]
    if foot:
        words.append(
            (0, 0, (Mark(LEFT + (BODY - breadth(foot, RUNNING_FOOT)) / 2, FOOT_LINE, RUNNING_FOOT, foot),))
        )
    if words:
        paper.words(words)
    if practice:
        paper.place(band(), 0, HEIGHT - 5 * mm)
    paper.turn()
