"""Whose roster it is."""

from __future__ import annotations

import pytest

from models.core import codes
from models.imports.words.kind_words import category_named, kind_named, kind_of_signs, own_heading


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("伤残人员", "伤残人员"), ("残疾军人名册", "伤残人员"), ("三属", "三属"), ("烈属", "三属"), ("在乡复员军人", "在乡复员军人"),
        ("带病回乡", "带病回乡退役军人"), ("参战", "参战退役人员"), ("2021参战退役军人花名册", "参战退役人员"), ("参试", "参试退役人员"),
        ("参核人员", "参试退役人员"), ("60岁士兵", "农村籍退役士兵"), ("60周岁以上农村籍退役士兵", "农村籍退役士兵"),
        ("老烈子女", "烈士子女"), ("部分烈士子女", "烈士子女"), ("三红", "在乡退伍红军老战士"),
        ("1.伤残", "伤残人员"), ("参战（2021）", "参战退役人员"), ("在乡复员军人花名册", "在乡复员军人"), ("烈士家属", "三属"),
        ("农村籍退役士兵（参战除外）", "农村籍退役士兵"), ("烈士子女(60岁以上)", "烈士子女"), ("参战、带病回乡", ""), ("复员干部", ""),
        ("60周岁以上人员", ""), ("义务兵", ""), ("Sheet1", ""), ("两参人员", ""), ("参战参试", ""), ("2021年汇总", ""),
    ],
)  # fmt: skip
def test_a_sheets_name_tells_the_kind(name, kind):
    assert kind_named(name) == kind


@pytest.mark.parametrize(
    ("heading", "own"),
    [("伤残身份证号", "身份证号"), ("烈士子女身份证号码", "身份证号码"), ("本人姓名", "姓名"), ("退役军人姓名", "姓名"),
     ("监护人身份证号", ""), ("子女身份证号", ""), ("烈士姓名", ""), ("联系人姓名", "")],
)  # fmt: skip
def test_whose_name_and_number_a_heading_speaks_of(heading, own):
    assert own_heading(heading) == own


def test_a_sheet_that_is_called_a_list_of_a_kind_by_its_name_is_of_that_kind():
    """A new kind needs no words of its own in ``kind_words.csv``."""
    for kind in codes.table("kind").names():
        assert kind_named(f"{kind}花名册") == kind


def test_a_list_of_one_category_is_of_it_and_a_list_of_the_whole_kind_of_none():
    assert category_named("烈士遗属花名册", "三属") == "烈士遗属"
    assert category_named("三属花名册", "三属") == ""
    assert category_named("烈士遗属花名册", "参战退役人员") == ""
    assert category_named("2", "三属") == ""
    assert (
        category_named("年满60周岁农村籍退役士兵花名册", "农村籍退役士兵") == ""
    )  # the only one of its kind


@pytest.mark.parametrize(
    ("fields", "headings", "kind"),
    [
        ({"identity.nature"}, [], "伤残人员"), (set(), ["伤残身份证号"], "伤残人员"), (set(), ["参战人员姓名"], "参战退役人员"),
        ({"identity.nature"}, ["参战人员姓名"], ""), (set(), ["姓名", "身份证号"], ""),
    ],
)  # fmt: skip
def test_the_columns_of_one_kind_alone_tell_whose_roster_it_is(fields, headings, kind):
    assert kind_of_signs(fields, headings) == kind
