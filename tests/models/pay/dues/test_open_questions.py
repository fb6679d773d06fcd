"""Everything that is open against grants, the most money first; and as findings of the archive."""

from __future__ import annotations

import pytest

from models.pay.dues.open_questions import open_questions
from models.pay.standards import months
from models.people import findings

FOUGHT = {"kind": "参战退役人员", "category": "", "grade": "", "nature": "", "approved": "2010-05-10"}


@pytest.fixture
def two(granted, person):
    graded = granted(standing="在职", grade="一级", nature="因战")
    lower = granted(standing="在职", grade="十级", nature="因公")
    granted()
    return lower, graded


def test_the_most_money_comes_first(two):
    lower, graded = two
    listed = open_questions(months.month(2017, 12))
    assert [each.claim.identity for each in listed] == [graded.id, lower.id]
    assert listed[0].fen > listed[1].fen > 0


def test_what_is_open_is_a_finding_of_the_archive_and_of_the_person(two):
    lower, graded = two
    told = [each for each in findings.all_findings() if each.label == "资格"]
    assert {each.person for each in told} == {lower.person_id, graded.person_id}
    (mine,) = [each for each in findings.findings_of(graded.person) if each.label == "资格"]
    assert mine.message.startswith("待核定，未发放：伤残属别为在职")
    assert mine.uid == graded.uid
