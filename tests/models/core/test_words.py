from __future__ import annotations

import pytest

from models.core.words import bare_heading, half_width, personal_name, plain_text


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
        ("张Ｃ", "张C"),
        ("\u202d王芳\u202c", "王芳"),
    ],
)
def test_a_name_is_kept_one_way(typed, name):
    assert personal_name(typed) == name


def test_no_chinese_character_is_changed_by_making_half_width():
    compatible = "〇豈更﨑"
    assert half_width(f"Ａ１（{compatible}）") == f"A1({compatible})"


def test_what_cannot_be_seen_is_dropped():
    assert plain_text("\ufeff西宁市\xa0 城中区\n总寨镇 ") == "西宁市 城中区 总寨镇"


@pytest.mark.parametrize("typed", ["出生\n日期*", "＊出生日期：", "出 生 日 期", "\ufeff出生日期★"])
def test_a_heading_is_bare_of_what_offices_put_round_it(typed):
    assert bare_heading(typed) == "出生日期"
