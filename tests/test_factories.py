"""What tests are made of is right itself."""

from __future__ import annotations

from datetime import date

from models.core.citizen_number import birth_in, is_right
from tests import factories


def test_however_many_numbers_are_made_they_are_of_the_area_and_the_day_asked_for():
    day = date(1931, 2, 3)
    made = [factories.citizen_number(day, "女", "630121") for _ in range(500)]
    assert len(set(made)) == 500
    for number in (*made, factories.citizen_number(day, "女", "630121")):
        assert is_right(number)
        assert number.startswith("63012119310203")
        assert birth_in(number).earliest() == day
        assert int(number[16]) % 2 == 0
