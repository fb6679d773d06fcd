"""Encodings: told by what a text holds, never a jumble where another one makes sense of it."""

from __future__ import annotations

import pytest

from models.imports.workbooks.encodings import decoded, said_charset

TEXT = "姓名,身份证号\r\n张三,630103"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<meta charset="GB2312">', "gb2312"), (b"<meta charset = 'utf-8'>", "utf-8"), (b'<?xml version="1.0" encoding="UTF-16"?>', "utf-16"),
        (b"<html><p>charset</p>", ""), (b" " * 4081 + b"charset=utf-8xyz", "utf-8xy"), (b" " * 4096 + b"charset=utf-8", ""),
    ],
)  # fmt: skip
def test_what_a_page_says_of_its_encoding_near_its_beginning(data, charset):
    assert said_charset(data) == charset


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_two_bytes_each_are_told_by_the_side_of_the_noughts(encoding):
    assert decoded(TEXT.encode(encoding)) == TEXT


def test_noughts_on_both_sides_are_no_text():
    assert decoded(b"\0\0\1\2") is None
    assert decoded(b"a\0\0b") is None


def test_controls_are_no_text_in_any_encoding():
    assert decoded(b"abc\x01") is None
    assert decoded(b"\xef\xbb\xbfabc\x01") is None
    assert decoded("甲\x02乙".encode("gb18030")) is None
    assert decoded(b"a\tb\r\n") == "a\tb\r\n"


def test_a_text_without_chinese_is_what_it_is():
    assert decoded(b"caf\xe9!") is None or "caf" in decoded(b"caf\xe9!")
    assert decoded(b"name,number") == "name,number"
    assert decoded(b"") == ""


def test_big5_is_known_by_its_usual_half_and_gb18030_by_its_own():
    full = "姓名,身分證號,備註\r\n陳國華,630103194808151110,退伍軍人，現住臺北市中山區\r\n林志明,1,遷居新竹縣竹北市"
    assert decoded(full.encode("big5")) == full
    simple = "姓名,住址\r\n陈国华,湟中区总寨镇"
    assert decoded(simple.encode("gb18030")) == simple


def test_six_of_ten_usual_characters_are_enough_for_gb18030_whatever_big5_makes_of_it():
    usual, rare = "国人民政府", "騳騴騵騸騹"  # the rare ones are in GB18030 and not in GB2312
    text = usual[:3] + rare[:2]
    assert decoded(text.encode("gb18030")) == text
