"""Days in cells: in any spelling, and without the year that the title says."""

from __future__ import annotations

from datetime import date

import pytest

from models.core.dates import PartDate
from models.imports.sheets.cells import Unreadable
from models.imports.sheets.days import day_in, day_of, month_in, year_of


def read(reader, cell):
    """The date as text; '' for a blank, '?' for what is unreadable."""
    try:
        day = reader(cell)
    except Unreadable:
        return "?"
    return "" if day is None else str(day)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("二〇一九年七月二十八日", "2019-07-28"), ("二○一九年十月", "2019-10"), ("一九四八年十二月三十一日", "1948-12-31"), ("二零一九年七月十日", "2019-07-10"),
        ("二〇一九年十三月", "?"), ("二〇一九年二月三十日", "?"), ("2019-07-28（星期日）", "2019-07-28"), ("2019年7月28日 周日", "2019-07-28"),
        ("/", ""), (0, "?"), (1948, "1948"), (date(2019, 7, 28), "2019-07-28"),
    ],
)  # fmt: skip
def test_a_day_in_characters_or_with_its_weekday(cell, day):
    assert read(day_of, cell) == day


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1月17日", "2020-01-17"), ("1.17", "2020-01-17"), ("1月17日（周五）", "2020-01-17"), ("1月12日至14日", "2020-01-12"), ("1月12—14日", "2020-01-12"),
        ("20年1月17日", "2020-01-17"), ("'20.1.17", "2020-01-17"), ("19年1月17日", "?"), ("13月1日", "?"), ("2月30日", "?"), ("20.2.30", "?"), ("2019-12-30", "2019-12-30"),
        ("待定", "?"), (0.5, "?"), ("腊月廿三", "2020-01-17"),
    ],
)  # fmt: skip
def test_a_day_without_its_year_lies_in_that_of_the_title(cell, day):
    assert read(day_in(2020), cell) == day


@pytest.mark.parametrize("cell", ["1月17日", "20.1.17", "腊月廿三"])
def test_without_the_title_s_year_it_is_no_day(cell):
    assert read(day_in(None), cell) == "?"


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("3月", "2020-03"), ("3月份", "2020-03"), ("3", "2020-03"), (3, "2020-03"), ("12", "2020-12"), ("13", "?"), ("2019年3月", "2019-03"), ("2019-03-05", "2019-03"),
        (date(2019, 3, 5), "2019-03"), ("2019", "?"), ("无", ""), ("3月5日", "2020-03"),
    ],
)  # fmt: skip
def test_a_month_is_read_without_its_day(cell, month):
    assert read(month_in(2020), cell) == month


def test_a_month_alone_is_of_no_year_without_a_title():
    assert read(month_in(None), "3月") == "?"
    assert read(month_in(None), "2019年3月") == "2019-03"


def test_a_year_is_read_alone_or_out_of_a_day():
    assert year_of("2020年度") == year_of("2020") == year_of(2020) == year_of("2020-05-01") == 2020
    assert year_of("/") is None


def test_what_is_unreadable_is_told_as_it_was_written():
    with pytest.raises(Unreadable, match=r"^二〇一九年十三月$"):
        day_of("二〇一九年十三月")
    with pytest.raises(Unreadable, match=r"^13月1日$"):
        day_in(2020)("13月1日")
    assert day_in(2020)("1月12日至14日") == PartDate(2020, 1, 12)
