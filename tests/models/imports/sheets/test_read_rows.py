"""A row as read: the first reason for which it is refused stays, and a number is refused for what is wrong with it."""

from __future__ import annotations

import pytest

from models.imports.sheets.read_rows import ReadRow, SheetRemark, shape_words


def test_the_first_reason_of_a_refusal_stays_and_every_doubt_is_told():
    row = ReadRow(5, "参战", {"person.name": "B"})
    row.refuse("person.name", "甲", "一")
    row.refuse("person.number", None, "二")
    row.doubt("person.name", "甲", "三")
    row.doubt("person.number", None, "四")
    assert row.refused == SheetRemark(5, "B", "甲", "一")
    assert row.findings == [SheetRemark(5, "B", "甲", "三"), SheetRemark(5, None, None, "四")]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("6301031950061500", "身份证号应为15位或18位，这里是16位"), ("63010319500615001Y", "身份证号中有不该有的字符“Y”，只应有数字，末位可为字母X"),
        ("6301O31950O6150011", "身份证号中有不该有的字符“O”，只应有数字，末位可为字母X"), ("63010348080112x", "15位的身份证号末位应为数字"),
        ("630103199913150011", "身份证号不对，请照证件重新录入"), ("6301X3199913150011", "身份证号中有不该有的字符“X”，只应有数字，末位可为字母X"),
        ("630103 19500615-00", "身份证号应为15位或18位，这里是16位"), ("", "身份证号应为15位或18位，这里是0位"),
    ],
)  # fmt: skip
def test_why_a_text_is_no_citizen_number(number, words):
    assert shape_words(number) == words
