"""The text of an official document stands 28 characters to a line, broken as Chinese is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.official import Piece, is_heading, pieces
from reports.official.setting import TEXT_BREADTH, broken_lines, justified, text_width, title_lines
from reports.paper.fonts import FANGSONG, HEITI, KAITI, SONG_TITLE
from reports.paper.line_breaks import NOT_FIRST, NOT_LAST

CHARACTERS = st.text("优抚对象一人档案，。、；：“”《》（）%2020AB", min_size=1, max_size=200)


def said(line):
    return "".join(piece.text for piece in line)


def test_a_line_holds_28_characters():
    lines = broken_lines([Piece(FANGSONG, "双" * 100)])
    assert [len(said(line)) for line in lines] == [28, 28, 28, 16]


@settings(max_examples=60)
@given(CHARACTERS)
def test_nothing_is_lost_and_no_line_begins_with_a_mark_that_may_not(text):
    lines = [said(line) for line in broken_lines(pieces(text))]
    assert "".join(lines) == text
    for before, line in itertools.pairwise(lines):
        breakable = any(a not in NOT_LAST and b not in NOT_FIRST for a, b in itertools.pairwise(before))
        if breakable and not all(c.isascii() for c in before):
            assert line[0] not in NOT_FIRST


@settings(max_examples=60)
@given(CHARACTERS)
def test_no_line_is_broader_than_the_page_allows(text):
    assert all(text_width(line) <= TEXT_BREADTH + 0.3 for line in broken_lines(pieces(text)))


def test_a_full_line_is_stretched_to_the_edge_and_the_last_is_not():
    line = [Piece(FANGSONG, "双" * 26)]
    (full,) = justified(line, 0, 0, last=False)
    (last,) = justified(line, 0, 0)
    reach = 26 * full.style.size + 25 * full.style.space
    assert reach == pytest.approx(TEXT_BREADTH, abs=0.1)
    assert last.style.space < 0


def test_headings_have_their_typefaces():
    assert pieces("一、宣传教育") == [Piece(HEITI, "一、宣传教育")]
    assert pieces("（一）氛围营造。制作宣传牌。") == [
        Piece(KAITI, "（一）氛围营造。"),
        Piece(FANGSONG, "制作宣传牌。"),
    ]
    assert pieces("一名退役军人得到救助。") == [Piece(FANGSONG, "一名退役军人得到救助。")]
    assert is_heading("十一、宣传教育")
    assert is_heading("（二）走访慰问")
    assert not is_heading("（二）走访慰问。走访部队2次。")


def test_a_long_title_is_broken_into_even_lines_and_its_own_breaks_are_kept():
    assert title_lines("2020年总结", SONG_TITLE) == ["2020年总结"]
    long = title_lines("西宁市某某区退役军人事务局关于双拥优抚安置工作情况的总结报告", SONG_TITLE)
    assert len(long) == 2
    assert abs(len(long[0]) - len(long[1])) <= 4
    assert title_lines("某区退役军人事务局\n2020年工作总结", SONG_TITLE) == [
        "某区退役军人事务局",
        "2020年工作总结",
    ]
