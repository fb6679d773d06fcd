"""Limits are counted in working days, over the long holidays too."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core import journal
from models.core.record import Refusal
from models.office import workdays
from models.office.workdays import Arranged, Calendar, CalendarDay, set_day, shipped_workdays

USER = "王芳"
OFFICIAL = Calendar(shipped_workdays())
DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("begun", "count", "ends"),
    [
        (date(2020, 1, 17), 1, date(2020, 1, 19)),  # the Sunday before 春节 is worked
        (date(2020, 1, 23), 1, date(2020, 2, 3)),  # the holiday was made longer in that year
        (date(2021, 2, 10), 3, date(2021, 2, 20)),  # 18, 19, and the Saturday
        (date(2023, 1, 20), 2, date(2023, 1, 29)),  # Saturday and Sunday after 春节 are worked
        (date(2024, 2, 9), 1, date(2024, 2, 18)),
        (date(2025, 1, 27), 5, date(2025, 2, 10)),
        (date(2019, 9, 30), 5, date(2019, 10, 12)),
        (date(2020, 9, 25), 3, date(2020, 9, 29)),  # Sunday the 27th is worked
        (date(2020, 9, 30), 2, date(2020, 10, 10)),
        (date(2022, 9, 30), 2, date(2022, 10, 9)),
        (date(2023, 9, 28), 2, date(2023, 10, 8)),
        (date(2020, 9, 10), 20, date(2020, 10, 14)),  # a level's twenty days over 国庆 and 中秋
        (date(2020, 6, 1), 0, date(2020, 6, 1)),
    ],
)
def test_a_limit_runs_over_holidays_and_days_worked_for_them(begun, count, ends):
    assert OFFICIAL.after(begun, count) == ends


def test_a_holiday_is_a_holiday_on_any_weekday_and_is_called_by_its_name():
    assert not OFFICIAL.works(date(2020, 10, 1))
    assert OFFICIAL.name_of(date(2020, 10, 1)) == "国庆节、中秋节"
    assert OFFICIAL.works(date(2020, 10, 10))
    assert date(2020, 10, 10).weekday() == 5
    assert not OFFICIAL.works(date(2020, 10, 11))
    assert OFFICIAL.name_of(date(2020, 10, 11)) == ""


@settings(max_examples=60)
@given(begun=DAYS, count=st.integers(0, 60))
def test_counting_there_and_back_agrees(begun, count):
    ends = OFFICIAL.after(begun, count)
    assert OFFICIAL.between(begun, ends) == count
    assert not count or OFFICIAL.works(ends)


def test_make_up_days_are_weekends_and_every_year_has_its_spring_festival():
    for day, how in shipped_workdays().items():
        assert not how.works or day.weekday() >= 5, f"{day} is worked anyway"
    for year in range(2019, 2027):
        spring = [day for day, how in shipped_workdays().items() if "春节" in how.name and not how.works]
        assert len([day for day in spring if day.year == year]) >= 7


def test_what_is_not_certain_says_so():
    assert OFFICIAL.doubt(date(2024, 9, 1), date(2025, 10, 20)) == ""
    unread = Arranged(False, "国庆节", "转载", confirmed=False)
    unchecked = Calendar(shipped_workdays() | {date(2026, 10, 1): unread})
    assert "尚未" in unchecked.doubt(date(2026, 9, 1), date(2026, 10, 20))
    assert OFFICIAL.doubt(date(2026, 9, 1), date(2026, 10, 20)) == ""
    assert OFFICIAL.doubt(date(2026, 11, 2), date(2026, 11, 20)) == ""
    assert "2027年" in OFFICIAL.doubt(date(2026, 12, 20), date(2027, 1, 20))


def test_what_the_office_knows_comes_first(archive):
    monday = date(2027, 2, 8)
    with journal.entry("工作日历", USER):
        set_day(monday, False, "春节", "国务院办公厅通知")
        set_day(date(2027, 2, 7), True, "春节调休")
    known = workdays.calendar()
    assert known.after(date(2027, 2, 5), 1) == date(2027, 2, 7)
    assert known.after(date(2027, 2, 7), 1) == date(2027, 2, 9)
    assert known.doubt(date(2027, 2, 1), date(2027, 2, 20)) == ""
    with journal.entry("工作日历", USER):
        set_day(monday, True, "照常上班")
    assert CalendarDay.select().count() == 2
    assert workdays.calendar().works(monday)


def test_a_limit_that_is_none_is_refused():
    with pytest.raises(Refusal):
        OFFICIAL.after(date(2020, 1, 1), -1)
    assert OFFICIAL.between(date(2020, 1, 5), date(2020, 1, 5) - timedelta(3)) == 0
