from __future__ import annotations

from models.imports.workbooks.parts import Merge
from models.imports.workbooks.sheet import Sheet
from models.superior_forms.asking_pages import asking_page, is_blank


def page(rows, *merges):
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    return asking_page(Sheet("表", False, rows, 1, 0, tuple(merges), frozenset(), 0))


FORM = [
    ["残疾军人登记表"],
    ["姓名", "", "性别", "□男 □女", "民族", "", "照片"],
    ["出生年月", "　　年　月", "政治面貌", "", "文化程度", "", ""],
    ["身份证号码", "", "", "联系电话", "", "", ""],
    ["家庭住址", "", "", "", "帮扶措施", "", ""],
    ["家庭成员", "称谓", "姓名", "年龄", "工作单位"],
    ["", "", "", "", ""],
    ["村（社区）意见", ""],
    ["填表人：　　　联系电话：　　　填表日期："],
]
MERGES = (Merge(4, 1, 4, 2), Merge(4, 4, 4, 5), Merge(5, 1, 5, 3), Merge(6, 0, 7, 0), Merge(1, 0, 1, 6))


def known(asking):
    return {fact.field: fact for fact in asking.asked if fact.sure}


def test_labels_and_the_blanks_behind_them():
    found = known(page(FORM, *MERGES))
    assert {each: found[each].place for each in ("person.name", "person.number", "person.phone")} == {
        "person.name": (2, 1), "person.number": (4, 1), "person.phone": (4, 4),
    }  # fmt: skip
    assert found["person.born"].before == "　　年　月"
    assert found["row.by_hand"].heading == "村（社区）意见"


def test_a_label_that_nobody_knows_is_told():
    assert [fact.heading for fact in page(FORM, *MERGES).asked if fact.open and not fact.others] == [
        "帮扶措施"
    ]


def test_what_is_asked_of_the_family_is_answered_with_the_family_and_never_with_the_person():
    family = [fact for fact in page(FORM, *MERGES).asked if fact.heading.startswith("家庭成员")]
    assert [fact.field for fact in family] == [
        "family.relation",
        "family.name",
        "family.age",
        "family.employer",
    ]
    assert {fact.rows for fact in family} == {1}


def test_what_is_asked_of_a_guardian_is_told_and_left():
    rows = [
        ["姓名", "", "性别", "", "身份证号", ""], ["监护人", "姓名", "", "联系电话", "", ""], ["", "住址", "", "", "", ""],
    ]  # fmt: skip
    asking = page(rows, Merge(2, 0, 3, 0))
    assert [(fact.heading, fact.field) for fact in asking.asked if fact.others] == [
        ("监护人姓名", ""), ("监护人联系电话", ""), ("监护人住址", ""),
    ]  # fmt: skip


def test_who_fills_it_in_is_not_asked_of_the_person():
    assert not [fact for fact in page(FORM, *MERGES).asked if fact.label[0] == 9]


def test_blanks_in_the_label_s_own_cell():
    asking = page([["姓名：______　　性别：____"], ["身份证号：__________　联系电话：________"]])
    assert [fact.field for fact in asking.asked] == [
        "person.name",
        "person.sex",
        "person.number",
        "person.phone",
    ]
    name = asking.asked[0]
    assert name.before[slice(*name.part)].strip("_　") == ""


def test_strokes_boxes_and_days_are_blanks():
    assert all(map(is_blank, ("", "____", "　年　月　日", "□是 □否", "／")))
    assert not any(map(is_blank, ("张三", "2020年1月", "是")))
