"""Charts as pictures for Word files: the drawing of ``reports.charts.drawing``, painted in dots."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.units import mm

import resources
from reports.charts.drawing import (
    ANCHOR_CENTRE,
    ANCHOR_LEFT,
    ANCHOR_RIGHT,
    BAR,
    GROUND,
    Drawing,
    bars,
    columns,
)
from reports.official import Diagram
from reports.official.setting import TEXT_BREADTH
from reports.paper.fonts import FILES, SANS

SCALE = 3.0  # dots to a point: 216 to the inch
TYPE = 9.5  # points
COLUMN_HEIGHT, BAR_HEIGHT = 62 * mm, 9 * mm  # of upright bars; of one lying bar
SHADE = {BAR: 115, GROUND: 237}
ANCHOR = {
    ANCHOR_LEFT: "ls",
    ANCHOR_CENTRE: "ms",
    ANCHOR_RIGHT: "rs",
}  # Pillow's names for where words stand on their base line


def drawing(chart: Diagram) -> Drawing:
    """The chart as broad as the text of an official document, in points."""
    if chart.lying:
        return bars(chart.facts, TEXT_BREADTH, BAR_HEIGHT * max(1, len(chart.facts)), TYPE)
    return columns(chart.facts, TEXT_BREADTH, COLUMN_HEIGHT, TYPE)


def picture(chart: Diagram) -> bytes:
    """The chart as a PNG in shades of grey."""
    drawn = drawing(chart)
    image = Image.new("L", (round(drawn.width * SCALE), round(drawn.height * SCALE)), 255)
    pen = ImageDraw.Draw(image)
    for box in drawn.boxes:
        left, top = box.x * SCALE, box.y * SCALE
        pen.rectangle((left, top, left + box.width * SCALE, top + box.height * SCALE), SHADE[box.tone])
    for line in drawn.lines:
        pen.line([each * SCALE for each in line], 0, 2)
    for words in drawn.words:
        font = ImageFont.truetype(str(resources.path("fonts") / FILES[SANS]), round(words.size * SCALE))
        pen.text((words.x * SCALE, words.y * SCALE), words.text, 0, font, ANCHOR[words.align])
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
