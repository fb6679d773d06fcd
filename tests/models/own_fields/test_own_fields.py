"""Fields of the office's own: what may be one, in which order, and how each type keeps what is said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.own_fields.own_fields import OwnField, OwnType, all_own_fields, move_field, own_fields
from models.undo.undo import undo

USER = "王芳"


def names():
    return [each.name for each in own_fields()]


@pytest.mark.parametrize(
    "name",
    ["姓名", "联系电话", "身份证号", "伤残等级", "银行账号", "公民身份号码", "身份证 号：", "村(社区)"],
)
def test_a_field_that_the_program_has_is_not_defined_again(define, name):
    with pytest.raises(
        Invalid, match=f"程序已有“{name[:2]}.*”这一栏，直接用它登记，或换一个名称".replace("(", r"\(")
    ):
        define(name, "文字")
    assert all_own_fields() == []


def test_no_two_fields_share_a_name_however_it_is_written(define):
    define("原属部队兵种", "文字")
    with pytest.raises(Invalid, match="已有自设栏目“原属部队 兵种”"):
        define("原属部队 兵种", "整数")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"name": "", "type": "文字"}, "请给这一栏起一个名称"),
        ({"name": "ABC", "type": "文字"}, "请用汉字写"),
        ({"name": "长" * 21, "type": "文字"}, "不超过20个字"),
        ({"name": "兵种", "type": ""}, "请选择类型"),
        ({"name": "联络等次", "type": "选项", "choices": "甲"}, "至少两个可选的词"),
    ],
)
def test_what_is_no_whole_definition_is_refused_with_a_sentence(define, facts, why):
    with pytest.raises(Invalid, match=why):
        define(**facts)


def test_fields_stand_in_their_order_and_a_retired_one_is_asked_no_more(define):
    first, _, third = (define(name, "文字") for name in ("兵种", "籍贯连队", "联络员"))
    with journal.entry("调整", USER):
        move_field(third, -1)
    assert names() == ["兵种", "联络员", "籍贯连队"]
    with journal.entry("停用", USER):
        first.retired = True
        first.save()
    assert names() == ["联络员", "籍贯连队"]
    assert len(all_own_fields()) == 3
    undo(journal.last_number(), USER)
    assert names() == ["兵种", "联络员", "籍贯连队"]


def test_a_definition_that_was_given_up_was_never_one(archive):
    def give_up():
        with journal.entry("登记自设栏目", USER):
            OwnField(name="兵种", type="文字").save()
            assert names() == ["兵种"]
            raise Refusal("停电")

    with pytest.raises(Refusal):
        give_up()
    assert names() == []


VALUES = {
    OwnType.WORDS: st.text(max_size=30).map(str.strip),
    OwnType.DAY: st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(PartDate.of)
    | st.builds(PartDate, st.integers(1900, 2099), st.integers(1, 12)),
    OwnType.COUNT: st.integers(0, 10**9 - 1),
    OwnType.MONEY: st.integers(-(10**14) + 1, 10**14 - 1).map(lambda fen: Decimal(fen).scaleb(-2)),
    OwnType.FLAG: st.booleans(),
    OwnType.CHOICE: st.sampled_from(["甲", "乙", "丙"]),
}


@pytest.mark.parametrize("type", OwnType)
@given(data=st.data())
def test_what_is_said_is_what_is_read_back(type, data):
    field = OwnField(name="栏", type=type, choices="甲、乙、丙")
    value = data.draw(VALUES[type])
    words = field.says(value)
    assert field.value(words) == value
    assert field.says(field.value(words)) == words


@pytest.mark.parametrize(
    ("type", "words"),
    [("日期", "前年"), ("整数", "三"), ("整数", "1.5"), ("金额", "12"), ("是/否", "对"), ("选项", "丁")],
)
def test_what_does_not_fit_is_told_and_shown_as_it_is(type, words):
    field = OwnField(name="栏", type=type, choices="甲、乙")
    with pytest.raises(ValueError, match=f"写着“{words}”，不是"):
        field.value(words)
    assert field.shown(words) == words
