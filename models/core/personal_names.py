"""Personal names in two ways of writing, and whether they are one name: one rule for imports, lists of the dead, bank returns and search.

Middle dots, blanks, variation selectors, width, traditional and variant characters never make another name. A system that knows
fewer characters writes ``?``, a list that hides a part ``*``, a bank the parts of a rare character in brackets, as ``朱(龙天)``:
these stand for what is not known, and agree with any character where a number or an account says who it is. Brackets, and
characters of which lists write one for the other (肖 for 萧), are shown and asked (``name_doubt``), never silently equal.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

from models.characters.characters import may_stand_for, one_form
from models.core.words import half_width, plain_text

BETWEEN_PARTS = re.compile(r"[\s•·・‧∙⋅●．｡。.•᛫᠂˙ꞏ\-‐‑–—]+")
UNKNOWN_CHARACTER, HIDDEN = "?□■�\ue000-\uf8ff\U000f0000-\U0010fffd", "*"
BRACKETS = str.maketrans("〔〕【】[]{}〈〉《》「」⟨⟩（）［］｛｝", "()" * 11)
COMPONENTS = re.compile(r"\(([㐀-鿿𠀀-𲎯]{2,3})\)")
NO_COMPONENTS = re.compile(r"[已故亡死停发迁外去世病户父母夫妻子女儿兄弟姐妹孙代领家属本人男女大小老]")
NAME_UNKNOWN = re.compile(rf"[{UNKNOWN_CHARACTER}{HIDDEN}]+")
MAY_BE_ONE = "姓名写作“{}”，档案中是“{}”，请核对是不是同一个字"


class Likeness(IntEnum):
    """How alike two names are."""

    OTHER = 0
    IN_PART = 1  # they agree as far as one of them is known
    TO_BE_ASKED = 2  # by the parts of a character, or by characters that lists write one for the other
    ONE = 3


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name as it is compared: without dots, blanks and what cannot be seen, half-width, each character in one form."""
    text = unicodedata.normalize("NFKC", half_width(plain_text(name)))
    return one_form(BETWEEN_PARTS.sub("", text.translate(BRACKETS))).upper()


def is_by_components(name: str) -> bool:
    """Whether a name has a rare character written by its parts, as ``朱(龙天)``; 张三(已故) has not."""
    text = half_width(name).translate(BRACKETS)
    found = COMPONENTS.search(text)
    if found is None or len(text) > 8 or NO_COMPONENTS.search(found[1]):
        return False
    return found.start() == 1 or found.end() < len(text)


def likeness(one: str, other: str) -> Likeness:
    """How alike two names are, in whatever way both are written."""
    keys = name_key(one), name_key(other)
    if keys[0] == keys[1]:
        return Likeness.ONE
    if not all(keys):
        return Likeness.OTHER
    if len(keys[0]) == len(keys[1]) and all(map(may_stand_for, *keys)):
        return Likeness.TO_BE_ASKED
    if not (_fits(*keys) or _fits(*reversed(keys))):
        return Likeness.OTHER
    return Likeness.TO_BE_ASKED if any(map(is_by_components, (one, other))) else Likeness.IN_PART


def same_name(one: str, other: str) -> bool:
    """Whether two names are one but for dots, blanks, width and the forms of characters."""
    return name_key(one) == name_key(other)


def names_agree(one: str, other: str) -> bool:
    """Whether two names can be one where a number has said so: what one of them does not know may be anything."""
    return likeness(one, other) != Likeness.OTHER


def name_doubt(written: str, known: str) -> str:
    """What is to be asked of a name that agrees with the known one; empty when nothing is."""
    return MAY_BE_ONE.format(written, known) if likeness(written, known) == Likeness.TO_BE_ASKED else ""


def is_unsure_name(name: str) -> bool:
    """Whether a part of a name is not known: hidden, or of a character that a system does not have."""
    return NAME_UNKNOWN.search(name_key(name)) is not None or is_by_components(name)


def is_better_name(written: str, known: str) -> bool:
    """Whether a name should replace the same one as it is known: it has a dot, or a character, that the other lacks."""
    if same_name(written, known):
        return "·" in written and "·" not in known
    return names_agree(written, known) and is_unsure_name(known) and not is_unsure_name(written)


def _fits(written: str, known: str) -> bool:
    """Whether what is written of a name, with signs for what is unknown, can be the known one."""
    wanted = name_pattern(written)
    return wanted is not None and wanted.fullmatch(known) is not None


@lru_cache(maxsize=4096)
def name_pattern(key: str) -> re.Pattern[str] | None:
    """What fits a name's key of which some is unknown: a ``?`` is one character, ``*`` up to four; None when all is known."""
    key = COMPONENTS.sub(lambda found: found[0] if NO_COMPONENTS.search(found[1]) else "?", key)
    parts = NAME_UNKNOWN.split(key)
    if len(parts) < 2 or not any(parts):
        return None
    gaps = (f".{{1,{4 if HIDDEN in gap else len(gap)}}}" for gap in NAME_UNKNOWN.findall(key))
    return re.compile("".join(re.escape(part) + next(gaps, "") for part in parts))
