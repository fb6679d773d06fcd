"""Charts on paper have the geometry of the drawing."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from reports.charts.drawing import BAR, Fact, bars, columns
from reports.charts.paper import as_print, draw_chart
from reports.paper.sheet import Paper

KINDS = [
    Fact("伤残人员", "伤残人员", 137, "身份142个"), Fact("三属", "三属", 42), Fact("红军", "在乡退伍红军老战士", 0),
    Fact("参战", "参战退役人员", 148), Fact("子女", "烈士子女", 1),
]  # fmt: skip


def test_paper_gets_the_very_geometry():
    drawing = columns(KINDS, 450, 180, 9)
    thing = as_print(drawing)
    assert (thing.width, thing.height) == (450, 180)
    filled = [
        tuple(map(float, line.split()[2:6])) for line in thing.ink.splitlines() if line.endswith("re f")
    ]
    expected = [
        (box.x, 180 - box.y - box.height, box.width, box.height) for box in drawing.boxes if box.tone == BAR
    ]
    assert filled == [tuple(pytest.approx(each, abs=0.01) for each in box) for box in expected]
    assert [mark.text for mark in thing.marks] == [words.text for words in drawing.words]
    assert [180 - mark.y for mark in thing.marks] == pytest.approx([words.y for words in drawing.words])


def test_a_chart_is_drawn_on_a_sheet():
    file = io.BytesIO()
    paper = Paper(file, "图", "局")
    draw_chart(paper, columns(KINDS, 450, 180, 9), 70, 700)
    draw_chart(paper, bars([], 450, 60, 9), 70, 500)
    paper.turn()
    paper.close()
    text = PdfReader(file).pages[0].extract_text()
    for words in ("137", "三属", "没有数据"):
        assert words in text
