"""Personal names in two ways of writing, and whether they are one name: one rule for imports, lists of the dead, bank returns and search.

Middle dots, blanks, variation selectors and width never make another name. A system that knows fewer characters writes ``?``,
a list that hides a part ``*``, a bank the parts of a rare character in brackets, as ``朱(龙天)``: these stand for what
is not known, and agree with any character where a number or an account says who it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from models.core.words import half_width, plain_text

BETWEEN_PARTS = re.compile(r"[\s•·・‧∙⋅●．｡。.•᛫᠂˙ꞏ\-]+")
UNKNOWN = r"?*□■�"
COMPONENTS = re.compile(r"\(([㐀-鿿𠀀-𲎯]{2,3})\)")
NO_COMPONENTS = re.compile(r"[已故亡死停发迁外去世病户父母夫妻子女儿兄弟姐妹孙代领家属本人男女大小老]")
NAME_UNKNOWN = re.compile(rf"(?:[{re.escape(UNKNOWN)}]|[\ue000-\uf8ff\U000f0000-\U0010fffd])+")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name as it is compared: without dots, blanks and what cannot be seen, half-width, compatible forms made one."""
    text = unicodedata.normalize("NFKC", half_width(plain_text(name)))
    return BETWEEN_PARTS.sub("", text).upper()


def is_by_components(name: str) -> bool:
    """Whether a name has a rare character written by its parts, as ``朱(龙天)``; 张三(已故) has not."""
    text = half_width(name)
    found = COMPONENTS.search(text)
    if found is None or len(text) > 8 or NO_COMPONENTS.search(found[1]):
        return False
    return found.start() == 1 or found.end() < len(text)


def same_name(one: str, other: str) -> bool:
    """Whether two names are written alike but for dots, blanks and width."""
    return name_key(one) == name_key(other)


def names_agree(one: str, other: str) -> bool:
    """Whether two names can be one where a number has said so: what one of them does not know may be anything."""
    return same_name(one, other) or _fits(one, other) or _fits(other, one)


def is_better_name(written: str, known: str) -> bool:
    """Whether a name should replace the same one as it is known: it has a dot that the other lacks, and lacks nothing."""
    return same_name(written, known) and "·" in written and "·" not in known


def _fits(written: str, known: str) -> bool:
    """Whether what is written of a name, with signs for what is unknown, can be the known one."""
    key = name_key(written)
    key = COMPONENTS.sub(lambda found: found[0] if NO_COMPONENTS.search(found[1]) else "?", key)
    parts = NAME_UNKNOWN.split(key)
    if len(parts) < 2 or not any(parts):
        return False
    return re.fullmatch(".{1,4}".join(map(re.escape, parts)), name_key(known)) is not None
