"""Kinds of document: the headings of news, and texts that say nothing of an empty year."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.publicity import Publicity
from models.year.summary import report, texts
from models.year.summary.document_kinds import DOCUMENT_KINDS
from tests.conftest import USER


def test_news_has_small_headings_and_points_in_place_of_numbers():
    text = "标题\n一、宣传\n（一）阵地。制作。\n（二）信息。（一）不在句首的不改。"
    assert DOCUMENT_KINDS["简报"].styled(text) == (
        "标题\n■宣传\n●阵地。制作。\n●信息。（一）不在句首的不改。"
    )
    assert DOCUMENT_KINDS["年度总结"].styled(text) == text


def test_small_headings_fall_away_with_what_stands_below_them(archive):
    with journal.entry("登记", USER):
        Publicity(day=PartDate(2020, 3, 1), form="双拥宣传牌", quantity=24).save()
    told = report.summary_of("简报", 2020).paragraphs
    assert [words[:1] for words in told] == ["■", "●"]
    assert "制作双拥宣传牌20余块。" in told[1]


@pytest.mark.parametrize("kind", texts.SUMMARY_KINDS)
def test_a_year_without_records_has_nothing_but_a_title(archive, kind):
    found = report.summary_of(kind, 2020)
    assert "2020年" in found.title
    assert found.paragraphs == []
