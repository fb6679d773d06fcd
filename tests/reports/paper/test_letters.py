"""The parts of a letter."""

from __future__ import annotations

import pytest

from reports.paper.layout import BODY, PAD, Gaps, breadth
from reports.paper.letters import LETTER_TEXT, SIGNATURE_FROM_EDGE, paragraphs, signature


def test_a_paragraph_is_broken_into_lines_across_the_page_and_loses_nothing():
    words = "　　请在收到本通知之日起三十日内，把上述款项退回本单位指定账户，或者带本通知到本单位办理。" * 2
    short, long = paragraphs(["马建国同志家属：", words], Gaps())
    assert [mark.text for mark in short.marks] == ["马建国同志家属："]
    assert "".join(mark.text for mark in long.marks) == words
    lines = sorted({mark.y for mark in long.marks}, reverse=True)
    assert len(lines) > 2
    assert lines[0] - lines[1] == pytest.approx(LETTER_TEXT.leading)
    assert all(mark.x + breadth(mark.text, mark.style) <= BODY + PAD for mark in long.marks)
    assert long.height > short.height


def test_a_paragraph_has_no_rules_and_belongs_to_no_table():
    (strip,) = paragraphs(["正文"], Gaps())
    assert (strip.print, strip.table) == (None, None)
    assert strip.marks[0].x == pytest.approx(0)  # at the very edge of the text


def test_office_and_day_stand_around_one_middle_the_broader_near_the_right_edge():
    office, day = signature(("西宁市城中区退役军人事务局", "2020年8月1日")).marks
    broad, narrow = (breadth(mark.text, mark.style) for mark in (office, day))
    assert office.x + broad == pytest.approx(BODY - SIGNATURE_FROM_EDGE)
    assert office.x + broad / 2 == pytest.approx(day.x + narrow / 2)
    assert office.y - day.y == pytest.approx(LETTER_TEXT.leading)
