"""Charts: the same geometry for the window and for paper, nothing cut off, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.drawing import Fact, bars, broken_words, columns, cut

KINDS = [
    Fact("伤残人员", "伤残人员", 137, "身份142个"), Fact("三属", "三属", 42), Fact("红军", "在乡退伍红军老战士", 0),
    Fact("参战", "参战退役人员", 148), Fact("子女", "烈士子女", 1),
]  # fmt: skip
facts = st.lists(
    st.builds(Fact, st.uuids().map(str), st.text("南川东路街道abc12", max_size=20), st.integers(0, 10**6)),
    min_size=1,
    max_size=14,
    unique_by=lambda fact: fact.key,
)


@pytest.mark.parametrize("shape", [columns, bars])
@given(facts=facts, width=st.integers(200, 1500), height=st.integers(160, 700))
def test_nothing_stands_outside_and_lengths_tell_the_figures(shape, facts, width, height):
    drawing = shape(facts, width, height, 12)
    assert (
        [band.key for band in drawing.bands] == [box.key for box in drawing.boxes] == [f.key for f in facts]
    )
    for box in (*drawing.bands, *drawing.boxes):
        assert box.x >= -0.01
        assert box.y >= -0.01
        assert box.x + box.width <= width + 0.01
        assert box.y + box.height <= height + 0.01
    long = {box.key: box.height if shape is columns else box.width for box in drawing.boxes}
    for one in facts:
        assert (long[one.key] > 0) == (one.value > 0)
        for other in facts:
            if one.value > other.value:
                assert long[one.key] >= long[other.key]


def test_every_figure_and_every_label_is_written():
    for shape in (columns, bars):
        said = [words.text for words in shape(KINDS, 600, 260, 12).words]
        assert {"137", "42", "0", "148", "1"} <= set(said)
        assert "在乡退伍红军老战士" in "".join(said)


def test_large_figures_are_grouped():
    assert "12,345" in [words.text for words in bars([Fact("a", "甲", 12345)], 400, 100, 12).words]


def test_a_label_without_room_is_cut_and_says_so():
    assert cut("南川东路街道", 40, 10) == "南川东…"
    assert cut("总寨镇", 40, 10) == "总寨镇"
    assert broken_words("在乡退伍红军老战士", 50, 10) == ["在乡退伍红", "军老战士"]
    assert broken_words("一二三四五六七八九十", 20, 10) == ["一…", "五…", "九十"]


def test_what_is_pointed_at_is_the_whole_band():
    drawing = columns(KINDS, 500, 200, 12)
    assert drawing.at(50, 5) == drawing.at(99, 199) == "伤残人员"
    assert drawing.at(499.9, 100) == "子女"
    assert drawing.at(500, 100) is drawing.at(-1, 100) is None


def test_nothing_to_show_is_said():
    for shape in (columns, bars):
        drawing = shape([], 300, 100, 12)
        assert [words.text for words in drawing.words] == ["没有数据"]
        assert drawing.boxes == ()
