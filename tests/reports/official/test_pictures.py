"""Charts as pictures for Word files."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from reports.charts.drawing import Fact
from reports.official import Diagram
from reports.official.pictures import BAR_HEIGHT, COLUMN_HEIGHT, SCALE, SHADE, drawing, picture
from reports.official.setting import TEXT_BREADTH

FACTS = (Fact("a", "伤残人员", 80), Fact("b", "三属", 40), Fact("c", "红军", 0))
STANDING, LYING = Diagram("人数", FACTS, "人"), Diagram("人数", FACTS, "人", True)


@pytest.mark.parametrize(("chart", "high"), [(STANDING, COLUMN_HEIGHT), (LYING, 3 * BAR_HEIGHT)])
def test_a_chart_is_as_broad_as_the_text_and_lying_bars_have_a_line_each(chart, high):
    drawn = drawing(chart)
    assert (drawn.width, drawn.height) == (TEXT_BREADTH, high)
    image = Image.open(io.BytesIO(picture(chart)))
    assert (image.format, image.mode) == ("PNG", "L")
    assert image.size == (round(drawn.width * SCALE), round(drawn.height * SCALE))


def test_bars_are_painted_where_the_drawing_has_them():
    drawn, image = drawing(STANDING), Image.open(io.BytesIO(picture(STANDING)))
    for box in drawn.boxes[:2]:
        middle = (round((box.x + box.width / 2) * SCALE), round((box.y + box.height / 2) * SCALE))
        assert image.getpixel(middle) == SHADE[box.tone]
    first, second = (box.height for box in drawn.boxes[:2])
    assert first == pytest.approx(2 * second)


def test_a_chart_of_nothing_has_the_height_of_one_bar():
    assert drawing(Diagram("人数", (), "人", True)).height == BAR_HEIGHT
