"""Days of old calendars: the day meant is kept, and the words beside it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.core.dates import PartDate
from models.imports.sheets.cells import Unreadable
from models.imports.sheets.days import day_in, day_of
from models.imports.words.old_calendars import converted_words, old_day
from models.people.person import Person
from models.people.person import Remark as Note
from models.visits.visit import Visit
from tests.factories import citizen_number, workbook

OLD_DAYS = {
    "农历一九四八年八月十五": "1948-09-17", "农历1948.7.11": "1948-08-15", "1948.7.11（农历）": "1948-08-15",
    "阴历1948年7月11日": "1948-08-15", "1948年冬月初八": "1948-12-08", "一九四八年腊月三十": "1949-01-28",
    "1949年闰七月初三": "1949-08-26", "民国三十七年": "1948", "民国三十七年七月": "1948-07", "民国元年": "1912",
    "民国37年8月15日": "1948-08-15", "民国三十七年八月初三": "1948-09-05", "1948年正月": "1948", "民国廿六年十二月十三日": "1937-12-13",
}  # fmt: skip


@pytest.mark.parametrize(("words", "day"), OLD_DAYS.items())
def test_a_day_of_an_old_calendar_is_the_day_meant(words, day):
    assert str(day_of(words)) == day


@pytest.mark.parametrize(
    "words",
    [
        "1948年闰七月初三",
        "1948年腊月",
        "农历1948年13月1日",
        "农历",
        "民国",
        "民国九十九年",
        "2020年8月初",
        "农历八月十五",
        "八月半",
    ],
)
def test_what_no_old_calendar_has_is_not_guessed(words):
    with pytest.raises(Unreadable):
        day_of(words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("腊月初八", "2020-01-02"),
        ("正月十五", "2020-02-08"),
        ("农历八月十五", "2020-10-01"),
        ("腊月廿三", "2020-01-17"),
    ],
)
def test_a_lunar_day_without_its_year_lies_in_that_of_the_sheet(words, day):
    assert str(day_in(2020)(words)) == day


@example("闰一廿")
@given(st.text("农历民国正冬腊闰初廿卅一二三十年月日0123456789./- ", max_size=14))
def test_no_words_are_too_strange(words):
    old_day(words, 2020)


def told(plan):
    return "\n".join(each.words for sheet in plan.sheets for each in (*sheet.findings, *sheet.refused))


def test_a_lunar_birth_is_kept_where_the_number_agrees_and_shown_as_both(take_in, tmp_path):
    rows = [
        ["姓名", "身份证号", "出生日期"],
        ["甲", citizen_number(date(1948, 8, 15)), "农历一九四八年七月十一"],
        ["乙", citizen_number(date(1948, 8, 15)), "1948年冬月初八"],
    ]
    plan = take_in(workbook(tmp_path / "a.xlsx", {"参战": rows}))
    assert {str(person.birthday) for person in Person.select()} == {"1948-08-15"}
    assert {note.words for note in Note.select()} == {"农历一九四八年七月十一", "1948年冬月初八"}
    assert "是农历，按公历1948年8月15日登记" in told(plan)
    assert "没有采用，按身份证号登记" in told(plan)


def test_a_visit_on_a_lunar_day_is_no_refused_row(take_in, tmp_path):
    rows = [
        ["2020年春节走访慰问优抚对象登记表"],
        ["走访日期", "姓名", "身份证号", "慰问金"],
        ["腊月廿三", "甲", citizen_number(), 500],
    ]
    take_in(workbook(tmp_path / "走访.xlsx", {"走访": rows}))
    [visit] = Visit.select()
    assert str(visit.day) == "2020-01-17"
    assert "腊月廿三" in visit.notes


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("民国三十七", None), ("民国60年", "1971"), ("民国六十一年", None), ("1948年腊月初一", "1948-12-30"), ("农历1948年12月1日", "1948-12-30"),
        ("农历1948年13月", None), ("1948年元月初八", "1948-02-17"), ("农历1948年元月8日", "1948-02-17"), ("1948年正月廿", "1948-02-29"), ("1948年正月二十", "1948-02-29"),
        ("1948年正月十", "1948-02-19"), ("1948年正月初十一", "1948-02-20"), ("1948年正月一二", "1948"), ("1948年正月卅一", None), ("1930年正月", "1930"), ("1967年腊月", None),
        ("农历一九四八年", "1948"), ("农历1948年1月", "1948"),
    ],
)  # fmt: skip
def test_each_way_of_counting_days_and_months(words, day):
    assert old_day(words) == (None if day is None else PartDate.read(day))


def test_what_is_told_of_a_day_that_was_converted():
    day = PartDate(1948, 8, 15)
    assert converted_words("农历1948.7.11", day) == "“农历1948.7.11”是农历，按公历1948年8月15日登记，请核对"
    assert converted_words("闰七月初三", day) == "“闰七月初三”是农历，按公历1948年8月15日登记，请核对"
    assert converted_words("民国三十七年", PartDate(1948)) == "“民国三十七年”是民国纪年，按1948年登记，请核对"
    assert converted_words("1948-08-15", day) == converted_words("农历1948.7.11", "1948") == ""
    assert converted_words(19480815, day) == ""


def test_a_lunar_day_that_lies_twice_or_never_in_a_year_is_not_guessed():
    assert old_day("腊月初一", 2020) is None  # 2019-12-26 and 2021-01-13
    assert old_day("冬月初八", 2020) == PartDate(2020, 12, 22)
