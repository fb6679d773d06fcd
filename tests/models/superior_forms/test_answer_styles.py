from __future__ import annotations

import pytest

from models.superior_forms.answer_styles import answer_style, codes_in_heading, option_for


@pytest.mark.parametrize(
    ("heading", "table", "codes"),
    [
        ("性别(1男2女)", "sex", {"男": "1", "女": "2"}),
        ("性别（男：1，女：2）", "sex", {"男": "1", "女": "2"}),
        ("是否低保（1.是 0.否）", "yesno", {"是": "1", "否": "0"}),
        ("是否参战(有、无)", "yesno", {"是": "有", "否": "无"}),
        ("性别", "sex", {}),
        ("民族（全称）", "ethnic", {}),
    ],
)
def test_codes_that_a_heading_explains(heading, table, codes):
    assert dict(codes_in_heading(heading, table)) == codes


@pytest.mark.parametrize(
    ("value", "options", "table", "chosen"),
    [
        ("男", ("男", "女"), "sex", "男"),
        ("男", ("1", "2"), "sex", "1"),
        ("男", ("1-男", "2-女"), "sex", "1-男"),
        ("七级", ("6级", "7级"), "grade", "7级"),
        ("总寨镇", ("总寨镇", "南滩街道"), "", "总寨镇"),
        ("总寨镇", ("南滩街道",), "", None),
        ("男", ("男性", "男的"), "sex", None),
    ],
)
def test_of_a_list_the_word_that_says_the_same_or_none(value, options, table, chosen):
    assert option_for(value, options, table) == chosen


def test_an_example_that_is_a_code_wants_codes():
    assert answer_style("person.sex", "性别", "1").by_code
    assert not answer_style("person.sex", "性别", "男").by_code
    assert answer_style("person.ethnic", "民族", "汉").short_nation
