from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.superior_forms.day_styles import style_of

DAY = PartDate(1950, 6, 5)


@pytest.mark.parametrize(
    ("heading", "example", "written"),
    [
        ("出生日期", "", "1950-06-05"),
        ("出生年月", "", "1950-06"),
        ("出生年月日", "", "1950-06-05"),
        ("年度", "", "1950"),
        ("出生年月（如：2020.01）", "", "1950.06"),
        ("入伍时间（yyyy-MM）", "", "1950-06"),
        ("入伍时间（YYYY/MM/DD）", "", "1950/06/05"),
        ("批准时间（XXXX年XX月）", "", "1950年06月"),
        ("出生日期", "二〇二〇年一月", "一九五〇年六月"),
        ("出生日期", "20200102", "19500605"),
        ("出生日期", "202001", "195006"),
        ("出生日期", "2020年1月2日", "1950年6月5日"),
        ("出生日期", "2020.1.2", "1950.6.5"),
    ],
)
def test_a_day_is_written_as_the_form_shows_or_says(heading, example, written):
    assert style_of(heading, example).words(DAY) == written


def test_a_month_is_not_made_a_day():
    style = style_of("出生日期")
    assert style.words(PartDate(1950, 6)) == "1950-06"
    assert style.loses(PartDate(1950, 6))
    assert not style.loses(DAY)


def test_days_in_chinese_numerals():
    style = style_of("", "二〇二〇年十月二十日")
    assert style.words(PartDate(1949, 10, 31)) == "一九四九年十月三十一日"
    assert style.words(PartDate(1949, 11, 20)) == "一九四九年十一月二十日"
