"""One row of a roster: cells that say two things, names that are none, numbers out of shape."""

from __future__ import annotations

import pytest

from models.core.citizen_number import check_digit
from models.imports.rosters.reading import read_roster_sheet
from models.imports.sheets.read_rows import SPOILT_WORDS
from models.imports.workbooks.sheet import Sheet
from tests.factories import citizen_number

HEADING = ["姓名", "身份证号", "伤残等级", "伤残性质", "联系电话", "其他电话", "优抚对象类别"]


def line(*cells, **by_heading):
    row = dict(zip(HEADING, ["张三", citizen_number(), "七级", "因战", "", "", ""], strict=True)) | by_heading
    sheet = Sheet("伤残", False, [HEADING, list(row.values())], 1, 0, (), frozenset(), 0)
    (only,) = read_roster_sheet(sheet).lines
    return only


@pytest.mark.parametrize(
    ("grade", "nature", "facts"),
    [
        ("因公七级", "", ("七级", "因公")),
        ("7级（因战）", "", ("七级", "因战")),
        ("残7级", "战", ("七级", "因战")),
        ("", "因公七级", ("七级", "因公")),
    ],
)
def test_grade_and_nature_in_one_cell(grade, nature, facts):
    read = line(伤残等级=grade, 伤残性质=nature)
    assert (read.identity["grade"], read.identity["nature"]) == facts
    assert read.findings == []


def test_grade_and_nature_that_disagree_are_told():
    read = line(伤残等级="因公七级", 伤残性质="因战")
    assert (read.identity["grade"], read.identity["nature"]) == ("七级", "因战")
    assert [remark.words for remark in read.findings] == [
        "“因公七级”与同一行的“因战”不一致，以“因战”为准，请核对"
    ]


def test_two_phones_in_one_cell_are_two():
    read = line(联系电话="13900000000/0971-8212345")
    assert (read.person["phone"], read.person["other_phone"]) == ("13900000000", "0971-8212345")
    assert "other_phone" not in line(联系电话=13900000000.0).person


def test_a_second_phone_does_not_push_out_the_other_one():
    read = line(联系电话="13900000000/13911111111", 其他电话="0971-8212345")
    assert (read.person["phone"], read.person["other_phone"]) == ("13900000000、13911111111", "0971-8212345")


def test_a_note_behind_a_name_is_kept_as_a_note():
    read = line(姓名="张三（已故）")
    assert read.person["name"] == "张三"
    assert read.notes == {"姓名": "张三(已故)"}
    assert [remark.words for remark in read.findings] == [
        "姓名“张三”后面的“（已故）”不算姓名，原样记为备注",
        "姓名写着“张三(已故)”，请核对是否已去世、停发或迁出",
    ]


@pytest.mark.parametrize("name", ["123", 5.0, "***"])
def test_what_has_no_letter_is_no_name(name):
    assert line(姓名=name).refused.words.endswith("不是姓名")


@pytest.mark.parametrize(("name", "sign"), [("张三*", "*"), ("1张三", "1"), ("张三、李四", "、")])
def test_a_name_with_strange_signs_is_told(name, sign):
    read = line(姓名=name)
    assert read.refused is None
    assert read.findings[0].words == f"姓名“{name}”中有“{sign}”，请核对"


@pytest.mark.parametrize("name", ["尼玛·扎西", "李𬱖", "Abdul Rahman"])
def test_a_rare_name_is_not_strange(name):
    assert line(姓名=name).findings == []


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("63010319500615997×", "身份证号中有不该有的字符“×”，只应有数字，末位可为字母X"),
        ("630103195006159971（母亲）", "身份证号中有不该有的字符“(母亲)”，只应有数字，末位可为字母X"),
        ("63010350061512X", "15位的身份证号末位应为数字"),
        ("63010319500615997", "身份证号应为15位或18位，这里是17位"),
        ("无", "没有身份证号"),
    ],
)
def test_a_number_out_of_shape_is_refused_with_what_is_wrong(number, reason):
    assert line(身份证号=number).refused.words == reason


def test_the_name_of_a_kind_in_the_column_of_categories_is_no_unknown_category():
    assert "category" not in line(优抚对象类别="伤残人员").identity
    of_another = line(优抚对象类别="三属")
    assert (of_another.kind, "category" in of_another.identity) == ("三属", False)


def test_a_number_that_a_spreadsheet_has_rounded_is_refused_and_not_doubted():
    read = line(身份证号="630103194102110000")
    assert read.refused is not None
    assert "000" in read.refused.value
    assert read.refused.words == SPOILT_WORDS.format("630103194102110000")
    right = f"63010319410211{'000'}"
    assert line(身份证号=right + check_digit(right)).refused is None


def test_the_first_reason_why_a_row_is_refused_is_told():
    read = line(姓名="", 身份证号="630103194102110000")
    assert read.refused.words == "没有姓名"
