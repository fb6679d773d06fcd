"""Labels of forms: what is one, and what was filled in behind it."""

from __future__ import annotations

import pytest

from models.imports.shapes.labels import (
    bare_labels,
    field_of_label,
    inline_pairs,
    is_number,
    known_labels,
    labelled_cells,
    names_person,
)


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        ("姓 名", "person.name"), ("身份证号码：", "person.number"), ("名", ""), ("姓名2", ""), (7, ""), ("", ""), ("张三", ""), ("本次联系电话号码是多少", ""),
        ("姓名（请按照身份证填写全称）", "person.name"), ("姓名（请按照本人的身份证填写全称）", ""),
    ],
)  # fmt: skip
def test_a_label_is_short_and_spelt_as_we_know_it(cell, field):
    assert field_of_label(cell) == field


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("630103195006150011", True), ("63010319500615001X", True), ("630103********0011", False), ("6301031950****0011", True), ("63010348080112 3", True), ("13900001111", False),
        ("'630103195006150011", True), ("姓名", False), (6.3e17, False),
    ],
)  # fmt: skip
def test_a_number_has_eleven_figures_at_least_that_are_seen(cell, number):
    assert is_number(cell) == number


def pairs(*row, breadths=None):
    return [(each.words, each.field, each.value, each.index) for each in labelled_cells(list(row), breadths)]


def test_behind_each_label_stands_what_was_filled_in():
    assert pairs("姓名", "赵一", "", "爱好", "下棋", "照片") == [
        ("姓名", "person.name", "赵一", 1), ("爱好", "", "下棋", 4),
    ]  # fmt: skip
    assert pairs("姓名", "性别", "男") == [("性别", "person.sex", "男", 2)]
    assert pairs("姓名") == pairs() == []
    assert pairs("姓名：", "赵一", "赵二") == [("姓名", "person.name", "赵一", 1)]


def test_a_label_with_its_value_in_one_cell_takes_no_other():
    assert pairs("姓名：赵一　性别：男", "民族", "汉族") == [
        ("姓名", "person.name", "赵一", 0), ("性别", "person.sex", "男", 0), ("民族", "person.ethnic", "汉族", 2),
    ]  # fmt: skip
    assert pairs("姓名", "性别：男") == [("性别", "person.sex", "男", 1)]
    assert inline_pairs("爱好：下棋", 0) == inline_pairs("姓名", 0) == inline_pairs(7, 0) == []


def test_what_follows_a_gap_is_the_next_label_unless_the_cell_is_broad():
    assert pairs("姓名", "", "籍贯", "西宁") == [("籍贯", "", "西宁", 3)]
    assert pairs("姓名", "", "赵一", "籍贯", breadths={0: 2}) == [("姓名", "person.name", "赵一", 2)]
    assert pairs("姓名", "", "赵一", "", "籍贯") == [("姓名", "person.name", "赵一", 2)]


def test_a_row_of_labels_holds_hardly_anything_else():
    assert bare_labels(["姓名", "性别", "爱好"]) == [(0, "姓名", "person.name"), (1, "性别", "person.sex")]
    assert bare_labels(["姓名", "爱好"]) == []
    assert bare_labels(["姓名", "性别", "630103195006150011"]) == []
    assert bare_labels([]) == []
    assert known_labels(["姓名", "赵一", "", "性别"]) == ((0, "姓名"), (3, "性别"))


def test_a_person_is_named_by_name_and_number():
    assert names_person(["person.name", "number"])
    assert not names_person(["person.name", "phone"])
    assert not names_person(["number"])
