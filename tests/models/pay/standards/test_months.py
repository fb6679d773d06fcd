"""Months and a month's part of a year."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.standards import months


@given(fen=st.integers(0, 10**9), year=st.integers(1950, 2100))
def test_twelve_months_are_exactly_the_year(fen, year):
    parts = [months.share(fen, months.month(year, m)) for m in range(1, 13)]
    assert sum(parts) == fen
    assert all(abs(part - Fraction(fen, 12)) < 1 for part in parts)


@given(fen=st.integers(0, 10**7))
def test_any_month_is_the_difference_of_two_roundings(fen):
    def rounded(m):
        return int(Fraction(fen * m, 12) + Fraction(1, 2))

    for m in range(1, 13):
        assert months.share(fen, months.month(2021, m)) == rounded(m) - rounded(m - 1)


def test_the_printed_grade_one_of_september_2021():
    assert months.share(10_667_000, months.month(2021, 9)) == 888_917


@pytest.mark.parametrize("text", ["2021-09", "202109", "2021年9月", "2021.09"])
def test_a_month_is_read_as_offices_write_it(text):
    assert months.month_words(months.read_month(text)) == "2021年9月"


@pytest.mark.parametrize("text", ["2021", "2021-13", "2021-09-01", "九月", ""])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(Refusal, match="请写成"):
        months.read_month(text)


def test_dates_known_in_part_mean_their_first_or_last_month():
    assert months.first_in("2013") == months.month(2013, 1)
    assert months.last_in("2013") == months.month(2013, 12)
    assert months.first_in("2013-07-04") == months.last_in("2013-07") == months.month(2013, 7)
    assert months.first_in(None) is None


def test_spans_are_told_as_people_say_them():
    first = months.month(2021, 8)
    assert months.span_words(first, first) == "2021年8月"
    assert months.span_words(first, first + 2) == "2021年8月至10月"
    assert months.span_words(first, first + 5) == "2021年8月至2022年1月"


def test_a_month_is_a_number_and_a_number_a_month():
    assert months.iso(months.month(2020, 8)) == "2020-08"
    assert months.iso(months.month(2020, 12) + 1) == "2021-01"
    assert months.part(months.month(2020, 12)) == PartDate(2020, 12)
    assert months.month_of(PartDate(2020)) == months.month(2020, 1)
    assert months.month_of(PartDate(2020, 12, 31)) == months.month(2020, 12)
    assert months.month_words(months.month(2020, 1)) == "2020年1月"
    assert months.day_words("2020-08-01") == "2020年8月1日"
    assert months.day_words(None) == ""
    assert months.last_in("") is None


def test_halves_are_rounded_up():
    assert [months.half_up(fen, 12) for fen in (5, 6, 17, 18, 24)] == [0, 1, 1, 2, 2]
