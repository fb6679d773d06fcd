"""Plain pages, those that belong to no archive: forms, notices and letters, without the archive's number and mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reports.paper.binding import COPY_MARK, COPY_MARK_LINE, FOOT_LINE, RUNNING_FOOT, place_band, water
from reports.paper.drawn_pages import draw_strips
from reports.paper.layout import BODY, LEFT, Strip, breadth
from reports.paper.page_breaks import Placed, paginate
from reports.paper.sheet import Mark, Paper
from reports.paper.whole_files import whole

Sheets = Iterable[Sequence[Strip]]


def write_plain_pages(
    sheets: Sheets, out: Path, title: str, office: str, practice: bool = False, mark: str = ""
) -> int:
    """Write each of ``sheets`` on pages of its own into one PDF, with the ``mark`` of a copy; returns the count of pages.

    Raises ``Refusal`` when the file cannot be written.
    """
    with whole(out) as stream:
        paper = Paper(stream, title, office)
        count = sum(draw_plain_sheet(paper, strips, practice, mark) for strips in sheets)
        paper.close()
    return count


def draw_plain_sheet(paper: Paper, strips: Sequence[Strip], practice: bool = False, mark: str = "") -> int:
    """Draw strips on pages of their own, numbered where there are several; returns how many."""
    pages = paginate(strips)
    for number, page in enumerate(pages, start=1):
        _draw(paper, page, f"第 {number} 页 共 {len(pages)} 页" if len(pages) > 1 else "", practice, mark)
    return len(pages)


def _draw(paper: Paper, page: Sequence[Placed], foot: str, practice: bool, mark: str) -> None:
    if practice:
        paper.place(water(), 0, 0)
    draw_strips(paper, page, LEFT, BODY)
    if foot:
        middle = LEFT + (BODY - breadth(foot, RUNNING_FOOT)) / 2
        paper.words([(0, 0, (Mark(middle, FOOT_LINE, RUNNING_FOOT, foot),))])
    if mark:
        paper.words([(0, 0, (Mark(LEFT, COPY_MARK_LINE, COPY_MARK, mark),))])
    place_band(paper, practice)
    paper.turn()
