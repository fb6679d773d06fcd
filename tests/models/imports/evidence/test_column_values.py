"""A column is judged as a whole: some slips do not count, and what stands beside many is nobody's own."""

from __future__ import annotations

import pytest

from models.imports.evidence.column_values import birth_told, values_of
from models.imports.evidence.value_sorts import ValueSort
from tests.factories import citizen_number


def test_one_slip_in_ten_leaves_a_column_clear():
    values = values_of([citizen_number() for _ in range(9)] + ["63010319"])
    assert values.clear() == [ValueSort.NUMBER]


def test_half_of_them_is_no_more_than_perhaps():
    values = values_of(["享受待遇"] * 6 + ["看情况再说吧"] * 4)
    assert (values.clear(), values.perhaps()) == ([], [ValueSort.STATE])


def test_words_that_stand_beside_few_are_remarks():
    assert values_of(["已去世", *[""] * 9]).clear() == []
    assert values_of(["已去世", "享受待遇", "停发"]).clear() == [ValueSort.STATE]


@pytest.mark.parametrize("phones", [["13911112222"] * 5, ["13911112222"]])
def test_a_telephone_beside_everybody_or_alone_is_not_clear(phones):
    assert values_of(phones).clear() == []


def test_short_words_that_begin_with_no_surname_are_no_names():
    assert values_of(["务农", "打工", "退休"]).clear() == []
    assert values_of(["赵一山", "钱二水", "孙三木"]).clear() == [ValueSort.NAME]


def test_days_that_the_numbers_tell_are_births():
    births = ["19480815", "19500302"]
    assert ValueSort.BIRTH in values_of(["1948-08-15", "1950年3月"], births).clear()
    assert ValueSort.BIRTH not in values_of(["1968-08-15", "1970-03-02"], births).shares


def test_a_number_tells_its_birth():
    assert birth_told(citizen_number()) == "19500615"
    assert birth_told("不详") == ""
    assert birth_told("630103199913450013") == ""


def test_three_different_samples_are_shown():
    values = values_of(["甲", "甲", "乙", "丙", "丁"])
    assert values.samples == ("甲", "乙", "丙")


def test_an_empty_column_says_nothing():
    values = values_of(["", ""])
    assert (values.clear(), values.full, values.long_numbers) == ([], False, False)


def test_four_fifths_are_clear_and_one_less_is_perhaps():
    numbers = [citizen_number() for _ in range(8)]
    assert values_of([*numbers, "无此人", "查无"]).clear() == [ValueSort.NUMBER]
    assert values_of([*numbers[:7], "无此人", "查无", "待查"]).clear() == []
    assert values_of([*numbers[:7], "无此人", "查无", "待查"]).perhaps() == [ValueSort.NUMBER]
    assert ValueSort.NUMBER not in values_of([*numbers[:8], "无此人", "查无"]).perhaps()


def test_exactly_half_may_be_meant_and_less_may_not():
    assert values_of(["享受待遇", "看情况再说吧"]).perhaps() == [ValueSort.STATE]
    assert values_of(["享受待遇", "看情况再说吧", "再说"]).perhaps() == []


def test_a_column_is_full_from_four_fifths_of_the_rows():
    assert values_of(["甲"] * 4 + [""]).full
    assert not values_of(["甲"] * 3 + [""]).full


def test_long_numbers_are_of_a_full_column_of_nearly_all():
    account = "6228480000000000035"
    assert values_of([account] * 4 + [""]).long_numbers
    assert not values_of([account] * 3 + [""] * 2).long_numbers
    assert values_of([account] * 4 + ["无"]).long_numbers
    assert not values_of([account] * 3 + ["无"] * 2).long_numbers


def test_the_surest_sort_comes_first():
    values = values_of(["19480815"] * 4 + ["450"])
    assert values.clear() == [ValueSort.MONEY, ValueSort.DAY]
    assert (values.share(ValueSort.MONEY), values.share(ValueSort.DAY), values.share(None)) == (1, 0.8, 0)


def test_two_telephones_are_enough_where_they_differ():
    assert values_of(["13911112222", "13911113333"]).clear() == [ValueSort.PHONE]
    assert values_of(["13911112222"] * 2).clear() == [ValueSort.PHONE]
    assert values_of(["13911112222"] * 3).clear() == []
    assert values_of(["13911112222", "13911112222", "13911113333", "13911113333"]).clear() == [
        ValueSort.PHONE
    ]


def test_words_fill_half_of_the_rows_or_are_remarks():
    assert values_of(["享受待遇", ""]).clear() == [ValueSort.STATE]
    assert values_of(["享受待遇", "", ""]).clear() == []


def test_one_name_alone_tells_no_column_of_names():
    assert values_of(["赵一山"]).clear() == []


def test_seven_of_ten_begin_with_a_surname():
    names = ["赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七"]
    assert values_of([*names, "务农", "打工", "退休"]).clear() == [ValueSort.NAME]
    assert values_of([*names[:6], "务农", "打工", "退休", "在家"]).clear() == []


@pytest.mark.parametrize(
    ("day", "born", "is_birth"),
    [("1948-08", "19480815", True), ("1948年8月15日", "19480815", True), ("1948-08-15 00:00:00", "19480815", True),
     ("1948-08-16", "19480815", False), ("1948-08-15", "", False)],
)  # fmt: skip
def test_a_day_is_of_birth_as_far_as_it_is_written(day, born, is_birth):
    assert (ValueSort.BIRTH in values_of([day], [born]).shares) == is_birth


def test_a_year_alone_is_no_birth():
    assert ValueSort.BIRTH not in values_of(["1948", "1950-01-01"], ["19480815", "19600101"]).shares


def test_a_birth_is_told_by_eighteen_places_alone():
    number = citizen_number()
    assert birth_told(f" {number[:6]} {number[6:14]} {number[14:]}".lower()) == number[6:14]
    assert birth_told(number[:17]) == birth_told(f"{number}1") == birth_told(f"6301o3{number[6:]}") == ""
