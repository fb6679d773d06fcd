"""The papers of a volume 案卷: those that lie in it one after another, each with its number 件号 and its pages 页号.

First come the papers that were taken in, in the order of their numbers, then the sheets that this program prints: so what is
stamped on a paper stays true when the program's own sheets grow. 封面, 卷内文件目录 and 备考表 are no papers and have no pages
(GB/T 9705-2008); cover and catalogue count the same papers, because both ask here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reports.person.person_file import Material


class VolumePiece(NamedTuple):
    """A paper of the volume; its pages are None where it, or one before it, has not been counted."""

    number: int
    paper: Material
    first: int | None
    last: int | None

    @property
    def pages(self) -> str:
        """页号 from the first to the last, as they are stamped."""
        if self.first is None:
            return ""
        if self.last is None or self.last == self.first:
            return str(self.first)
        return f"{self.first}-{self.last}"


def numbered_papers(papers: Iterable[Material]) -> list[VolumePiece]:
    """The papers with their numbers and pages; once a count is not known, no later page is."""
    made: list[VolumePiece] = []
    page: int | None = 1
    for number, paper in enumerate(papers, start=1):
        count = int(paper.pages) if paper.pages.isdigit() and int(paper.pages) else None
        last = page + count - 1 if page is not None and count is not None else None
        made.append(VolumePiece(number, paper, page, last))
        page = last + 1 if last is not None else None
    return made


def counted(volume: Sequence[VolumePiece]) -> str:
    """``共 n 件 m 页`` of the cover; what has not been counted is left for the pen."""
    if not volume:
        return "共　　　件　　　页"
    last = volume[-1].last
    return f"共 {len(volume)} 件" + (f" {last} 页" if last is not None else "　　　页")


def page_feet(piece: VolumePiece, count: int) -> tuple[str, ...]:
    """The foot of each of the sheets of a piece."""
    if piece.first is None:
        return (f"件号 {piece.number}　　页号　　　",) * count
    return tuple(f"件号 {piece.number}　　页号 {piece.first + n}" for n in range(count))
