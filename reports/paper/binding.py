"""Binding: the parts of one person after another's on numbered sheets, with head, foot and mark, into one PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import IO, NamedTuple

from reportlab.lib.units import mm

from reports.paper import fonts, page_mark
from reports.paper.drawn_pages import draw_strips
from reports.paper.fonts import BOLD, SANS, SERIF
from reports.paper.layout import BODY, CENTRE, LEFT, PAD, RIGHT, Box, Strip, breadth, place_lines
from reports.paper.line_breaks import wrap
from reports.paper.page_breaks import Placed, paginate
from reports.paper.sheet import HEIGHT, WIDTH, Mark, Paper, Print, Style

RUNNING_HEAD = Style(SANS, 8.5, 12)
RUNNING_FOOT = Style(SERIF, 10, 14)
BAND = Style(SANS, 9, 12, 1)
WATER = Style(BOLD, 150, 150, 20)
PRACTICE = "演练　虚构人员，仅供练习，不得作为任何凭证"
MASKED = "（脱敏副本）"
FOOT_LINE = 11 * mm
HEAD_LINE = HEIGHT - 19.5 * mm
HEAD_ROOM = BODY - 20 * mm
CODE_TOP = HEIGHT - 8 * mm
PRACTICE_ORANGE = "0.85 0.33 0"
PALE = "1 0.93 0.86"


class BoundPart(NamedTuple):
    """What begins on a page of its own: two letters for the page's mark, its strips, and what fills its last page."""

    code: str
    strips: Sequence[Strip]
    filler: Strip | None = None


class Owner(NamedTuple):
    """Whose sheets they are: the number that the marks carry, the words of the head, and the bookmark."""

    archive: str
    head: str
    bookmark: str


class Binder:
    """One PDF in the making: sheets of one person after another."""

    def __init__(
        self,
        file: IO[bytes],
        title: str,
        office: str,
        practice: bool = False,
        double_sided: bool = False,
        masked: bool = False,
    ) -> None:
        self.paper = Paper(file, title, office)
        self.practice = practice
        self.double_sided = double_sided
        self.running = f"{office}　优抚对象档案{MASKED if masked else ''}"
        self.pages = 0

    def add(self, owner: Owner, parts: Iterable[BoundPart]) -> int:
        """Draw the parts of one person on pages 1 to n, and return n; printed on both sides, n is made even."""
        pages = list(_pages_of(parts))
        for number, (code, page) in enumerate(pages, start=1):
            left = (
                RIGHT if self.double_sided and number % 2 == 0 else LEFT
            )  # bound on the same edge of the sheet
            self._page(page, left)
            self._furnish(owner, left, number, len(pages), self._mark(owner, code, page, number, len(pages)))
            self.paper.turn(owner.bookmark if number == 1 else "")
        if self.double_sided and len(pages) % 2:
            self.paper.turn()  # the back of the last sheet carries nothing
        self.pages += len(pages) + (len(pages) % 2 if self.double_sided else 0)
        return len(pages)

    def close(self) -> None:
        self.paper.close()

    def _page(self, page: Sequence[Placed], left: float) -> None:
        if self.practice:
            self.paper.place(water(), 0, 0)
        draw_strips(self.paper, page, left, BODY)

    def _mark(self, owner: Owner, code: str, page: Sequence[Placed], number: int, total: int) -> str:
        return page_mark.PageMark(owner.archive, code, number, total, _print_of(page)).code

    def _furnish(self, owner: Owner, left: float, number: int, total: int, mark: str) -> None:
        foot = f"第 {number} 页 共 {total} 页"
        lines = (*head_lines(owner.head), self.running)
        words = [
            Mark(left, HEAD_LINE + n * 4.3 * mm, RUNNING_HEAD, line) for n, line in enumerate(reversed(lines))
        ]
        words.append(Mark(left + (BODY - breadth(foot, RUNNING_FOOT)) / 2, FOOT_LINE, RUNNING_FOOT, foot))
        self.paper.words([(0, 0, words)])
        if self.practice:
            self.paper.place(band(), 0, HEIGHT - 5 * mm)
        rows = page_mark.modules(mark)
        self.paper.code(
            rows, left + BODY - len(rows) * page_mark.MODULE * mm, CODE_TOP, page_mark.MODULE * mm
        )


def bound_pages(parts: Iterable[BoundPart]) -> Iterator[tuple[str, str]]:
    """The form of each page and the fingerprint of its words, as its mark would say them."""
    return ((code, _print_of(page)) for code, page in _pages_of(parts))


def _pages_of(parts: Iterable[BoundPart]) -> Iterator[tuple[str, Sequence[Placed]]]:
    return ((part.code, page) for part in parts for page in paginate(part.strips, part.filler))


def _print_of(page: Sequence[Placed]) -> str:
    return page_mark.fingerprint(mark.text for _, strip in page for mark in strip.marks)


@lru_cache(maxsize=8)
def head_lines(text: str) -> tuple[str, ...]:
    """The words of the head beside the code; more than two lines would run into the page's edge."""
    lines = wrap(text, fonts.face(RUNNING_HEAD.face), RUNNING_HEAD.size, HEAD_ROOM)
    return tuple(lines) if len(lines) <= 2 else (lines[0].split("　")[0], lines[0].split("　")[1])


@lru_cache(maxsize=2)
def water(width: float = WIDTH, height: float = HEIGHT) -> Print:
    """演练 across the sheet, pale enough to read over."""
    words = place_lines(("演练",), WATER, Box(-PAD, width + 2 * PAD, CENTRE), height)
    return Print(width, height, (), tuple(words), f"{PALE} rg")


@lru_cache(maxsize=2)
def band(width: float = WIDTH) -> Print:
    """The coloured band at the head of a practice archive's sheets."""
    height = 5 * mm
    words = place_lines((PRACTICE,), BAND, Box(0, width, CENTRE), height)
    return Print(
        width, height, (), tuple(words), f"{PRACTICE_ORANGE} rg 0 0 {width:.2f} {height:.2f} re f 1 g"
    )
