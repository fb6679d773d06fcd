"""Setting the text of an official document: 28 characters to a line, justified, broken as Chinese is."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm

from reports.official import Piece
from reports.paper import fonts
from reports.paper.line_breaks import clean, fill
from reports.paper.sheet import Mark, Style

TEXT_BREADTH, TEXT_HEIGHT = 156 * mm, 225 * mm  # 版心 (5.2.1)
LINES_OF_PAGE, CHARACTERS_OF_LINE = 22, 28  # 每面22行，每行28字 (5.2.3)
PITCH = TEXT_HEIGHT / LINES_OF_PAGE
BODY_SIZE, TITLE_SIZE, FOOT_SIZE = 16.0, 22.0, 14.0  # 3号, 2号, 4号
TIGHT = (
    TEXT_BREADTH / CHARACTERS_OF_LINE - BODY_SIZE
)  # added after each character, so that 28 of them fill the line exactly
PARAGRAPH_INDENT = "　　"
LOOSEST = 3 * BODY_SIZE  # points that a line may be short and still be stretched


def text_width(pieces: Sequence[Piece], size: float = BODY_SIZE, space: float = TIGHT) -> float:
    """How broad a line is, in points; the space after its last character is not counted."""
    characters = sum(len(piece.text) for piece in pieces)
    return sum(_widths(pieces, size, space)) - space * bool(characters)


def broken_lines(
    pieces: Sequence[Piece], room: float = TEXT_BREADTH, size: float = BODY_SIZE, space: float = TIGHT
) -> list[list[Piece]]:
    """The lines of a text in several typefaces; each keeps the pieces that stand in it."""
    pieces = [Piece(piece.face, clean(piece.text).replace("\n", "")) for piece in pieces]
    whole = "".join(piece.text for piece in pieces)
    lines, start = [], 0
    for line in fill(whole, _widths(pieces, size, space), room + 0.01):
        lines.append(_cut(pieces, start, start + len(line)))
        start += len(line)
    return lines


def _widths(pieces: Sequence[Piece], size: float, space: float) -> list[float]:
    return [
        fonts.face(piece.face).width(character) * size / 1000 + space
        for piece in pieces
        for character in piece.text
    ]


def _cut(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    found, at = [], 0
    for face, text in pieces:
        if part := text[max(0, start - at) : max(0, end - at)]:
            found.append(Piece(face, part))
        at += len(text)
    return found


def justified(line: Sequence[Piece], x: float, y: float, last: bool = True) -> list[Mark]:
    """A line of text as marks, stretched to the full breadth unless it is a paragraph's last or far too short."""
    space = TIGHT
    short = TEXT_BREADTH - text_width(line)
    count = sum(len(piece.text) for piece in line)
    if not last and count > 1 and short < LOOSEST:
        space += short / (count - 1)
    return marks(line, x, y, BODY_SIZE, space)


def marks(line: Sequence[Piece], x: float, y: float, size: float, space: float) -> list[Mark]:
    made = []
    for piece in line:
        made.append(Mark(x, y, Style(piece.face, size, PITCH, space), piece.text))
        x += sum(_widths([piece], size, space))
    return made


def title_lines(title: str, face: str) -> list[str]:
    """The title's lines: as its writer broke it, a line too long for the page in as few even lines as hold it."""
    lines: list[str] = []
    for part in title.split("\n"):
        most = int(TEXT_BREADTH / TITLE_SIZE)
        wanted = -(-len(part) // most)
        room = TEXT_BREADTH if wanted <= 1 else (-(-len(part) // wanted) + 0.5) * TITLE_SIZE
        lines += [
            "".join(piece.text for piece in line)
            for line in broken_lines([Piece(face, part)], room, TITLE_SIZE, 0.0)
        ]
    return lines
