"""Weighed columns: values name what no heading names, contradict what a heading says wrongly, and are asked of where they leave a doubt."""

from __future__ import annotations

from datetime import date

import pytest

import models.imports.registers.kinds  # noqa: F401  registers' headings are known from here on
from models.imports.sheets.columns import columns_of
from models.imports.sheets.dictionary import Reason, dictionary_of
from models.imports.sheets.weighed_columns import weighed
from tests.factories import card_number, citizen_number

NAMES = ["赵一", "钱二", "孙三", "李四", "周五", "吴六"]
NUMBERS = [citizen_number(date(1940 + year, 3, 4)) for year in range(6)]
CARDS = [card_number(place) for place in range(1, 7)]
ALMOST_CARDS = [f"6228480000000000{place}{place}" for place in range(1, 7)]  # their check digits are wrong
BIRTHS = [f"19{40 + year}-03-04" for year in range(6)]
DAYS = [f"20{10 + year}-07-04" for year in range(6)]
LATER = [f"20{10 + year}-08-05" for year in range(6)]
SUMS, OTHER_SUMS = ["100", "250.5", "300", "410", "3", "5"], ["100", "250.5", "300", "410", "3", "6"]
STATES = ["享受待遇", "停发", "享受待遇", "享受待遇", "别的话", "另外说"]
PAYMENTS = "补助发放登记"


def told(dictionary, heading, *columns, kind=""):
    """What becomes of each column: its field, with a star where its values told it, ``?`` and the choices, or ``-``."""
    known = dictionary_of(dictionary)
    height = max(map(len, columns))
    rows = [[column[at] if at < len(column) else "" for column in columns] for at in range(height)]
    found = weighed(columns_of(heading.split("|"), known, kind), rows, known, kind)
    return [
        "?" + "/".join(each.field for each in column.candidates)
        if column.asked
        else (column.field or "-") + "*" * (column.reason is Reason.CONTENT)
        for column in found
    ]


@pytest.mark.parametrize(
    ("heading", "values", "becomes"),
    [
        ("甲", CARDS, "account.account*"), ("", CARDS, "account.account*"), ("甲", BIRTHS, "person.born*"),
        ("甲", STATES[:2], "-"), ("甲", STATES[:4], "identity.state*"), ("甲", STATES, "?identity.state"),
        ("甲", ALMOST_CARDS, "?account.account"), ("甲", ALMOST_CARDS[:3], "-"),
        ("甲", DAYS, "?identity.approved/identity.joined/identity.left"), ("甲", DAYS[:3], "-"), ("甲日期", DAYS, "-"),
        ("是否领卡", CARDS, "-"), ("监护人某号", CARDS, "-"),
    ],
)  # fmt: skip
def test_what_no_heading_of_a_roster_tells_is_told_by_values(heading, values, becomes):
    assert told("roster", f"姓名|身份证号|{heading}", NAMES, NUMBERS, values)[2:] == [becomes]


def test_a_column_without_heading_that_tells_nothing_is_left_out():
    assert told("roster", "姓名|身份证号|", NAMES, NUMBERS, ["话一"]) == ["person.name", "person.number"]


@pytest.mark.parametrize(
    ("heading", "values", "becomes"),
    [
        ("联系电话", ["男", "女", "男"], "?person.sex/person.phone"), ("联系电话", ["男"], "person.phone"),
        ("联系电话", CARDS, "?account.account/person.phone"), ("民族", ["男", "女", "男"], "?person.sex/person.ethnic"),
        ("伤残等级", ["参战"] * 6, "identity.grade"), ("优抚对象类别", ["七级"] * 6, "identity.category"),
        ("村(社区)", ["男"] * 6, "person.community"), ("性别", ["男", "男", "汉族", "汉族"], "person.sex"),
        ("性别", ["男", *["汉族"] * 5], "?person.ethnic/person.sex"),
    ],
)  # fmt: skip
def test_a_heading_that_its_values_clearly_contradict_is_asked_of(heading, values, becomes):
    assert told("roster", f"姓名|{heading}|身份证号", NAMES, values, NUMBERS)[1] == becomes


def test_number_and_account_whose_headings_were_exchanged_are_both_asked_of():
    heading = "姓名|银行账号|身份证号"
    assert told("roster", heading, NAMES, NUMBERS, CARDS) == [
        "person.name", "?account.account", "?person.number"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "columns", "becomes"),
    [
        ("姓名|甲|乙|身份证号", (NAMES, CARDS, CARDS, NUMBERS), ["person.name", "account.account*", "-", "person.number"]),
        ("姓名|甲|乙|身份证号", (NAMES, CARDS, CARDS[::-1], NUMBERS), ["person.name", "?account.account", "?account.account", "person.number"]),
        ("姓名|甲|乙", (NAMES, NUMBERS, NUMBERS), ["person.name", "person.number*", "-"]),
        ("甲|乙|身份证号", (NAMES, NAMES, NUMBERS), ["person.name*", "-", "person.number"]),
        ("甲|乙|身份证号", (NAMES, NAMES[::-1], NUMBERS), ["?person.name", "?person.name", "person.number"]),
        ("姓名|某|甲", (NAMES, NUMBERS, BIRTHS), ["person.name", "person.number*", "person.born*"]),
    ],
)  # fmt: skip
def test_of_two_columns_that_say_the_same_the_first_is_it_and_of_two_that_differ_one_is_chosen(
    heading, columns, becomes
):
    assert told("roster", heading, *columns) == becomes


@pytest.mark.parametrize(
    ("heading", "columns", "becomes"),
    [
        ("甲|金额", (DAYS, SUMS), ["day*", "amount"]), ("甲|乙|金额", (DAYS, LATER, SUMS), ["-", "-", "amount"]),
        ("甲|发放日期|金额", (DAYS, LATER, SUMS), ["-", "day", "amount"]), ("入伍时间|金额", (DAYS, SUMS), ["-", "amount"]),
    ],
)  # fmt: skip
def test_the_only_day_of_a_register_is_its_day(heading, columns, becomes):
    found = told("register", f"姓名|身份证号|{heading}", NAMES, NUMBERS, *columns, kind=PAYMENTS)
    assert found == ["name", "number", *becomes]


@pytest.mark.parametrize(
    ("columns", "becomes"),
    [
        ((SUMS,), ["?amount"]), ((SUMS[:4],), ["-"]), ((SUMS, OTHER_SUMS), ["?amount", "?amount"]),
        ((list("123456"),), ["-"]), ((list("234567"),), ["-"]), ((["1901", "1960", "2099"] * 2,), ["-"]),
        ((["1900", "1960", "2100"] * 2,), ["?amount"]), ((["1901", "1960", "2100"] * 2,), ["?amount"]),
        ((["1", "2", "3.5", "4", "5", "6"],), ["?amount"]), ((["0.5", "1.5", "2.5"] * 2,), ["?amount"]),
    ],
)  # fmt: skip
def test_sums_without_a_heading_are_asked_of_and_years_or_running_numbers_are_none(columns, becomes):
    heading = "|".join(["姓名", "身份证号", *"甲乙"[: len(columns)]])
    assert told("register", heading, NAMES, NUMBERS, *columns, kind=PAYMENTS)[2:] == becomes


def test_of_two_columns_of_sums_that_is_the_amount_whose_total_is_right():
    right, wrong = ["100", "250", "300", "410", "3", "5", "1068"], [*OTHER_SUMS, "7"]
    rows = [*NAMES, "合计"], [*NUMBERS, ""]
    assert told("register", "姓名|身份证号|甲|乙", *rows, wrong, right, kind=PAYMENTS)[2:] == ["-", "amount*"]


@pytest.mark.parametrize(
    ("heading", "columns", "becomes"),
    [
        ("账号|户名|甲", (CARDS, NAMES, SUMS), ["account", "name", "amount*"]),
        ("账号|户名|甲|乙", (CARDS, NAMES, SUMS, OTHER_SUMS), ["account", "name", "-", "-"]),
        ("账号|户名|甲|金额", (CARDS, NAMES, OTHER_SUMS, SUMS), ["account", "name", "-", "amount"]),
    ],
)  # fmt: skip
def test_the_only_sums_of_a_bank_s_return_are_its_amounts(heading, columns, becomes):
    assert told("return", heading, *columns) == becomes


@pytest.mark.parametrize(
    ("heading", "columns", "becomes"),
    [
        ("甲", (DAYS,), ["died*"]), ("甲|死亡日期", (DAYS, LATER), ["-", "died"]), ("甲|注销日期", (DAYS, LATER), ["-", "cancelled"]),
        ("入伍日期", (DAYS,), ["-"]), ("停发时间", (DAYS,), ["-"]), ("填报日期", (DAYS,), ["-"]), ("死亡情况登记", (DAYS,), ["died*"]),
    ],
)  # fmt: skip
def test_the_only_day_of_a_list_of_the_dead_is_that_of_death_if_its_heading_tells_no_other(
    heading, columns, becomes
):
    assert told("dead", f"姓名|身份证号|{heading}", NAMES, NUMBERS, *columns)[2:] == becomes


def test_nobody_is_asked_of_a_pasted_list():
    assert told("pasted", "姓名|身份证号|甲", NAMES, NUMBERS, ALMOST_CARDS)[2:] == ["-"]
