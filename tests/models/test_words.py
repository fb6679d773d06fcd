from __future__ import annotations

import pytest

from models.words import half_width, personal_name, plain


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("张 三", "张三"),
        ("张　三", "张三"),
        (" 王\u200b芳 ", "王芳"),
        ("阿卜杜•热合曼", "阿卜杜·热合曼"),
        ("阿卜杜.热合曼", "阿卜杜·热合曼"),
        ("阿卜杜．热合曼", "阿卜杜·热合曼"),
        ("阿卜杜 · 热合曼", "阿卜杜·热合曼"),
        ("李𬱖", "李𬱖"),
        ("王𠅤", "王𠅤"),
        ("Anna  Louise", "Anna Louise"),
    ],
)
def test_a_name_is_kept_one_way(typed, name):
    assert personal_name(typed) == name


def test_no_chinese_character_is_changed_by_making_half_width():
    compatible = "〇豈更﨑"
    assert half_width(f"Ａ１（{compatible}）") == f"A1({compatible})"


def test_what_cannot_be_seen_is_dropped():
    assert plain("\ufeff西宁市\xa0 城中区\n总寨镇 ") == "西宁市 城中区 总寨镇"
