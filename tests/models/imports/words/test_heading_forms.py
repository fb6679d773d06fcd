"""The forms of a heading: what people add to it does not hide it, and whose it is is never left out."""

from __future__ import annotations

import re

import pytest

from models.imports.words.heading_forms import heading_forms

STRANGERS = re.compile("监护人|代领")


def forms(heading):
    return list(heading_forms(heading, STRANGERS))


@pytest.mark.parametrize(
    ("heading", "form"),
    [
        ("姓 名", "姓名"), ("1.姓名", "姓名"), ("伤残身份证号", "身份证号"), ("姓名（全称）", "姓名"), ("退役军人姓名（全称）", "姓名"),
        ("金额（元）", "金额"), ("金额/元", "金额"), ("补助万元", "补助"), ("住址\n填到门牌号", "住址"), ("3.金额（元）", "金额"),
    ],
)  # fmt: skip
def test_what_people_add_to_a_heading_is_left_out(heading, form):
    assert form in forms(heading)


def test_the_nearest_to_what_is_written_comes_first():
    assert forms("1.退役军人姓名（全称）") == [
        "1.退役军人姓名(全称)", "", "退役军人姓名(全称)", "退役军人姓名", "姓名", "退役军人姓名",
    ]  # fmt: skip
    assert forms("金额") == ["金额", "", "金额", "金额", "", "金额"]


def test_whose_a_heading_is_stands_in_its_note_and_stays():
    assert "姓名" not in forms("姓名（监护人）")
    assert "姓名" not in forms("姓名\n监护人填写")
    assert forms("姓名（监护人）") == ["姓名(监护人)", "", "姓名(监护人)", "姓名(监护人)"]


def test_a_heading_of_one_line_has_no_first_line_of_its_own():
    assert len(forms("姓名")) == 6
    assert len(forms("姓名\n")) == 6
    assert forms("姓名\n全称")[-1] == "姓名"
