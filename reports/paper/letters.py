"""The parts of a letter: paragraphs in large type, and at the right the office and the day."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm

from reports.paper.fonts import SERIF
from reports.paper.layout import BODY, PAD, START, Box, Gaps, Row, Strip, breadth
from reports.paper.sheet import Mark, Style

LETTER_TEXT = Style(SERIF, 14, 26)
SIGNATURE_FROM_EDGE, SIGNATURE_ABOVE, SIGNATURE_HEIGHT = (
    9 * mm,
    17 * mm,
    34 * mm,
)  # where the signature stands


def paragraphs(text: Sequence[str], gaps: Gaps, style: Style = LETTER_TEXT) -> list[Strip]:
    """Paragraphs across the page, each broken into its lines."""
    row = Row([Box(-PAD, BODY + 2 * PAD, START)], (), style.leading + 3 * mm, style)
    strips = [strip for words in text for strip in row.strips([words], gaps, None)]
    return [strip._replace(print=None, table=None) for strip in strips]


def signature(lines: Sequence[str], style: Style = LETTER_TEXT) -> Strip:
    """Lines one below the other around one middle, the broadest ending near the right edge."""
    broad = max(breadth(line, style) for line in lines)
    marks = []
    for number, line in enumerate(lines):
        x = BODY - SIGNATURE_FROM_EDGE - broad + (broad - breadth(line, style)) / 2
        marks.append(Mark(x, SIGNATURE_HEIGHT - SIGNATURE_ABOVE - number * style.leading, style, line))
    return Strip(SIGNATURE_HEIGHT, None, tuple(marks))
