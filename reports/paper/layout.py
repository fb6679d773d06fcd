"""The layout of the house document: how its cells, rows and pages find their places.

Laying out and drawing are two steps. A block becomes *strips*: pieces as broad as the text area that no page break cuts.
What is the same on many sheets (rules, labels) is a ``Print`` of the strip, drawn once in the whole PDF; only the values
are set anew for each person. Lengths are points; ``y`` grows upwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from reportlab.lib.units import mm

from reports.paper import fonts
from reports.paper.fonts import BOLD, SANS, SERIF, Face, Missing
from reports.paper.line_breaks import clean, wrap
from reports.paper.sheet import HEIGHT, MIDDLE_OF_CHARACTER, PHOTO_WORDS, WIDTH, Mark, Print, Rule, Style
from reports.pdf.structure import PARAGRAPH

LEFT, RIGHT = 27 * mm, 18 * mm  # bound on the left (GB/T 9704: 28 ± 1)
TOP, BOTTOM = 25 * mm, 20 * mm
BODY = WIDTH - LEFT - RIGHT
FULL = HEIGHT - TOP - BOTTOM
FINE, HEAVY = 0.5, 1.2  # weights of inner rules and of the frame
PAD = 1.1 * mm  # between a rule and the words
AIR = 1.1 * mm  # above and below the words of a full cell
ROW = 8.5 * mm
TALLEST = 190 * mm  # a taller row is continued in another

VALUE = Style(SERIF, 10.5, 14.5)
SMALL = Style(SERIF, 9, 12.5)
DENSE, DENSE_ROW = Style(SERIF, 9, 11.5), 6.2 * mm  # of tables that many lines must find room in
LABEL = Style(SANS, 9.5, 12)
TITLE = Style(BOLD, 22, 32, 3)
HEADING = Style(BOLD, 15, 22, 1.5)
NOTE = Style(SERIF, 9, 13)

CENTRE, START, END, NATURAL = "centre", "start", "end", "natural"


class Strip(NamedTuple):
    """A piece of a page: what is printed on it, what is set, and how it holds to its neighbours."""

    height: float
    print: Print | None = None
    marks: tuple[Mark, ...] = ()
    table: object = None  # strips of one table stand in one frame
    heads: tuple[Strip, ...] = ()  # repeated when the strip comes first on a page
    keeps: bool = False  # never the last on a page
    stretch: Callable[[float], Print] | None = None  # how it looks when it takes what is left of the page
    picture: Picture | None = None
    role: str = PARAGRAPH  # to those who listen; a strip of a table is a row
    blanks: tuple[tuple[float, float], ...] = ()  # left edge and middle of its empty cells


class Picture(NamedTuple):
    """A picture and its box, from the lower left corner of the strip; what it is, and whether it keeps all its dots."""

    image: bytes
    x: float
    y: float
    width: float
    height: float
    words: str = PHOTO_WORDS
    sharp: bool = False


class Box(NamedTuple):
    """A cell: left edge and breadth in points, and how a single line stands in it."""

    x: float
    width: float
    align: str = NATURAL


@dataclass
class Gaps:
    """The characters that no font has, as they are met, and in whose papers."""

    whose: str = ""
    found: dict[Missing, None] = field(default_factory=dict)

    def note(self, characters: Iterable[str]) -> None:
        self.found.update(dict.fromkeys(Missing(character, self.whose) for character in characters))


def fit(text: str, style: Style, width: float, gaps: Gaps) -> Sequence[str]:
    """The lines of a text in a cell, and what no font has noted."""
    look = fonts.face(style.face).look(text)
    if look.lacking or not text.isprintable():
        text = clean(text)
        look = fonts.face(style.face).look(text)
        gaps.note(character for character in look.lacking if character != "\n")
    if look.width * style.size <= width * 1000 and "\n" not in text:
        return (text,)
    return wrap(text, fonts.face(style.face), style.size, width)


def breadth(text: str, style: Style) -> float:
    """How broad a line is, in points; the space after its last character is not counted."""
    return fonts.face(style.face).look(text).width * style.size / 1000 + style.space * max(0, len(text) - 1)


def place_lines(lines: Sequence[str], style: Style, box: Box, height: float) -> list[Mark]:
    """Lines in the middle of a cell of that height; a single line stands as the box says, several from the left."""
    base = height / 2 + (len(lines) - 1) * style.leading / 2 - MIDDLE_OF_CHARACTER * style.size
    align = box.align
    if align is NATURAL:
        align = CENTRE if len(lines) == 1 else START
    marks = []
    for number, line in enumerate(lines):
        x = box.x + PAD
        if align is not START:
            free = box.width - 2 * PAD - breadth(line, style)
            x += free / 2 if align is CENTRE else free
        marks.append(Mark(x, base - number * style.leading, style, line, box.x))
    return marks


def label_marks(text: str, box: Box, height: float) -> list[Mark]:
    """A label in the middle of its cell: two characters spread apart, a long one broken into even lines."""
    style = LABEL
    room = box.width - PAD
    spread = {2: 1.0, 3: 0.35}.get(len(text), 0.0) * style.size
    if spread and spread * (len(text) - 1) + len(text) * style.size <= room:
        style = style._replace(space=spread)
        return place_lines([text], style, box._replace(align=CENTRE), height)
    lines = even_lines(text, style, room)
    return place_lines(lines, style, box._replace(align=CENTRE), height)


def even_lines(text: str, style: Style, room: float) -> list[str]:
    """Lines of about the same length; a line break in the text is kept."""
    if "\n" in text:
        return text.split("\n")
    count = len(wrap(text, fonts.face(style.face), style.size, room))
    narrow = room
    while count > 1 and narrow > style.size:
        tried = wrap(text, fonts.face(style.face), style.size, narrow - 1)
        if len(tried) > count:
            break
        narrow -= 1
    return wrap(text, fonts.face(style.face), style.size, narrow)


class LaidRow(NamedTuple):
    """A row with its values, whosever they are: its height, its print, its values and its empty cells, as of a strip."""

    height: float
    print: Print
    marks: tuple[Mark, ...]
    blanks: tuple[tuple[float, float], ...]


class Row:
    """A row of a form or table: cells with labels, which never change, and cells for values, given each time."""

    def __init__(
        self,
        boxes: Sequence[Box],
        labels: Sequence[tuple[Box, str]] = (),
        height: float = ROW,
        style: Style = VALUE,
        underlined: float = 0.0,
        across: float = BODY,
        tallest: float = TALLEST,
    ) -> None:
        self.boxes = tuple(boxes)
        self.labels = tuple(labels)
        self.lowest = height
        self.style = style
        self.right = max(box.x + box.width for box in (*self.boxes, *(box for box, _ in self.labels)))
        self.underlined = underlined or self.right  # how far the rule below goes
        self.across = across  # the breadth of the table, whose frame is drawn for itself
        self.tallest = tallest
        self.prints: dict[float, Print] = {}

    @cached_property
    def height(self) -> float:
        """The least height, at which every label has room."""
        lines = (len(even_lines(text, LABEL, box.width - PAD)) for box, text in self.labels)
        return max(self.lowest, max(lines) * LABEL.leading + 2 * AIR) if self.labels else self.lowest

    def strips(
        self, texts: Sequence[str], gaps: Gaps, table: object, heads: tuple[Strip, ...] = ()
    ) -> list[Strip]:
        """The row with its values; more than one strip when a value is longer than a page."""
        laid, lacking = _laid(self, fonts.face(self.style.face), tuple(texts))
        if lacking:
            gaps.note(lacking)
        return [
            Strip(height, print, marks, table, heads, blanks=blanks) for height, print, marks, blanks in laid
        ]

    def lay(self, texts: Sequence[str], gaps: Gaps) -> list[LaidRow]:
        """The row with its values, in pieces that have room on a page."""
        cells = [
            fit(text, self.style, box.width - 2 * PAD, gaps) if text else ()
            for box, text in zip(self.boxes, texts, strict=True)
        ]
        most = max(map(len, cells), default=0)
        at_once = int((self.tallest - 2 * AIR) / self.style.leading)
        if most <= at_once:
            return [self._lay(cells, most)]
        parts = range(0, most, at_once)
        return [self._lay([lines[i : i + at_once] for lines in cells], min(at_once, most - i)) for i in parts]

    def _lay(self, cells: Sequence[Sequence[str]], most: int) -> LaidRow:
        height = max(self.height, most * self.style.leading + 2 * AIR)
        marks: list[Mark] = []
        for box, lines in zip(self.boxes, cells, strict=True):
            if lines:
                marks += place_lines(lines, self.style, box, height)
        return LaidRow(height, self.print(height), tuple(marks), self._blanks(cells, height))

    def _blanks(self, cells: Sequence[Sequence[str]], height: float) -> tuple[tuple[float, float], ...]:
        if all(cells):
            return ()
        middle = height / 2 - MIDDLE_OF_CHARACTER * self.style.size
        return tuple([(box.x, middle) for box, lines in zip(self.boxes, cells, strict=True) if not lines])

    def print(self, height: float) -> Print:
        """Rules and labels of the row when it is so high."""
        if height not in self.prints:
            edges = sorted({box.x for box in self.boxes} | {box.x for box, _ in self.labels} | {self.right})
            upright = tuple(Rule(x, 0, x, height, FINE) for x in edges if 1 < x < self.across - 1)
            marks = [mark for box, text in self.labels for mark in label_marks(text, box, height)]
            below = Rule(0, 0, self.underlined, 0, FINE)
            self.prints[height] = Print(self.underlined, height, (*upright, below), tuple(marks))
        return self.prints[height]

    def blank(self, table: object, heads: tuple[Strip, ...] = ()) -> Strip:
        """The row without values, for the pen."""
        return Strip(self.height, self.print(self.height), (), table, heads)


@lru_cache(maxsize=1 << 12)
def _laid(row: Row, face: Face, texts: tuple[str, ...]) -> tuple[list[LaidRow], list[str]]:
    """What many people have alike is laid once: the pieces of a row set in a face, and what no font has."""
    gaps = Gaps()
    return row.lay(texts, gaps), [each.character for each in gaps.found]
