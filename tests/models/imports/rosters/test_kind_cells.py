"""Kinds in the words that stand under 优抚类别."""

from __future__ import annotations

import pytest

from models.imports.rosters.kind_cells import kind_in_cell
from models.people.identity import Identity
from tests.factories import citizen_number, workbook


@pytest.mark.parametrize(
    ("words", "kind", "category", "grade", "nature"),
    [
        ("残疾军人（因公七级）", "伤残人员", "残疾军人", "七级", "因公"), ("七级残疾军人", "伤残人员", "残疾军人", "七级", ""),
        ("伤残军人(七级)", "伤残人员", "残疾军人", "七级", ""), ("因战10级", "伤残人员", "", "十级", "因战"),
        ("60岁以上退役士兵", "农村籍退役士兵", "", "", ""), ("60岁老兵", "农村籍退役士兵", "", "", ""),
        ("参战（对越自卫反击战）", "参战退役人员", "参战退役人员", "", ""), ("烈属（父）", "三属", "烈士遗属", "", ""),
        ("带病", "带病回乡退役军人", "", "", ""), ("带病还乡", "带病回乡退役军人", "", "", ""),
        ("红军失散", "在乡退伍红军老战士", "", "", ""), ("病故军人家属", "三属", "病故军人遗属", "", ""),
        ("复员军人（抗美援朝）", "在乡复员军人", "", "", ""),
    ],
)  # fmt: skip
def test_what_people_write_is_understood(words, kind, category, grade, nature):
    said = kind_in_cell(words)
    assert (said.kind, said.category, said.grade, said.nature) == (kind, category, grade, nature)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("两参", "可能是参战，也可能是参试"), ("两参人员", "可能是参战"), ("伤残+参战", "几种身份"), ("参战、60岁以上农村籍退役士兵", "几种身份"),
        ("已故复员军人遗孀", "说的是家属"), ("在乡复员军人遗属", "说的是家属"), ("参战人员配偶", "说的是家属"), ("老模范", "不是已知"),
    ],
)  # fmt: skip
def test_what_is_not_one_kind_is_a_question_with_its_words(words, why):
    said = kind_in_cell(words)
    assert not said.kind
    assert why in said.problem
    assert words in said.problem


def test_columns_of_the_disabled_on_a_list_of_all_kinds_make_nobody_disabled(take_in, tmp_path):
    """Each row was told to contradict the title, and whom no table knew, 60岁老兵, was taken for a disabled soldier."""
    heading = ["姓名", "身份证号", "优抚对象类别", "伤残等级", "伤残性质"]
    rows = [
        ["甲", citizen_number(), "60岁老兵", "", ""],
        ["乙", citizen_number(), "残疾军人", "七级", "因公"],
        ["丙", citizen_number(), "参战", "", ""],
    ]
    plan = take_in(workbook(tmp_path / "a.xlsx", {"名册": [["2020年优抚对象花名册"], heading, *rows]}))
    kinds = {identity.person.name: identity.kind for identity in Identity.select()}
    assert kinds == {"甲": "农村籍退役士兵", "乙": "伤残人员", "丙": "参战退役人员"}
    assert not any("表名、标题" in remark.words for sheet in plan.sheets for remark in sheet.findings)
