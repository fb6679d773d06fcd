"""The manual on paper 使用手册 PDF: title and contents, chapters that begin on their own pages, and the index of terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.units import mm

from models.core.jobs import Job, Step
from reports.manual.manual_blocks import BlockStrips, heading_strip, pieces_of, words_strip
from reports.manual.manual_text import MANUAL, TERMS, Block, BlockSort, read_manual
from reports.manual.term_index import INDEX_TITLE, IndexEntry, by_letter, read_terms, term_index
from reports.official import Piece
from reports.paper.binding import FOOT_LINE, RUNNING_FOOT
from reports.paper.drawn_pages import draw_strips
from reports.paper.fonts import BOLD, SERIF, Missing
from reports.paper.layout import BODY, LEFT, Gaps, Strip, breadth
from reports.paper.page_breaks import Placed, paginate
from reports.paper.sheet import MIDDLE_OF_CHARACTER, Mark, Paper, Style
from reports.paper.whole_files import whole
from reports.pdf.structure import PARAGRAPH
from resources import parts

MANUAL_TITLE = "优抚一人一档 使用手册"
CONTENTS_TITLE = "目录"
SECTION_ENTRY, LINE_LEADING = Style(SERIF, 10.5, 16), 16.0
CHAPTER_ENTRY = Style(BOLD, 10.5, 16)
SECTION_INDENT = 7 * mm
LEADER = "…"


class Chapter(NamedTuple):
    """A chapter on its pages: what the bookmark calls it, and of each page the blocks that begin on it."""

    title: str
    pages: list[list[Placed]]
    blocks: list[list[int]]


class ContentsLine(NamedTuple):
    """A line of the contents: a heading, how deep it stands, and its page."""

    words: str
    level: int
    page: int


def write_manual(out: Path, manual: Path = MANUAL, terms: Path = TERMS) -> Job[tuple[Missing, ...]]:
    """Write the manual as a PDF; returns the characters that no font has. ``Refusal`` when it cannot be written."""
    yield Step(0, 0, "正在排版")
    blocks, gaps = read_manual(manual.read_text("utf-8")), Gaps("使用手册")
    chapters = list(_chapters(blocks, BlockStrips(manual.parent, gaps)))
    pages = _pages_of_blocks(chapters, first=1)
    before = len(paginate(_contents(blocks, pages)))
    pages = {block: page + before for block, page in pages.items()}
    entries = term_index(blocks, read_terms(terms.read_text("utf-8")))
    contents = Chapter(CONTENTS_TITLE, paginate(_contents(blocks, pages)), [])
    index = Chapter(INDEX_TITLE, paginate(list(_index(entries, pages))), [])
    with whole(out) as stream:
        paper, number = Paper(stream, MANUAL_TITLE, "优抚一人一档"), 0
        for chapter in (contents, *chapters, index):
            yield Step(number, 0, chapter.title)
            number = _draw(paper, chapter, number)
        paper.close()
    return tuple(gaps.found)


def _chapters(blocks: Sequence[Block], strips: BlockStrips) -> Iterator[Chapter]:
    """The chapters, laid out; what stands before the first one belongs to the first page of contents."""
    starts = [number for number, block in enumerate(blocks) if _begins_chapter(block)]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        made = [(number, strips.of(blocks[number])) for number in range(start, end)]
        laid = paginate([strip for _, several in made for strip in several])
        yield Chapter(blocks[start].words, laid, _blocks_on(laid, made))


def _begins_chapter(block: Block) -> bool:
    return block.sort == BlockSort.HEADING and block.level == 2


def _blocks_on(pages: Sequence[Sequence[Placed]], made: Sequence[tuple[int, list[Strip]]]) -> list[list[int]]:
    """The blocks that begin on each page: strips keep their order, and heads that are repeated are not counted."""
    firsts = {id(strips[0]): number for number, strips in made if strips}
    return [[firsts.pop(id(placed.strip)) for placed in page if id(placed.strip) in firsts] for page in pages]


def _pages_of_blocks(chapters: Sequence[Chapter], first: int) -> dict[int, int]:
    pages: dict[int, int] = {}
    for chapter in chapters:
        for page in chapter.blocks:
            pages.update(dict.fromkeys(page, first))
            first += 1
    return pages


def _contents(blocks: Sequence[Block], pages: dict[int, int]) -> list[Strip]:
    """The first page: the title, what the manual says before its first chapter, and where everything stands."""
    lines = [
        ContentsLine(block.words, block.level, pages[number])
        for number, block in enumerate(blocks)
        if block.sort == BlockSort.HEADING and number in pages
    ]
    last = max(pages.values(), default=0)
    title = [heading_strip(MANUAL_TITLE, 1), words_strip([Piece(SERIF, f"版本 {parts.version()}")])]
    before = [words_strip(pieces_of(block.words)) for block in blocks[:3] if block.sort == BlockSort.WORDS]
    listed = [_entry(each) for each in (*lines, ContentsLine(INDEX_TITLE, 2, last + 1))]
    return [*title, *before, heading_strip(CONTENTS_TITLE, 2), *listed]


def _entry(line: ContentsLine) -> Strip:
    """A heading, dots, and the page at the right edge."""
    deep = line.level > 2
    style = SECTION_ENTRY if deep else CHAPTER_ENTRY
    start = SECTION_INDENT if deep else 0.0
    page = str(line.page)
    end = BODY - breadth(page, style)
    x = start + breadth(line.words, style) + 2 * mm
    dots = LEADER * max(0, int((end - x - 2 * mm) / breadth(LEADER, SECTION_ENTRY)))
    base = LINE_LEADING / 2 - MIDDLE_OF_CHARACTER * style.size
    marks = (
        Mark(start, base, style, line.words),
        Mark(end - 2 * mm - breadth(dots, SECTION_ENTRY), base, SECTION_ENTRY, dots),
        Mark(end, base, style, page),
    )
    return Strip(LINE_LEADING, None, tuple(each for each in marks if each.text), role=PARAGRAPH)


def _index(entries: Sequence[IndexEntry], pages: dict[int, int]) -> Iterator[Strip]:
    yield heading_strip(INDEX_TITLE, 2)
    yield words_strip([Piece(SERIF, "按读音排列；每个词最多列五处，后面的数字是页码。")])
    for letter, group in by_letter(entries):
        yield heading_strip(letter, 3)
        for entry in group:
            told = "，".join(
                dict.fromkeys(str(pages[place.block]) for place in entry.places if place.block in pages)
            )
            words = [Piece(BOLD, f"{entry.term.words}　"), Piece(SERIF, f"{entry.term.meaning}　{told}")]
            yield words_strip(words)


def _draw(paper: Paper, chapter: Chapter, number: int) -> int:
    """Draw a chapter behind page ``number``; returns the number of its last page."""
    for first, page in enumerate(chapter.pages):
        number += 1
        draw_strips(paper, page, LEFT, BODY)
        foot = f"{chapter.title}　·　{number}"
        middle = LEFT + (BODY - breadth(foot, RUNNING_FOOT)) / 2
        paper.words([(0, 0, (Mark(middle, FOOT_LINE, RUNNING_FOOT, foot),))])
        paper.turn("" if first else chapter.title)
    return number
