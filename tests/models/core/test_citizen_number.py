"""Citizen numbers (GB 11643-1999), as the office meets them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.citizen_number import (
    CitizenNumber,
    birth_in,
    check_digit,
    doubt,
    is_right,
    likeliest,
    sex_in,
)
from models.core.dates import PartDate

GOOD = "630103195508289971"


@st.composite
def right_numbers(draw, area=None):
    born = draw(st.dates(date(1900, 1, 1), date(2010, 12, 31)))
    body = f"{area or draw(st.integers(110000, 659999))}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + check_digit(body)


def test_the_standards_own_example_is_right():
    assert is_right("11010519491231002X")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("630103480801123", "63010319480801123X"),
        ("63010319480801123x", "63010319480801123X"),
        ("６３０１０３１９５５０８２８９９７１", GOOD),
        (" 630103 19550828 9971 ", GOOD),
        ("'630103195508289971", GOOD),
    ],
)
def test_a_number_is_read_however_it_is_written(written, number):
    read = CitizenNumber.read(written)
    assert (read.number, read.found) == (number, written)


@pytest.mark.parametrize(
    "written", ["", "无", "63010319550828997", "6301031955082899711", "X30103195508289971"]
)
def test_what_is_no_number_is_not_read(written):
    with pytest.raises(ValueError, match=r".*"):
        CitizenNumber.read(written)


def test_birth_and_sex_are_in_the_number():
    assert birth_in(GOOD) == PartDate(1955, 8, 28)
    assert sex_in(GOOD) == "男"
    assert birth_in("630103195502309971") is None


@given(right_numbers())
def test_a_right_number_raises_no_doubt(number):
    assert doubt(number) == ""


@given(right_numbers("630103"), st.integers(0, 16), st.integers(1, 9))
def test_one_changed_digit_is_noticed_and_its_place_is_among_the_likely(number, place, step):
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert not is_right(wrong)
    found = likeliest(wrong, birth_in(number), sex_in(number))
    assert number in [slip.number for slip in found]
    assert all(is_right(slip.number) for slip in found)


@given(right_numbers("630103"), st.integers(0, 15))
def test_two_swapped_neighbours_are_noticed_and_named(number, place):
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped == number:
        return
    assert not is_right(swapped)
    assert (place + 1, place + 2) in [
        slip.places for slip in likeliest(swapped, birth_in(number), sex_in(number))
    ]


def test_the_files_own_birth_date_tells_which_digit():
    wrong = "630103195508829971"  # 28 written 82
    assert doubt(wrong, PartDate(1955, 8, 28), "男").startswith("身份证号校验码不符，可能是：第13、14位颠倒")


def test_the_likely_slips_of_a_wrong_number_are_few():
    words = doubt("630103195508289961", PartDate(1955, 8, 28), "男")
    assert words == "身份证号校验码不符，可能是：第17位应为7"


def test_a_birth_date_that_does_not_exist_is_doubtful():
    body = "63010319550230997"
    assert doubt(body + check_digit(body)) == "身份证号中的出生日期19550230不存在"


def test_a_birth_date_to_come_is_doubtful():
    body = "63010320991231997"
    assert "晚于今天" in doubt(body + check_digit(body))


def test_the_address_part_may_be_any(person):
    """People move, and districts are renamed: 630122 became 630106."""
    body = "63012219550828997"
    assert list(person(number=body + check_digit(body), born=PartDate(1955, 8, 28)).doubts()) == []
