"""Places of people: the village or the street that a title names for all people below it: 东村（2人）, 总寨镇."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from models.core.words import half_width
from models.imports.sheets.cells import shown
from models.imports.words.kind_words import kind_named

NUMBERED = re.compile(
    r"^\(?[一二三四五六七八九十\d]{1,3}[).、,，]+\s*|^(村名|村别|村\(社区\)|社区|单位|所属村|村民?委员?会?)[:：]\s*"
)
COUNTED = re.compile(r"\s*[(:：,，]?\s*(共|计|合计)?\s*\d+\s*[人户名位]?\s*\)?$|[:：]$")
TITLE_COMMUNITY = re.compile(r"[㐀-鿿]{1,12}?(社区|村|居委会|村委会|居民委员会|村民委员会)")
TITLE_STREET = re.compile(r"[㐀-鿿]{1,10}?(街道办事处|街道|镇|乡)")
NO_PLACE = re.compile(r"农村|全镇|全乡|本村|本镇|各村|各镇|乡镇|人员|名单|花名册")


def place_titled(words: str) -> dict[str, str]:
    """The fields that a title gives to the people below it; empty when it is no place. A street ends a village."""
    text = COUNTED.sub("", NUMBERED.sub("", half_width(words).strip())).strip()
    if NO_PLACE.search(text):
        return {}
    if found := re.fullmatch(rf"({TITLE_STREET.pattern})?\s*({TITLE_COMMUNITY.pattern})", text):
        return _named(found[1], found[3])
    named = TITLE_STREET.fullmatch(text) and not kind_named(text)  # 带病回乡 is a kind
    return {"street": text} if named else {}


def below_title(before: dict[str, str], title: str) -> dict[str, str]:
    """What holds below a title, after what held above it: a new street ends the village before it."""
    now = place_titled(title)
    return now if "street" in now else before | now


def place_above(rows: Iterable[Sequence[Any]]) -> dict[str, str]:
    """What the titles above a heading say, a cell that is a place alone."""
    found: dict[str, str] = {}
    for row in rows:
        for cell in row:
            if isinstance(cell, str) and cell:
                found |= place_titled(shown(cell))
    return found


def _named(street: str | None, community: str) -> dict[str, str]:
    return ({"street": street} if street else {}) | {"community": community}
