"""Breaking lines: nothing lost, nothing over the edge, no ，。） at a line's start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.paper.fonts import SERIF, face
from reports.paper.line_breaks import NOT_FIRST, NOT_LAST, clean, wrap

SIZE = 10.5
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
MARKS = st.sampled_from("，。、；：？！（）《》“”·—…")
LATIN = st.text(st.sampled_from("0123456789ABCabc-./"), max_size=12)
TEXTS = st.lists(st.one_of(HAN, MARKS, LATIN, st.sampled_from([" ", "\n", "𬱖"])), max_size=80).map("".join)
WIDTHS = st.floats(min_value=SIZE * 1.2, max_value=400)


def width(line):
    return sum(map(face(SERIF).width, line)) * SIZE / 1000


@given(TEXTS, WIDTHS)
def test_nothing_is_lost(text, room):
    assert "".join(wrap(text, face(SERIF), SIZE, room)) == text.replace("\n", "")


@given(TEXTS, WIDTHS)
def test_no_line_is_broader_than_its_column(text, room):
    for line in wrap(text, face(SERIF), SIZE, room):
        assert width(line.rstrip(" ")) <= room + 0.01 or len(line.strip(" ")) == 1


@given(st.lists(HAN, min_size=2, max_size=6).map("".join), st.lists(MARKS, max_size=2).map("".join), WIDTHS)
def test_marks_stay_where_they_belong(word, marks, room):
    """With words of two characters and at most two marks between them there is always a good place to break."""
    if room < SIZE * 6:
        return
    lines = wrap((word + marks) * 12, face(SERIF), SIZE, room)
    assert [line for line in lines[1:] if line[0] in NOT_FIRST] == []
    assert [line for line in lines[:-1] if line[-1] in NOT_LAST] == []


def test_a_full_stop_takes_the_last_character_with_it():
    assert wrap("身体尚可。", face(SERIF), 10, 40) == ["身体尚", "可。"]


def test_an_opening_bracket_goes_to_the_next_line():
    assert wrap("残疾军人（因战）", face(SERIF), 10, 50) == ["残疾军人", "（因战）"]


def test_a_number_stays_whole_when_it_can():
    assert wrap("证号630103195308010011", face(SERIF), 10, 110) == ["证号", "630103195308010011"]


def test_an_amount_stays_whole_at_its_thousands_too():
    assert wrap("应向遗属发13,450.00元。", face(SERIF), 10, 90)[1] == "13,450.00元。"


def test_a_number_longer_than_the_line_is_broken():
    lines = wrap("6" * 40, face(SERIF), 10, 60)
    assert len(lines) > 1
    assert "".join(lines) == "6" * 40


def test_line_breaks_of_the_text_are_kept():
    assert wrap("一\n\n二", face(SERIF), 10, 100) == ["一", "", "二"]


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("张\u200b三", "张三"),
        ("a\tb", "a b"),
        ("一\r\n二", "一\n二"),
        ("\ufeff名", "名"),
        ("葛\U000e0100", "葛"),
        ("a\x07b", "ab"),
    ],
)
def test_what_has_no_shape_is_left_out(found, shown):
    assert clean(found) == shown
