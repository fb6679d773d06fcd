"""An official document 公文 as plain facts: what it says, who signs it and when, and what is annexed.

Layout after GB/T 9704-2012 党政机关公文格式, set on paper by ``official.paper`` and as a Word file by ``official.word``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reports.charts.drawing import Fact
from reports.paper.fonts import FANGSONG, HEITI, KAITI
from reports.paper.layout import CENTRE

FIRST_LEVEL = re.compile(r"[一二三四五六七八九十]{1,3}、|■")  # the first level, 黑体 (7.3.3); ■ of news
SECOND_LEVEL = re.compile(
    r"(?:（[一二三四五六七八九十]{1,3}）|●)[^。]*。?"
)  # the second, 楷体, to the end of its sentence; ● of news


class Piece(NamedTuple):
    """Words in one typeface."""

    face: str
    text: str


class Column(NamedTuple):
    """A column of an annexed table: heading, breadth as a share of the table's, and how single lines stand."""

    heading: str
    share: float
    align: str = CENTRE


class Table(NamedTuple):
    """A table of an annex; its heading is repeated on each page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    named: int = 1  # the column that tells which row it is


class Diagram(NamedTuple):
    """A chart of an annex: its title, and upright bars side by side or lying ones one below the other."""

    title: str
    facts: tuple[Fact, ...]
    unit: str
    lying: bool = False


class Remark(NamedTuple):
    """Small words below the tables of an annex."""

    words: str


@dataclass(frozen=True, slots=True)
class Annex:
    """附件: its title and what it holds."""

    title: str
    parts: tuple[Table | Diagram | Remark, ...]


@dataclass(frozen=True, slots=True)
class Official:
    """The document: title (a line break in it is kept), paragraphs in order, signature, date, annexes."""

    title: str
    paragraphs: tuple[str, ...]
    signed: str
    day: date
    annexes: tuple[Annex, ...] = ()
    practice: bool = False  # from a practice archive: 演练 on every page
    mark: str = ""  # of a copy that is given away, or 日志核对码 where no annex says it, in small type at the foot of every page

    def day_in_words(self) -> str:
        """The date in Arabic figures without leading zeros (7.3.5.4)."""
        return f"{self.day.year}年{self.day.month}月{self.day.day}日"


def pieces(paragraph: str) -> list[Piece]:
    """A paragraph in its typefaces, by the number that it begins with."""
    if FIRST_LEVEL.match(paragraph):
        return [Piece(HEITI, paragraph)]
    if heading := SECOND_LEVEL.match(paragraph):
        rest = paragraph[heading.end() :]
        return [Piece(KAITI, heading.group()), *([Piece(FANGSONG, rest)] if rest else [])]
    return [Piece(FANGSONG, paragraph)]


def is_heading(paragraph: str) -> bool:
    """Whether the paragraph is nothing but a heading, which may not stand last on a page."""
    return bool(FIRST_LEVEL.match(paragraph)) or (
        len(pieces(paragraph)) == 1 and bool(SECOND_LEVEL.match(paragraph))
    )


def annex_lines(annexes: Sequence[Annex]) -> list[str]:
    """The 附件说明 below the text (7.3.4): numbered when there are several, no mark after the title."""
    if len(annexes) == 1:
        return [f"附件：{annexes[0].title}"]
    return [
        f"{'附件：' if number == 1 else '　　　'}{number}.{annex.title}"
        for number, annex in enumerate(annexes, start=1)
    ]


def annex_label(number: int, count: int) -> str:
    """What stands above an annex (7.3.7)."""
    return "附件" if count == 1 else f"附件{number}"
