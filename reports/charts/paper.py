"""Charts on paper, drawn as ``reports.charts.drawing`` decided; the window, which draws them itself, needs none of this."""

from __future__ import annotations

from collections.abc import Iterator

from reports.charts.drawing import ANCHOR_CENTRE, ANCHOR_LEFT, ANCHOR_RIGHT, BAR, GROUND, LEADING, Drawing
from reports.paper import fonts
from reports.paper.sheet import Mark, Paper, Print, Rule, Style

GREYS_OF_TONES = {BAR: "0.45 g", GROUND: "0.93 g"}  # office printers are black and white


def draw_chart(paper: Paper, drawing: Drawing, x: float, top: float) -> None:
    """Draw a chart on the sheet, its upper left corner at ``x``, ``top`` (points, from the sheet's lower left corner)."""
    paper.place(as_print(drawing), x, top - drawing.height)


def as_print(drawing: Drawing) -> Print:
    """The chart as a form of the PDF: boxes in shades of grey, fine rules, words in the form's own sans serif face."""
    high = drawing.height
    ink = [
        f"{GREYS_OF_TONES[box.tone]} {box.x:.2f} {high - box.y - box.height:.2f} {box.width:.2f} {box.height:.2f} re f"
        for box in drawing.boxes
    ]
    rules = tuple(Rule(x1, high - y1, x2, high - y2, 0.5) for x1, y1, x2, y2 in drawing.lines)
    return Print(
        drawing.width, high, rules, tuple(_marks(drawing)), "\n".join(["q", *ink, "Q"]) if ink else ""
    )


def _marks(drawing: Drawing) -> Iterator[Mark]:
    for words in drawing.words:
        face = fonts.face(fonts.SANS)
        long = sum(map(face.width, words.text)) * words.size / 1000
        shift = {ANCHOR_LEFT: 0.0, ANCHOR_CENTRE: long / 2, ANCHOR_RIGHT: long}[words.align]
        style = Style(fonts.SANS, words.size, words.size * LEADING)
        yield Mark(words.x - shift, drawing.height - words.y, style, words.text)
