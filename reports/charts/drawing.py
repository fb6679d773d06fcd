"""Charts: from facts to drawing instructions, the same for the window and for paper.

Lengths are the receiver's own units (pixels, points); ``y`` grows downwards from the upper left corner. Words are measured
by a rule of thumb that holds for every typeface of the program, so that the geometry does not depend on who draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

BAR, GROUND = "bar", "ground"  # tones of boxes
INK_TONE, QUIET_TONE = "ink", "quiet"  # tones of words
ANCHOR_LEFT, ANCHOR_CENTRE, ANCHOR_RIGHT = "left", "centre", "right"
WIDE_CHARACTER, NARROW_CHARACTER = 1.0, 0.6  # ems that a Chinese and a Latin character take
LEADING = 1.3  # of the size
LOWEST_BAR = 1.5  # a bar of anything but nothing can be seen
EMPTY = "没有数据"


class Fact(NamedTuple):
    """What a bar stands for: its key, what is written beside it, how many, and what else is told of it on request."""

    key: str
    label: str
    value: int
    note: str = ""


class DrawnBox(NamedTuple):
    """A filled rectangle: its upper left corner, its size, its tone, and what it belongs to."""

    x: float
    y: float
    width: float
    height: float
    tone: str
    key: str

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class DrawnLine(NamedTuple):
    """A fine line."""

    x1: float
    y1: float
    x2: float
    y2: float


class Words(NamedTuple):
    """Words on a base line: ``x`` is their left end, middle or right end as ``align`` says; size in units."""

    x: float
    y: float
    text: str
    size: float
    align: str
    tone: str


class Drawing(NamedTuple):
    """A chart as it is drawn. Bands are what belongs to each fact, from edge to edge: they are pointed at and clicked."""

    width: float
    height: float
    bands: tuple[DrawnBox, ...] = ()
    boxes: tuple[DrawnBox, ...] = ()
    lines: tuple[DrawnLine, ...] = ()
    words: tuple[Words, ...] = ()

    def at(self, x: float, y: float) -> str | None:
        """The key of what stands there."""
        return next((band.key for band in self.bands if band.holds(x, y)), None)


def columns(facts: Sequence[Fact], width: float, height: float, size: float) -> Drawing:
    """Upright bars side by side: figures on top, labels below in as many lines as they need (three at most)."""
    if not facts:
        return _nothing(width, height, size)
    step = width / len(facts)
    labels = [broken_words(fact.label, step - size * 0.5, size) for fact in facts]
    below = max(map(len, labels)) * size * LEADING + size * 0.4
    room = max(0.0, height - below - size * 1.6)
    ground = height - below
    bands, boxes, words = [], [], []
    for place, (fact, lines) in enumerate(zip(facts, labels, strict=True)):
        middle = step * (place + 0.5)
        bar = min(step * 0.56, size * 4)
        tall = _scaled(fact.value, facts, room)
        bands.append(DrawnBox(step * place, 0, step, height, GROUND, fact.key))
        boxes.append(DrawnBox(middle - bar / 2, ground - tall, bar, tall, BAR, fact.key))
        words.append(
            Words(middle, ground - tall - size * 0.45, f"{fact.value:,}", size, ANCHOR_CENTRE, INK_TONE)
        )
        words += [
            Words(
                middle, ground + size * (0.35 + LEADING * (n + 0.75)), line, size, ANCHOR_CENTRE, QUIET_TONE
            )
            for n, line in enumerate(lines)
        ]
    return Drawing(
        width, height, tuple(bands), tuple(boxes), (DrawnLine(0, ground, width, ground),), tuple(words)
    )


def bars(facts: Sequence[Fact], width: float, height: float, size: float) -> Drawing:
    """Lying bars one below the other: labels on the left, figures at the bars' ends."""
    if not facts:
        return _nothing(width, height, size)
    step = min(height / len(facts), size * 3)
    left = min(width * 0.4, max(drawn_breadth(fact.label, size) for fact in facts)) + size * 1.1
    figures = max(drawn_breadth(f"{fact.value:,}", size) for fact in facts) + size
    room = max(0.0, width - left - figures)
    bands, boxes, words = [], [], []
    for place, fact in enumerate(facts):
        top, thick = step * place, min(step * 0.62, size * 1.6)
        base = top + step / 2 + size * 0.36
        long = _scaled(fact.value, facts, room)
        bands.append(DrawnBox(0, top, width, step, GROUND, fact.key))
        boxes.append(DrawnBox(left, top + (step - thick) / 2, long, thick, BAR, fact.key))
        words.append(
            Words(
                left - size * 0.8,
                base,
                cut(fact.label, left - size * 0.8, size),
                size,
                ANCHOR_RIGHT,
                QUIET_TONE,
            )
        )
        words.append(Words(left + long + size * 0.5, base, f"{fact.value:,}", size, ANCHOR_LEFT, INK_TONE))
    return Drawing(
        width,
        height,
        tuple(bands),
        tuple(boxes),
        (DrawnLine(left, 0, left, step * len(facts)),),
        tuple(words),
    )


def drawn_breadth(text: str, size: float) -> float:
    """About how much room words take in any typeface of the program."""
    return size * sum(NARROW_CHARACTER if ord(character) < 0x2000 else WIDE_CHARACTER for character in text)


def cut(text: str, room: float, size: float) -> str:
    """As much of the words as there is room for, with … for the rest."""
    if drawn_breadth(text, size) <= room:
        return text
    kept = text
    while kept and drawn_breadth(kept + "…", size) > room:
        kept = kept[:-1]
    return f"{kept}…"


def broken_words(text: str, room: float, size: float, most: int = 3) -> list[str]:
    """Words broken into lines of about equal length; what does not fit into the last line is cut."""
    wanted = min(most, max(1, -int(-drawn_breadth(text, size) // max(room, size))))
    each = max(1, -(-len(text) // wanted))
    lines = [text[start : start + each] for start in range(0, len(text), each)]
    return [cut(line, max(room, size), size) for line in lines] or [""]


def _scaled(value: int, facts: Sequence[Fact], room: float) -> float:
    """A bar's length: the largest takes all the room, and what is not nothing can be seen."""
    largest = max(fact.value for fact in facts)
    if value <= 0 or largest <= 0:
        return 0.0
    return max(min(LOWEST_BAR, room), room * value / largest)


def _nothing(width: float, height: float, size: float) -> Drawing:
    return Drawing(
        width,
        height,
        words=(Words(width / 2, height / 2 + size * 0.36, EMPTY, size, ANCHOR_CENTRE, QUIET_TONE),),
    )
