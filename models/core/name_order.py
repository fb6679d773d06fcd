"""The order of names 姓名排序 as a Chinese reader expects it: by pinyin with its tone, then by strokes, character after character.

A surname counts by its reading as a surname: 单 stands under shàn, 尉迟 under yù chí.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

from peewee import Field, fn

from models.core.characters import strokes
from models.core.pinyin import read_aloud
from models.core.record import db
from models.core.words import half_width, plain_text

TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
NO_TONE = "5"
LAST = "~"  # behind all letters: a character whose reading is not known


@lru_cache(maxsize=65536)
def name_order(name: str) -> str:
    """A text by which names sort; also of other Chinese words. Empty for no name."""
    text = half_width(plain_text(name))
    return " ".join(_place(character, reading) for character, reading in read_aloud(text))


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


def _of_value(name: str | None) -> str | None:
    return None if name is None else name_order(name)


db.register_function(_of_value, "name_order", 1, deterministic=True)
