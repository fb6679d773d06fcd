"""Chance and words: nothing unique is given twice, and shares come out."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from models.practice.words import (
    MAN,
    WOMAN,
    Chance,
    apportioned,
    invented_name,
    invented_words,
    surname_of,
    years_after,
)


def test_shares_are_scaled_to_the_number_of_people() -> None:
    assert apportioned({"a": 2, "b": 1, "c": 1}, 4) == {"a": 2, "b": 1, "c": 1}
    assert apportioned({"a": 2, "b": 1, "c": 1}, 1) == {"a": 1, "b": 0, "c": 0}
    assert sum(apportioned({"a": 118, "b": 42, "c": 23}, 100).values()) == 100


def test_the_largest_remainders_are_rounded_up():
    assert apportioned({"a": 5, "b": 3, "c": 2}, 4) == {"a": 2, "b": 1, "c": 1}
    assert apportioned({"a": 5, "b": 3, "c": 2}, 0) == {"a": 0, "b": 0, "c": 0}


def test_what_is_dealt_is_as_the_shares_say_and_shuffled():
    dealt = Chance(1).dealt({"甲": 30, "乙": 10}, 40)
    assert Counter(dealt) == {"甲": 30, "乙": 10}
    assert dealt != sorted(dealt, reverse=True)
    assert dealt == Chance(1).dealt({"甲": 30, "乙": 10}, 40)


def test_a_day_is_one_of_those_between_and_both_ends_are():
    chance = Chance(1)
    first, last = date(2020, 2, 28), date(2020, 3, 1)
    assert {chance.day(first, last) for _ in range(60)} == {first, date(2020, 2, 29), last}
    assert chance.day(last, first) == last


def test_nothing_fresh_comes_twice():
    chance = Chance(1)
    assert len({chance.fresh(lambda: chance.digits(1)) for _ in range(10)}) == 10


def test_digits_are_as_many_as_asked_for():
    chance = Chance(1)
    found = [chance.digits(2) for _ in range(200)]
    assert {len(each) for each in found} == {2}
    assert any(each.startswith("0") for each in found)


@pytest.mark.parametrize(
    ("day", "years", "then"),
    [
        (date(2020, 2, 29), 1, date(2021, 2, 28)), (date(2020, 2, 29), -4, date(2016, 2, 28)),
        (date(2020, 12, 31), -60, date(1960, 12, 31)), (date(2019, 2, 28), 1, date(2020, 2, 28)),
    ],
)  # fmt: skip
def test_a_leap_day_becomes_the_twenty_eighth(day, years, then):
    assert years_after(day, years) == then


def test_a_child_bears_the_surname_of_the_family():
    chance = Chance(1)
    for ethnic in ("汉族", "回族"):
        surname = invented_words()["surnames"][ethnic][0]
        assert surname_of(invented_name(chance, ethnic, MAN, surname), ethnic) == surname
    assert surname_of(invented_name(chance, "藏族", WOMAN), "藏族") == ""


def test_a_surname_of_two_characters_is_not_taken_for_one():
    assert surname_of("尉迟敬德", "汉族") == "尉迟"
