"""A filter asks what the office's own fields say, by their types, and says so in words."""

from __future__ import annotations

import pytest

from models.core import journal
from models.filters.filters import Filter
from models.own_fields.own_conditions import OwnFieldCondition
from models.own_fields.own_values import define, keep_own

USER = "王芳"
ROWS = {
    "甲": ("高炮", "2001-03-05", "10", "100.00", "是", "优"),
    "乙": ("步兵", "2001", "9", "99.99", "否", "良"),
    "丙": ("", "", "", "", "", ""),
}


@pytest.fixture
def fields(define, person):
    made = [
        define("兵种", "文字"), define("入会日期", "日期"), define("子女人数", "整数"), define("互助金", "金额", secret=True),
        define("是否志愿者", "是/否"), define("联络等次", "选项", choices="优、良"),
    ]  # fmt: skip
    for name, words in ROWS.items():
        who = person(name=name)
        with journal.entry("修改", USER):
            keep_own(who.id, {field.key: said for field, said in zip(made, words, strict=True)})
    return made


@pytest.mark.parametrize(
    ("number", "asked", "found", "said"),
    [
        (0, {"words": "炮"}, "甲", "兵种含“炮”"),
        (0, {"words": "未登记"}, "丙", "未登记兵种"),
        (1, {"low": "2001-03"}, "甲", "入会日期2001-03起"),
        (1, {"high": "2001"}, "甲乙", "入会日期2001止"),
        (2, {"low": "10"}, "甲", "子女人数10以上"),
        (2, {"high": "9"}, "乙", "子女人数9以下"),
        (3, {"low": "99.99", "high": "100.00"}, "甲乙", "互助金99.99至100.00"),
        (4, {"words": "否"}, "乙", "是否志愿者：否"),
        (5, {"words": "优"}, "甲", "联络等次：优"),
    ],
)
def test_each_type_is_asked_in_its_way(fields, number, asked, found, said):
    wanted = Filter(own=(OwnFieldCondition(fields[number].key, **asked),))
    assert "".join(each.name for each in wanted.query()) == found
    assert wanted.sentence() == said
    assert Filter.read(wanted.text()) == wanted


def test_a_kept_filter_on_a_field_that_has_another_type_by_now_excludes_nobody(fields):
    wanted = Filter(own=(OwnFieldCondition(fields[3].key, low="99.99"),))
    fields[3].type = "整数"
    with journal.entry("修改自设栏目", USER):
        define(fields[3])
    assert wanted.query().count() == 3
    assert wanted.sentence() == "全部优抚对象"
