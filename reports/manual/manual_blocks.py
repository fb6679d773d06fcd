"""Blocks of the manual as strips of paper: headings, paragraphs, items, commands, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.lib.units import mm

from reports.manual.manual_text import Block, BlockSort, stresses
from reports.official import Piece
from reports.official.setting import broken_lines
from reports.paper.fonts import BOLD, SANS, SERIF
from reports.paper.forms import Ledger, LedgerColumn
from reports.paper.layout import BODY, FINE, SMALL, START, Gaps, Picture, Strip, breadth
from reports.paper.sheet import MIDDLE_OF_CHARACTER, Mark, Print, Rule, Style
from reports.pdf.structure import FIGURE, HEADING_ROLE, PARAGRAPH, TITLE_ROLE

MANUAL_SIZE, MANUAL_LEADING = 10.5, 17.0
HEADINGS = {  # level → style, what is kept above it, its role
    1: (Style(BOLD, 24, 36, 2), 0.0, TITLE_ROLE),
    2: (Style(BOLD, 17, 26, 1), 0.0, HEADING_ROLE),
    3: (Style(BOLD, 13, 20), 4 * mm, "H3"),
}
CODE_STYLE = Style(SANS, 9, 14)
ITEM_INDENT, CODE_INDENT = 6 * mm, 8 * mm
BELOW = 2 * mm  # a block
LARGEST_SHOT = 88 * mm  # height of a picture
LEAST_COLUMN, WIDEST_SHARE = 12.5, 60  # mm; of a column's words that count


class BlockStrips:
    """Makes the strips of one manual, whose pictures lie beside it."""

    def __init__(self, folder: Path, gaps: Gaps) -> None:
        self.folder, self.gaps = folder, gaps

    def of(self, block: Block) -> list[Strip]:
        """The strips of a block."""
        if block.sort == BlockSort.HEADING:
            return [heading_strip(block.words, block.level)]
        if block.sort == BlockSort.SHOT:
            return self._shot(block)
        if block.sort == BlockSort.TABLE:
            return self._table(block)
        if block.sort == BlockSort.CODE:
            lines = broken_lines([Piece(SANS, block.words)], BODY - CODE_INDENT, CODE_STYLE.size, 0.0)
            return [_lines(lines, CODE_INDENT, CODE_STYLE, below=BELOW)]
        indent = ITEM_INDENT if block.sort == BlockSort.ITEM else 0.0
        return [words_strip(pieces_of(block.words), indent, block.mark)]

    def _shot(self, block: Block) -> list[Strip]:
        """A picture with its name; where its file is not there, the name alone."""
        file = self.folder / block.place
        if not file.is_file():
            return [words_strip([Piece(SANS, f"（图：{block.words}）")])]
        from PIL import Image  # when wanted

        with Image.open(file) as opened:
            wide, high = opened.size
        scale = min(BODY / wide, LARGEST_SHOT / high)
        width, height = wide * scale, high * scale
        box = Picture(file.read_bytes(), (BODY - width) / 2, BELOW, width, height, block.words, True)
        return [Strip(height + 2 * BELOW, picture=box, role=FIGURE)]

    def _table(self, block: Block) -> list[Strip]:
        head, *rows = [
            tuple("".join(each.text for each in stresses(cell)) for cell in row) for row in block.rows
        ]
        columns = [
            LedgerColumn(words, width, START if width > 40 else "natural")
            for words, width in zip(head, _widths([head, *rows]), strict=True)
        ]
        table = Ledger(*columns).strips([_filled(row, len(head)) for row in rows], self.gaps)
        return [*table, Strip(2 * BELOW)]


def heading_strip(words: str, level: int) -> Strip:
    """A heading, which never stands alone at the foot."""
    style, above, role = HEADINGS[min(level, 3)]
    lines = broken_lines([Piece(style.face, words)], BODY, style.size, style.space)
    strip = _lines(lines, 0.0, style, below=BELOW)
    rule = Print(BODY, strip.height, (Rule(0, BELOW, BODY, BELOW, FINE),), ()) if level == 2 else None
    return strip._replace(height=strip.height + above, print=rule, role=role, keeps=True)


def pieces_of(words: str) -> list[Piece]:
    """The words of a block in their faces."""
    return [
        Piece(SANS if each.typed else BOLD if each.strong else SERIF, each.text) for each in stresses(words)
    ]


def words_strip(pieces: Sequence[Piece], indent: float = 0.0, mark: str = "") -> Strip:
    """A paragraph, with the mark of an item to the left of its first line."""
    style = Style(SERIF, MANUAL_SIZE, MANUAL_LEADING)
    strip = _lines(broken_lines(pieces, BODY - indent, MANUAL_SIZE, 0.0), indent, style, BELOW)
    if mark:
        first = max(strip.marks, key=lambda each: each.y).y
        strip = strip._replace(marks=(Mark(1 * mm, first, style._replace(face=SANS), mark), *strip.marks))
    return strip


def _lines(lines: Sequence[Sequence[Piece]], indent: float, style: Style, below: float) -> Strip:
    """Lines one below the other, each in its faces."""
    height = len(lines) * style.leading + below
    marks: list[Mark] = []
    for number, line in enumerate(lines, start=1):
        base = height - (number - 0.5) * style.leading - MIDDLE_OF_CHARACTER * style.size
        marks += _line(line, indent, base, style)
    return Strip(height, None, tuple(marks), role=PARAGRAPH)


def _line(line: Sequence[Piece], x: float, base: float, style: Style) -> Iterator[Mark]:
    for face, text in line:
        own = style._replace(face=face)
        yield Mark(x, base, own, text)
        x += breadth(text, own) + style.space


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """The columns' breadths in mm, by what they say, together as broad as the page."""
    count = len(rows[0])
    wanted = [
        max(min(WIDEST_SHARE, breadth(row[at], SMALL) / mm + 4) for row in rows if at < len(row))
        for at in range(count)
    ]
    broad = [max(LEAST_COLUMN, each) for each in wanted]
    whole = BODY / mm
    return [each * whole / sum(broad) for each in broad]


def _filled(row: Sequence[str], count: int) -> tuple[str, ...]:
    return tuple([*row, *[""] * count][:count])
