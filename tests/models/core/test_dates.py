"""Dates in every habit of the office."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.dates import EXCEL_EPOCH, PartDate, age_on

parts = st.one_of(
    st.dates(date(1800, 1, 1), date(2199, 12, 31)).map(PartDate.of),
    st.builds(PartDate, st.integers(1800, 2199), st.integers(1, 12)),
    st.builds(PartDate, st.integers(1800, 2199)),
)


@pytest.mark.parametrize(
    "typed",
    ["1953-08-01", "19530801", "1953.8.1", "1953年8月1日", "1953/08/01", "1953-8-1", "1953 年 8 月 1 号",
     "1953-08-01 00:00:00", 19530801, 19530801.0, datetime(1953, 8, 1), date(1953, 8, 1), 19572, 19572.0,
     "1953 8 1", "1953、8、1", "1953。8。1", "1953—08—01", "1953.8.1."],
)  # fmt: skip
def test_a_day_is_read_in_any_habit(typed):
    assert PartDate.read(typed) == PartDate(1953, 8, 1)


@pytest.mark.parametrize(
    "typed", ["1953-08", "1953.8", "1953年8月", "195308", "1953/8", 195308, 1953.8, 1953.08, "1953年8月份"]
)
def test_a_month_keeps_what_it_has(typed):
    assert PartDate.read(typed) == PartDate(1953, 8)


@pytest.mark.parametrize("typed", ["1953", "1953年", 1953, 1953.0])
def test_a_year_keeps_what_it_has(typed):
    assert str(PartDate.read(typed)) == "1953"


@pytest.mark.parametrize(
    "typed", ["", "不详", "1953-13-01", "1953-02-30", "53.8.1", "1953-00-01", 7, True, 1e12]
)
def test_what_is_no_date_is_not_guessed(typed):
    with pytest.raises(ValueError, match=r".*"):
        PartDate.read(typed)


@pytest.mark.parametrize("cell", [1953.1, "19531", "20123", "53年8月", "1953.8-1958.3"])
def test_a_month_or_a_year_that_may_be_another_is_not_guessed(cell):
    """1953.1 in a cell of numbers may have been 1953.10; 19531 may be a day's serial number or a month."""
    with pytest.raises(ValueError, match=r".*"):
        PartDate.read(cell)


def test_a_serial_number_kept_as_text_is_its_day():
    assert PartDate.read("29573") == PartDate.read(29573) == PartDate(1980, 12, 18)


@given(st.dates(date(1910, 1, 2), date(2100, 1, 1)))
def test_a_spreadsheets_serial_number_is_its_day(day):
    assert PartDate.read(float((day - EXCEL_EPOCH).days)) == PartDate.of(day)


@given(parts)
def test_a_date_is_kept_as_it_is_known(part):
    assert PartDate.parse(str(part)) == part
    assert PartDate.parse(part.chinese()) == part
    assert part.earliest() <= part.latest()
    assert part.agrees(part)
    assert not part.before(part)


@given(parts, parts)
def test_only_what_is_surely_earlier_is_before(one, other):
    assert one.before(other) == (one.latest() < other.earliest())
    assert not (one.agrees(other) and one.before(other))


def test_a_person_grows_older_on_the_birthday():
    assert age_on(PartDate(1949, 12, 31), date(2025, 12, 30)) == 75
    assert age_on(PartDate(1949, 12, 31), date(2025, 12, 31)) == 76


def test_with_the_day_unknown_nobody_is_older_than_sure():
    assert age_on(PartDate(1960), date(2020, 12, 30)) == 59
    assert age_on(PartDate(1960, 6), date(2020, 6, 30)) == 60


@pytest.mark.parametrize(
    "cell",
    [
        datetime(1948, 8, 14, 23, 59, 17), datetime(1948, 8, 14, 23, 54, 17), datetime(1948, 8, 15), datetime(1948, 8, 15, 12),
        "1948-08-14 23:59:17", "1948-08-14T16:00:00.000Z", "1948-08-14T15:54:17Z", "1948/8/15 0:00:00", 17760 - 43 / 86400,
    ],
)  # fmt: skip
def test_minutes_before_midnight_are_the_next_day(cell):
    assert PartDate.read(cell) == PartDate(1948, 8, 15)


def test_the_eve_of_a_date_is_known_as_far_as_the_date_is():
    assert PartDate(2020, 3, 1).eve() == PartDate(2020, 2, 29)
    assert PartDate(2020, 1).eve() == PartDate(2019, 12)
    assert PartDate(2020).eve() == PartDate(2019)


@pytest.mark.parametrize(
    "words",
    [
        "1948-08-14T16:00:00Z", "1948-08-14T15:54:17.000Z", "1948-08-15T00:00:00+08:00", "1948-08-14T16:00:00.000+0000",
        "Sun Aug 15 1948 00:00:00 GMT+0800 (中国标准时间)", "Sat Aug 14 1948 23:54:17 GMT+0800 (China Standard Time)",
        "Aug 15, 1948", "1948/8/15 上午 12:00:00", "1948/8/15 12:00:00 AM", "1948-08-14 23:54:17", "1948-08-15 下午 3:20",
    ],
)  # fmt: skip
def test_a_day_with_a_clock_behind_it_is_the_day_of_an_office_in_china(words):
    assert PartDate.parse(words) == PartDate(1948, 8, 15)
