"""What a cell is by itself, whatever stands above it."""

from __future__ import annotations

import csv

import pytest

import resources
from models.imports.evidence.value_sorts import (
    ValueSort,
    fields_of_sort,
    is_long_number,
    sort_of_field,
    sorts_of_value,
)
from models.imports.rosters.lines import ROSTER_MODELS
from models.imports.sheets.dictionary import dictionary_of
from tests.factories import card_number, citizen_number

SAID = {
    "number": [citizen_number(), "630103********1234"], "account": [card_number(3)],
    "phone": ["13900001111", "139 0000 1111", "13900001111/0971-8234567", "0971-8234567"],
    "state": ["享受待遇", "已去世", "停发", "迁出"], "kind": ["参战", "残疾军人"], "grade": ["七级", "因公七级"],
    "nature": ["因战"], "ethnic": ["汉族", "回"], "sex": ["男"], "street": ["总寨镇", "总寨", "南滩街道办事处"], "community": ["清河村", "南山社区"],
    "bank": ["青海银行", "大通农商银行"], "household": ["农村"], "day": ["1968-05-22", "1968年5月", "19680522"],
    "money": ["1,200.00", "450元"], "name": ["张三", "古丽·艾力"], "result": ["交易成功"],
}  # fmt: skip


@pytest.mark.parametrize(("sort", "text"), [(sort, text) for sort, some in SAID.items() for text in some])
def test_a_value_says_its_sort(sort, text):
    assert ValueSort(sort) in sorts_of_value(text)


@pytest.mark.parametrize(
    "text",
    [
        "是",
        "否",
        "63010319500615001X",
        "13900001",
        "0",
        "良好",
        "城中区总寨镇",
        "2020-13-01",
        "6228480000000000035",
    ],
)
def test_what_looks_like_it_and_is_none_says_nothing_of_somebody(text):
    assert not sorts_of_value(text) & {
        ValueSort.NUMBER, ValueSort.ACCOUNT, ValueSort.PHONE, ValueSort.RESULT, ValueSort.STREET, ValueSort.DAY
    }  # fmt: skip


def test_a_number_as_long_as_an_account_is_one_to_ask_of():
    assert is_long_number("6228480000000000035")
    assert not is_long_number("13900001111")


def test_every_line_of_the_data_is_a_field_of_its_dictionary():
    with resources.path("value_sorts.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            model, _, name = row["field"].partition(".")
            if row["dictionary"] == "roster":
                assert model == "row" or name in ROSTER_MODELS[model]._meta.fields, row
            else:
                assert row["field"] in {line.field for line in dictionary_of(row["dictionary"]).lines}, row
            assert sort_of_field(row["dictionary"], row["field"]) is ValueSort(row["sort"])


def test_the_likelier_field_of_a_sort_comes_first():
    assert fields_of_sort("roster", ValueSort.PHONE) == ["person.phone", "person.other_phone"]
    assert fields_of_sort("return", ValueSort.STATE) == []


SAYS_NOTHING = [
    "630103199902300012", "63010319500615001", "630103*****", "12*********", "1390000111", "12800001111", "0971-1234567",
    "100000001", "1,20", "1948-08-32", "1948-00-01", "6228480000000000",
]  # fmt: skip


@pytest.mark.parametrize("text", SAYS_NOTHING)
def test_what_is_one_place_or_one_day_off_is_of_no_sort(text):
    assert not sorts_of_value(text)


@pytest.mark.parametrize(
    ("text", "sorts"),
    [("19480815", {"day", "money"}), ("13900001111", {"phone"}), ("+86 13900001111", {"phone"}), ("1200", {"money"}),
     ("0971-8234567、13900001111", {"phone"}), ("男", {"sex"}), ("张", set()), ("农", set()), ("十一级", {"name"}), ("张三丰年底", set())],
)  # fmt: skip
def test_a_value_is_of_these_sorts_and_no_other(text, sorts):
    assert sorts_of_value(text) == {ValueSort(each) for each in sorts}


def test_one_number_of_two_that_is_none_is_no_telephone():
    assert ValueSort.PHONE not in sorts_of_value("13900001111、1390")


def test_a_long_sentence_that_speaks_of_a_bank_is_none():
    assert ValueSort.BANK in sorts_of_value("青海省西宁市城中区农业银行南山路营业部")
    assert ValueSort.BANK not in sorts_of_value("该同志的青海银行的账户已经转到总寨镇的农业银行去了")


def test_words_that_name_two_kinds_are_of_none():
    assert ValueSort.KIND in sorts_of_value("参战人员")
    assert ValueSort.KIND not in sorts_of_value("参战参试")
    assert ValueSort.KIND not in sorts_of_value("战")


def test_an_account_has_sixteen_to_nineteen_digits():
    assert is_long_number("1" * 16)
    assert not is_long_number("1" * 15)
    assert not is_long_number("1" * 20)
