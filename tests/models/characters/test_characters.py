"""Characters in their several forms."""

from __future__ import annotations

from models.characters.characters import MOST_STROKES, may_stand_for, one_form, strokes


def test_traditional_and_variant_characters_have_one_form():
    assert one_form("陳國強 劉 黃 吳 峯 啓 髙") == "陈国强 刘 黄 吴 峰 启 高"
    assert one_form("张三 abc") == "张三 abc"


def test_a_form_is_not_changed_a_second_time():
    assert all(one_form(one_form(each)) == one_form(each) for each in map(chr, range(0x4E00, 0xA000)))


def test_standard_characters_that_lists_confuse_are_only_alike():
    assert may_stand_for("肖", "萧")
    assert may_stand_for("萧", "肖")
    assert not may_stand_for("李", "张")
    assert one_form("肖") != one_form("萧")


def test_strokes_are_counted():
    assert [strokes(each) for each in "一王张龘"] == [1, 4, 7, 48]
    assert strokes("?") == MOST_STROKES
