"""Rows that are nobody's: totals, feet, the columns' numbers, an example, the heading once more."""

from __future__ import annotations

import pytest

from models.imports.sheets.dictionary import dictionary_of
from models.imports.sheets.row_kinds import (
    is_ditto,
    is_example,
    is_footer,
    is_numbering,
    is_running,
    is_total,
    repeats_heading,
    said_in,
)


def test_nothing_is_said_by_blanks_and_by_formulas_over_nothing():
    assert said_in(["甲", "", 0, "#N/A", "0", "1900-01-00", 7]) == ["甲", "7"]


@pytest.mark.parametrize(
    "row", [["示例", "张三"], ["1", "（示例）"], ["", "", "", "例："], [1, "张三（样例）"]]
)
def test_an_example_of_how_to_fill_in_is_nobody(row):
    assert is_example(row)


@pytest.mark.parametrize(
    "row", [["甲", "乙", "丙", "丁", "示例"], ["例行体检"], ["按照上级通知要求填写（示例）"], [""], [7, 8]]
)
def test_what_only_has_the_word_is_no_example(row):
    assert not is_example(row)


def test_twelve_characters_may_say_that_it_is_an_example_and_thirteen_may_not():
    assert is_example(["张三李四王五赵六（示例）"])
    assert not is_example(["张三李四王五赵六孙（示例）"])


@pytest.mark.parametrize(
    ("said", "numbering"),
    [(["1", "2", "3"], True), (["甲", "乙", "1", "2"], True), (["（1）", "（2）", "（3）"], True), (["1", "2"], False), (["1", "3", "4"], False),
     (["甲", "乙", "丙"], False), (["甲", "乙", "1"], False), (["1", "2", "三"], False), (["3", "2", "1"], False)],
)  # fmt: skip
def test_a_row_that_counts_the_columns(said, numbering):
    assert is_numbering(said) == numbering


def test_the_same_as_above_in_few_characters():
    assert all(map(is_ditto, ["同上", "〃", " 同 上 ", "同"]))
    assert not any(map(is_ditto, ["同意", "同上级文件规定", "", 7, None]))


def test_total_foot_and_running_number():
    assert is_total("合　计")
    assert is_total("小计：3人")
    assert not is_total("合计表")
    assert is_footer("制 表 人：")
    assert not is_footer("王制表")
    assert is_running("(3)")
    assert not is_running("3人")


def test_a_heading_once_more_is_two_cells_at_least_and_all_of_them():
    roster = dictionary_of("roster")
    assert repeats_heading([("姓名", "姓名"), ("身份证号码", "身份证号")], roster)
    assert repeats_heading([("姓名", "户籍地址"), ("身份证号码", "身份证号"), ("年龄", 7)], roster)
    assert not repeats_heading([("姓名", "姓名")], roster)
    assert not repeats_heading([("姓名", "姓名"), ("民族", "张三")], roster)
    assert not repeats_heading([("姓名", "姓名"), ("民族", "")], roster)
