"""The headings of registers: which register a sheet is, by its columns, its words and what stands in it, and which row is its heading."""

from __future__ import annotations

import pytest

from models.imports.registers.headings import (
    begins,
    find_register,
    nearly,
    register_at,
    with_months,
    with_paid_amount,
)
from models.imports.registers.kinds import REGISTER_HEADINGS, REGISTER_KINDS
from models.imports.sheets.columns import columns_of

PAYMENTS, CASES, UNITS, PEOPLE = "补助发放登记", "医疗救助登记", "走访部队登记", "走访个人登记"
PUBLICITY, BRIEFS, ACTIVITIES, SERVICES = "宣传登记", "信息报送登记", "活动登记", "优待办理登记"
RATES, DEVICES = "百分百指标", "辅助器具登记"


def rows(*lines):
    return [line.split("|") for line in lines]


def found(sheet, *lines, only=""):
    """The kind of register, and the row of its heading; None where it is none."""
    register = find_register(rows(*lines), sheet, only)
    return register and (register.kind.name, register.row)


def amounts(heading):
    """The field of each column of a list of payments, ``+`` behind one that says an amount beside others."""
    columns = columns_of(heading.split("|"), REGISTER_HEADINGS, PAYMENTS)
    return [each.field + "+" * each.again for each in with_months(with_paid_amount(columns))]


@pytest.mark.parametrize(
    ("sheet", "heading", "row", "kind"),
    [
        ("Sheet1", "日期|渠道|报送单位", "2020-03-05|省厅|退役局", BRIEFS), ("Sheet1", "日期|渠道|标题", "2020-03-05|省厅|春节走访", None),
        ("信息报送", "日期|渠道|标题", "2020-03-05|省厅|春节走访", BRIEFS), ("Sheet1", "日期|类型|渠道", "2020-03-05|外星|省厅", None),
        ("Sheet1", "日期|形式|数量", "2020-03-05|横幅|3", PUBLICITY), ("Sheet1", "日期|形式|数量", "2020-03-05|外星|3", None),
        ("Sheet1", "日期|宣传形式|数量", "2020-03-05|外星|3", PUBLICITY), ("宣传登记", "日期|形式|数量", "2020-03-05|外星|3", PUBLICITY),
        ("Sheet1", "日期|主题|参加人数", "2020-03-05|座谈|3", ACTIVITIES), ("Sheet1", "日期|名称|参加人数|数量", "2020-03-05|座谈|3|4", None),
        ("Sheet1", "日期|部队|慰问品", "2020-03-05|某部|米面", UNITS), ("Sheet1", "日期|单位|慰问金", "2020-03-05|某部|3000", None),
        ("2020年春节走访", "日期|单位|慰问金", "2020-03-05|某部|3000", None), ("Sheet1", "指标名称|已落实人数|应落实人数", "甲|3|4", RATES),
        ("优待", "日期|事项|姓名", "2020-1-2|子女入学|张三", SERVICES), ("Sheet1", "日期|办理事项|姓名", "2020-1-2|子女入学|张三", SERVICES),
        ("Sheet1", "日期|事项|姓名", "2020-1-2|上学|张三", None), ("Sheet1", "姓名|身份证号|金额", "张三|6|100", PAYMENTS),
        ("走访慰问", "姓名|身份证号|金额|月份", "张三|1|100|3", PEOPLE), ("立功奖励", "姓名|身份证号|立功等次|金额", "张三|6|三等功|100", PAYMENTS),
        ("Sheet1", "姓名|身份证号|器具名称|费用|日期", "张三|6|轮椅|100|2020-1-1", DEVICES), ("轮椅", "姓名|身份证号|费用|规格|日期", "张三|6|100|大|2020-1-1", DEVICES),
        ("Sheet1", "姓名|身份证号|金额|1", "张三|6|100|3", PAYMENTS), ("Sheet1", "姓名|备注", "张三|好", None), ("Sheet1", "甲|金额", "张三|100", None),
    ],
)  # fmt: skip
def test_a_sheet_is_the_register_that_it_can_hardly_help_being(sheet, heading, row, kind):
    register = found(sheet, heading, row)
    assert register == (kind and (kind, 0))


@pytest.mark.parametrize(
    ("lines", "row", "title"),
    [
        (["2020年义务兵优待金||", "姓名|身份证号|金额", "张三|6|100"], 1, "2020年义务兵优待金"),
        (["填报单位：甲||", "2020年补助||", "姓名|身份证号|金额", "张三|6|100"], 2, "填报单位：甲 2020年补助"),
        (["序号||身份证号|发放情况|", "|姓名||项目|金额", "1|张三|6|优待金|100"], 1, ""),
        (["姓名|身份证号|发放情况|", "||金额|备注", "张三|6|100|无"], 1, ""), (["姓名|身份证号|金额"], 0, ""),
        (["轮椅发放||||", "姓名|身份证号|费用|规格|日期", "张三|6|100|大|2020-1-1"], 1, "轮椅发放"),
    ],
)  # fmt: skip
def test_the_heading_is_the_last_of_its_rows_and_what_stands_above_is_the_title(lines, row, title):
    register = find_register(rows(*lines))
    assert (register.row, register.title) == (row, title)


def test_a_row_with_a_number_is_no_heading():
    assert find_register([["姓名", "身份证号", "金额", 3.0], ["张三", "6", "100", ""]]) is None


def test_the_first_forty_rows_are_looked_at():
    heading, row = "姓名|身份证号|金额", "张三|6|100"
    assert found("", *["话||"] * 39, heading, row) == (PAYMENTS, 39)
    assert found("", *["话||"] * 40, heading, row) is None


@pytest.mark.parametrize(
    ("only", "heading", "kind"),
    [
        (PEOPLE, "姓名|身份证号|金额", PEOPLE), (PAYMENTS, "姓名|身份证号|金额", PAYMENTS), (PUBLICITY, "日期|形式|数量", PUBLICITY),
        (ACTIVITIES, "日期|形式|数量", None), (CASES, "姓名|身份证号|金额", None),
    ],
)  # fmt: skip
def test_the_kind_that_an_officer_names_needs_no_proof_but_its_columns(only, heading, kind):
    assert found("Sheet1", heading, "甲|乙|3", only=only) == (kind and (kind, 0))


def test_a_title_that_names_a_kind_whose_columns_are_missing_is_told_as_nearly_that():
    lines = rows("2020年信息简报|||", "姓名|身份证号|备注|月份", "张三|1|无|3")
    assert find_register(lines) is None
    near = nearly(lines, "Sheet1")
    assert (near.kind.name, near.row) == (BRIEFS, 1)
    assert nearly(rows("姓名|身份证号|备注", "张三|1|无"), "Sheet1") is None
    assert nearly(rows("姓名|身份证号|备注", "张三|1|无"), "Sheet1", PEOPLE).kind.name == PEOPLE


@pytest.mark.parametrize(
    ("sheet", "title", "heading", "score"),
    [
        ("Sheet1", "", "姓名|身份证号|金额", 30), ("补助", "", "姓名|身份证号|金额", 70), ("Sheet1", "2020年补助", "姓名|身份证号|金额", 60),
        ("补助", "2020年补助", "姓名|身份证号|金额", 100), ("Sheet1", "", "姓名|身份证号|金额|月份", 60), ("Sheet1", "", "姓名|身份证号|金额|月份|项目", 70),
        ("Sheet1", "", "姓名|身份证号|优待金", 24),
    ],
)  # fmt: skip
def test_words_signs_title_and_the_sheet_s_name_each_weigh(sheet, title, heading, score):
    """A heading that is spelt as we know it weighs 10, one that only holds a word of it 4; a sign 20, the title 30, the name 40."""
    lines = rows(*[title] * bool(title), heading, "张三|6|100")
    register = find_register(lines, sheet, PAYMENTS)
    assert register.score == score


def test_a_heading_of_two_rows_weighs_a_little_less():
    lines = rows("姓名|身份证号|发放|", "||金额|备注", "张三|6|100|无")
    assert find_register(lines, "Sheet1").score == 33  # notes below 发放 are only guessed at


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("姓名|应发金额|实发金额", ["name", "", "amount"]), ("姓名|实发金额|应发金额", ["name", "amount", ""]),
        ("姓名|合计|实发金额", ["name", "", "amount"]), ("姓名|合计|生活补助|医疗补助", ["name", "amount", "", ""]),
        ("姓名|金额|合计", ["name", "", "amount"]), ("姓名|金额|实发", ["name", "", "amount"]), ("姓名|金额", ["name", "amount"]),
        ("姓名|备注", ["name", "notes"]), ("姓名|应发金额|金额", ["name", "", "amount"]), ("姓名|金额|应发金额", ["name", "amount", ""]),
        ("姓名|实发人数|金额", ["name", "", "amount"]),
    ],
)  # fmt: skip
def test_the_amount_is_what_was_paid_in_the_end(heading, fields):
    assert amounts(heading) == fields


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("姓名|1月|2月|合计", ["name", "amount+", "amount+", "amount"]), ("姓名|1月|2月", ["name", "amount", "amount+"]),
        ("姓名|1-3月|4-6月|合计", ["name", "amount+", "amount+", "amount"]), ("姓名|1-3月|4-6月", ["name", "amount", "amount+"]),
        ("姓名|1月|金额", ["name", "", "amount"]), ("姓名|1-3月|金额", ["name", "", "amount"]),
    ],
)  # fmt: skip
def test_several_months_or_periods_are_so_many_amounts(heading, fields):
    assert amounts(heading) == fields


def test_a_second_heading_begins_where_its_words_are_those_of_a_register():
    assert begins(rows("姓名|身份证号|金额", "张三|6|100"), "补助", "").kind.name == PAYMENTS
    assert begins(rows("张三|6|100", "姓名|身份证号|金额"), "补助", "") is None
    assert begins(rows("补助|姓名|", "姓名|身份证号|金额"), "补助", "") is None


def test_the_officer_says_where_the_heading_is_or_that_there_is_none():
    lines = rows("姓名|身份证号|1月|2月", "张三|630103194102110033|100|200")
    register = register_at(lines, 0, REGISTER_KINDS[PAYMENTS])
    assert (register.row, [c.field + "+" * c.again for c in register.columns]) == (
        0, ["name", "number", "amount", "amount+"],
    )  # fmt: skip
    none = register_at(lines[1:], -1, REGISTER_KINDS[PAYMENTS])
    assert (none.row, none.title, none.fields() >= {"number"}) == (-1, "", True)
    other = register_at(rows("姓名|身份证号|1月|2月"), 0, REGISTER_KINDS[PEOPLE])
    assert [column.field for column in other.columns] == ["name", "number", "", ""]


@pytest.mark.parametrize(
    ("kind", "sheet", "heading", "signed"),
    [
        (PAYMENTS, "Sheet1", "姓名|身份证号|金额", False), (PAYMENTS, "Sheet1", "姓名|身份证号|金额|月份", False), (PAYMENTS, "补助", "姓名|身份证号|金额|月份", True),
        (PAYMENTS, "补助", "姓名|身份证号|金额", False), (PEOPLE, "Sheet1", "姓名|身份证号|慰问金|慰问形式|慰问节日", True), (PEOPLE, "Sheet1", "姓名|身份证号|慰问金|慰问形式", False),
    ],
)  # fmt: skip
def test_two_signs_or_one_and_the_name_tell_a_register_from_a_roster(kind, sheet, heading, signed):
    assert find_register(rows(heading, "张三|6|100|3|5"), sheet, kind).signed(sheet) == signed
