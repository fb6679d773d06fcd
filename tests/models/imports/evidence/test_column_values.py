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
