"""The order of names 姓名排序 as a Chinese reader expects it: by pinyin with its tone, then by strokes, character after character.

A surname counts by its reading as a surname: 单 stands under shàn, 尉迟 under yù chí.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from peewee import Field, fn

from models.characters.characters import strokes
from models.core.pinyin import read_aloud
from models.core.record import db
from models.core.words import half_width, plain_text

TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
NO_TONE = "5"
NUMERALS = {"零": 0, "〇": 0, **{each: place for place, each in enumerate("一二三四五六七八九", start=1)}}
PLACE_NUMBER = re.compile("[零〇一二三四五六七八九十百]+")
LAST = "~"  # behind all letters: a character whose reading is not known


@lru_cache(maxsize=65536)
def name_order(name: str) -> str:
    """A text by which names sort; also of other Chinese words. Empty for no name."""
    text = half_width(plain_text(name))
    return " ".join(_place(character, reading) for character, reading in read_aloud(text))


def place_order(name: str) -> str:
    """The same for a place or a unit, whose numbers count: 二社区 before 十社区, 三村 before 十二村."""
    return name_order(PLACE_NUMBER.sub(lambda found: f"{_counted(found[0]):04d}", name))


def _counted(numeral: str) -> int:
    """``十二`` as 12, ``一〇三`` as 103."""
    if not set(numeral) & {"十", "百"}:
        return int("".join(str(NUMERALS[each]) for each in numeral))
    total = last = 0
    for each in numeral:
        if each in NUMERALS:
            last = NUMERALS[each]
        else:
            total, last = total + (last or 1) * (100 if each == "百" else 10), 0
    return total + last


def in_name_order(field: Field) -> Any:
    """What a query is sorted by for the names in a field."""
    return fn.name_order(field)


@cache
def _place(character: str, reading: str) -> str:
    """Where a character stands among others."""
    if not reading:
        return character.lower() if character.isascii() else f"{LAST}{character}"
    return f"{_typed_with_tone(reading)}{strokes(character):02d}{character}"


def _typed_with_tone(reading: str) -> str:
    """``lǚ`` as ``lv3``: the letters, then the tone."""
    marks = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    tone = next((TONES[each] for each in marks if each in TONES), NO_TONE)
    return "".join(each for each in marks if not unicodedata.combining(each)) + tone


def in_place_order(field: Field) -> Any:
    """What a query is sorted by for the places in a field."""
    return fn.place_order(field)


def _of_value(name: str | None) -> str | None:
    return None if name is None else name_order(name)


def _of_place(name: str | None) -> str | None:
    return None if name is None else place_order(name)


db.register_function(_of_value, "name_order", 1, deterministic=True)
db.register_function(_of_place, "place_order", 1, deterministic=True)
