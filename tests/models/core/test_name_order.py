"""Names stand as a Chinese reader looks for them."""

from __future__ import annotations

import pytest

from models.core.name_order import name_order, place_order


def in_order(*names):
    return sorted(names, key=name_order)


def test_surnames_stand_by_their_reading_as_surnames():
    surnames = ["单", "查", "仇", "区", "曾", "朴", "解", "盖", "乐", "安", "白", "周"]
    assert in_order(*surnames) == ["安", "白", "盖", "区", "朴", "仇", "单", "解", "乐", "曾", "查", "周"]
    assert in_order("魏明", "尉迟恭", "于成") == ["魏明", "于成", "尉迟恭"]


@pytest.mark.parametrize(
    "names",
    [
        ["张三", "张伟", "章安"],  # one surname together, that of fewer strokes first
        ["李安", "李勇"],
        ["王一", "王一一"],  # the shorter first
        ["安康", "昂然"],
        ["吕明", "绿明"],  # tones
        ["张三", "𪚥三"],  # nobody knows how it is read
        ["A三", "安三"],
    ],
)
def test_names_stand_by_pinyin_tone_and_strokes(names):
    assert in_order(*reversed(names)) == names


def test_dots_and_blanks_do_not_count():
    assert name_order("古丽·艾力") == name_order("古丽艾力") == name_order("古丽 艾力")


def test_places_stand_by_the_number_that_they_are_called_by():
    places = ["十二村", "二社区", "一社区", "十社区", "三村", "一〇三连"]
    assert sorted(places, key=place_order) == ["一社区", "二社区", "三村", "十社区", "十二村", "一〇三连"]
