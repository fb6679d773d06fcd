"""Which two files are likely one person's, and which only look like it."""

from __future__ import annotations

import pytest

from models.core import citizen_number
from models.core.dates import PartDate
from models.merging.likeness import doubts_of_same_person, likely_same
from models.people import findings
from models.people.two_people import keep_apart

USER = "王芳"


def right_number(first):
    """Seventeen places and the check digit that belongs to them."""
    return next(first + each for each in "0123456789X" if citizen_number.is_right(first + each))


BORN = PartDate(1950, 6, 15)
NUMBER = "630103195006150015"
VALID = [right_number(f"63010319500615{order}") for order in ("082", "682")]


def doubts(*people):
    return [each.name for each in doubts_of_same_person(None)]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("刘建国", "630103195006150035"),  # a digit
        ("刘建囯", "630103195006510015"),  # two swapped
        ("刘健国", "630103195006150035"),  # spoken alike
        ("劉建國", "630103195006150035"),
        ("刘建国", "630103195006159999"),  # born on one day
    ],
)
def test_a_name_that_sounds_alike_and_a_near_number_are_likely_one(person, name, number):
    known = person(name="刘建国", number=NUMBER)
    assert [each for each, _ in likely_same(name, number, None)] == [known]


@pytest.mark.parametrize(
    ("name", "number"), [("刘建军", "630103195006150035"), ("刘建国", "630103196006159999"), ("", NUMBER)]
)
def test_brothers_and_namesakes_are_two(person, name, number):
    person(name="刘建国", number=NUMBER)
    assert likely_same(name, number, None) == []


def test_two_files_with_a_slip_between_them_are_a_doubt_until_somebody_knows(person):
    one, other = person(name="刘建国", number=NUMBER), person(name="刘健国", number="630103195006150035")
    assert sorted(doubts()) == ["刘健国", "刘建国"]
    assert any("只差一处" in each.message for each in findings.findings_of(one))
    keep_apart(one, other, USER)
    assert doubts() == []
    assert not [each for each in findings.findings_of(one) if "同一人" in each.message]


def test_twins_and_homonyms_of_one_day_are_no_doubt(person):
    person(name="韩国强", number="630103195006150023")
    person(name="韩国栋", number="63010319500615004X")
    person(name="王丽", number=VALID[0])
    person(name="王莉", number=VALID[1])
    assert doubts() == []


def test_the_same_name_on_the_same_day_is_told_until_it_is_known_that_they_are_two(person):
    one, other = (
        person(name="张三", number="630103195006150120"),
        person(name="张三", number="63010319500615568X"),
    )
    assert len([each for each in findings.all_findings() if "同名同出生日期" in each.message]) == 2
    keep_apart(one, other, USER, "双方身份证都看过")
    assert not [each for each in findings.all_findings() if "同名同出生日期" in each.message]
