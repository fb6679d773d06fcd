"""A spreadsheet's cells, read as what their column is about."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.imports.sheets.cells import (
    Spoilt,
    Unreadable,
    account_of,
    coded,
    count_of,
    digits,
    flag_of,
    grade_and_nature,
    is_unsaid,
    masked_number_of,
    name_of,
    number_of,
    phones_of,
    quantity_of,
    shown,
    text_of,
    unwrapped,
)
from models.imports.sheets.days import day_of
from models.imports.sheets.field_kinds import reader_for
from models.imports.sheets.money import yuan_of
from models.people.identity import Identity
from models.people.person import Person


@pytest.mark.parametrize(
    "cell", [630103195508289971.0, 6.30103e17, "6.30103E+17", "6.30103195508289E+17", "630103195508289000.0"]
)
def test_a_number_that_a_spreadsheet_has_spoilt_is_not_guessed(cell):
    with pytest.raises(Spoilt):
        digits(cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (13912345678.0, "13912345678"),
        (630103480801123.0, "630103480801123"),
        ("０９７１－８２１２３４５", "0971-8212345"),
        (" 139 1234 5678 ", "13912345678"),
        ("'0018", "0018"),
        (810000, "810000"),
    ],
)
def test_a_number_kept_as_a_number_is_read_whole(cell, number):
    assert digits(cell) == number


@given(st.integers(10**15, 10**19))
def test_no_number_of_more_than_fifteen_places_survives_a_cell(number):
    with pytest.raises(Spoilt):
        digits(float(number))


@pytest.mark.parametrize(
    ("cell", "answer"), [("是", True), ("√", True), ("否", False), (True, True), (0.0, False)]
)
def test_yes_and_no(cell, answer):
    assert flag_of(cell) is answer


@pytest.mark.parametrize(("cell", "count"), [(7.0, 7), ("7年", 7), ("７", 7), ("3人", 3)])
def test_counts(cell, count):
    assert count_of(cell) == count


@pytest.mark.parametrize("cell", ["六年半", 6.5, "约7"])
def test_a_count_that_is_none_is_not_guessed(cell):
    with pytest.raises(Unreadable):
        count_of(cell)


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        ("12,000", "12000"),
        ("1.2万元", "12000"),
        (2000.0, "2000"),
        ("¥85.50", "85.50"),
        ("8212.5元", "8212.5"),
    ],
)
def test_money_is_exact(cell, yuan):
    assert yuan_of(cell) == Decimal(yuan)


@pytest.mark.parametrize("cell", ["约两千", "0.001", 1e15, "#N/A", "NaN"])
def test_money_that_is_none_is_not_guessed(cell):
    with pytest.raises(Unreadable):
        yuan_of(cell)


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        (Identity.grade, "7", "七级"),
        (Identity.grade, 7.0, "七级"),
        (Identity.grade, "7级", "七级"),
        (Identity.grade, "七级", "七级"),
        (Person.ethnic, "汉", "汉族"),
        (Person.ethnic, "撒拉", "撒拉族"),
        (Person.ethnic, "外星族", "外星族"),
        (Person.insurance, "居民医保", "城乡居民基本医疗保险"),
        (Person.name, "张　三", "张三"),
        (Person.residence, "总寨镇\n清河村 5号", "总寨镇 清河村 5号"),
    ],
)
def test_words_are_read_by_their_code_table(field, cell, value):
    assert reader_for(field)(cell) == value


def test_a_day_that_is_none_is_not_guessed():
    with pytest.raises(Unreadable, match="不详"):
        day_of("不详")


def test_cells_are_shown_as_the_officer_sees_them():
    assert shown(datetime(1953, 8, 1)) == "1953-08-01"
    assert shown(date(1953, 8, 1)) == "1953-08-01"
    assert shown(7.0) == "7"
    assert shown(6.30103195508289e17) == "6.30103195508289E+17"


@pytest.mark.parametrize("cell", ["/", "-", "——", "无", " 无 "])
def test_a_stroke_where_a_fact_should_be_is_a_blank(cell):
    assert day_of(cell) is count_of(cell) is yuan_of(cell) is None
    assert (
        digits(cell)
        == phones_of(cell)
        == reader_for(Identity.grade)(cell)
        == reader_for(Person.name)(cell)
        == ""
    )


def test_no_insurance_is_a_fact_and_no_blank():
    assert reader_for(Person.insurance)("无") == "无"
    assert flag_of("无") is False
    assert flag_of("/") is None


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        (13900000000.0, "13900000000"),
        ("139-0000-0000", "13900000000"),
        ("+86 13900000000", "13900000000"),
        ("（0971）8212345", "0971-8212345"),
        ("13900000000/0971-8212345", "13900000000、0971-8212345"),
        ("13900000000 13911111111", "13900000000、13911111111"),
        ("13900000000\n13911111111", "13900000000、13911111111"),
        ("13900000000（女儿）", "13900000000(女儿)"),
    ],
)
def test_several_phones_in_one_cell_are_told_apart(cell, phones):
    assert phones_of(cell) == phones


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("因公七级", ("七级", "因公")),
        ("七级（因战）", ("七级", "因战")),
        ("因病致残6级", ("六级", "因病")),
        ("残7级", ("七级", "")),
        ("因战因公七级", ("因战因公七级", "")),
        ("原七级现六级", ("原七级现六级", "")),
    ],
)
def test_grade_and_nature_in_one_cell_are_two_facts(words, facts):
    assert grade_and_nature(words) == facts


def test_a_number_that_is_none_stops_no_import():
    with pytest.raises(Spoilt):
        digits(float("nan"))


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (True, "是"), (False, "否"), (999_999_999_999_999.0, "999999999999999"), (1e15, "1E+15"), (-7.0, "-7"), (6.5, "6.5"), (3, "3"),
        (datetime(1953, 8, 1, 5, 6), "1953-08-01 05:06:00"), (time(5, 6), "05:06:00"), (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)  # fmt: skip
def test_every_kind_of_cell_is_shown_in_one_line(cell, words):
    assert shown(cell) == words


def test_fifteen_places_are_the_last_that_a_number_keeps():
    assert digits(999_999_999_999_999.0) == "999999999999999"
    assert digits("123456789012345.0") == "123456789012345"
    for spoilt in (1e15, -1e15, "1234567890123456.0", 12.5):
        with pytest.raises(Spoilt):
            digits(spoilt)
    assert digits(True) == "是"


def test_a_telephone_with_its_area_in_brackets_and_one_of_no_form_at_all():
    assert phones_of("0971-8212345-801") == "0971-8212345-801"
    assert phones_of("(0971)8212345-801") == "(0971)8212345-801"
    assert phones_of("8212345") == "8212345"
    assert phones_of("+8613900000000、+8613911111111") == "13900000000、13911111111"
    assert phones_of("13900000000、家里") == "13900000000、家里"
    assert phones_of("13900000000；0971-8212345") == "13900000000、0971-8212345"


@pytest.mark.parametrize(
    ("cell", "value"),
    [("'0018", "0018"), ('="0018"', "0018"), ("=0018", "=0018"), ("0018", "0018"), (18, 18), ("=", "="), ("a'b", "a'b"), ("", "")],
)  # fmt: skip
def test_what_keeps_a_text_a_text_is_no_part_of_it(cell, value):
    assert unwrapped(cell) == value


def test_an_error_is_no_text_and_no_name():
    for read in (text_of, name_of):
        with pytest.raises(Unreadable, match="#REF!"):
            read("#REF!")
    assert (name_of("无"), name_of("张 三")) == ("", "张三")


def test_a_stroke_is_unsaid_and_a_number_is_not():
    assert is_unsaid("／")
    assert is_unsaid(" 无 ")
    assert not is_unsaid("0")
    assert not is_unsaid(0)


def test_an_answer_that_is_neither_yes_nor_no_is_unreadable():
    with pytest.raises(Unreadable, match="也许"):
        flag_of("也许")


def test_six_places_are_the_most_of_a_small_count():
    assert count_of("999999") == 999_999
    assert count_of("7.0年") == 7
    with pytest.raises(Unreadable):
        count_of("1000000")


def test_a_masked_number_keeps_its_stars_and_has_fourteen_places_at_least():
    assert masked_number_of("630103？？？？？？？？001x") == "630103********001X"
    assert masked_number_of("630103 1950 0615 0011") == "630103195006150011"
    assert masked_number_of("63010319500615") == "63010319500615"
    assert masked_number_of("6301031950061") == ""
    assert account_of("6228-4800 0111") == "622848000111"


@pytest.mark.parametrize(
    ("cell", "quantity", "number"),
    [("2块", (2, "块"), None), ("3人", (3, "人"), 3), ("1,200", (1200, ""), 1200), ("12.0", (12, ""), 12), ("-3", (-3, ""), -3), ("", "", ""), ("无", "", "")],
)  # fmt: skip
def test_a_quantity_has_a_measure_and_a_number_one_that_counts(cell, quantity, number):
    assert quantity_of(cell) == (quantity or None)
    if number is None:
        with pytest.raises(Unreadable):
            number_of(cell)
    else:
        assert number_of(cell) == (number or None)


def test_a_code_is_the_table_s_name_or_the_words_as_they_stand():
    assert coded("ethnic")("汉") == "汉族"
    assert coded("ethnic")("外星") == "外星"
    assert coded("ethnic")("无") == ""
