"""On which day somebody reaches an age, and how months begin and end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.dates import PartDate, age_on
from models.forecast.coming_events import day_of_age, first_day, last_day
from models.pay.standards import months

BORN = st.dates(date(1930, 1, 1), date(2020, 12, 31))


@given(BORN, st.sampled_from([18, 60, 80]))
def test_the_day_of_an_age_is_the_first_on_which_it_is_counted(born, age):
    whole = PartDate.of(born)
    day = day_of_age(whole, age)
    assert age_on(whole, day) == age
    assert age_on(whole, day - timedelta(1)) == age - 1


def test_who_was_born_on_the_29_of_february_is_eighteen_on_the_first_of_march():
    assert day_of_age(PartDate(2008, 2, 29), 18) == date(2026, 3, 1)
    assert day_of_age(PartDate(2008, 2, 29), 60) == date(2068, 2, 29)


@pytest.mark.parametrize(
    ("born", "day"), [(PartDate(1960, 5), date(2020, 5, 31)), (PartDate(1960), date(2020, 12, 31))]
)
def test_of_a_birth_date_known_in_part_the_last_day_counts(born, day):
    assert day_of_age(born, 60) == day


def test_a_month_has_its_first_and_its_last_day():
    assert first_day(months.month(2027, 2)) == date(2027, 2, 1)
    assert last_day(months.month(2028, 2)) == date(2028, 2, 29)
    assert last_day(months.month(2026, 12)) == date(2026, 12, 31)
