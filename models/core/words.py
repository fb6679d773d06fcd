"""Text as people type it: full-width letters, stray spaces, several kinds of middle dot."""

from __future__ import annotations

import re

HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
INVISIBLE = dict.fromkeys(
    [0x00AD, 0x180E, 0x2060, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
DOTS = str.maketrans(dict.fromkeys("•·・‧∙⋅●．｡。.", "·"))
LATIN = re.compile(r"[A-Za-z]")
BRACKETS = str.maketrans("（）【】[]〔〕{}，、；", "()()()()(),,,")
STRIPPED = re.compile(r"[\s*＊:：_“”\"'★☆●]")


def half_width(text: str) -> str:
    """Full-width digits, letters and marks made half-width; no Chinese character is touched."""
    return text if text.isascii() else text.translate(HALF)


def plain(text: str) -> str:
    """Without what cannot be seen and without space around; inner runs of space become one."""
    if text.isalnum():  # nearly all are: neither space nor anything that cannot be seen
        return text
    return " ".join(text.translate(INVISIBLE).replace("\u3000", " ").replace("\xa0", " ").split())


def personal_name(text: str) -> str:
    """A name as the archive keeps it: no space between Chinese characters, one kind of middle dot (·)."""
    words = half_width(plain(text))
    if LATIN.search(words):
        return plain(words.translate(DOTS_BUT_STOP))
    return words if words.isalpha() else words.translate(DOTS).replace(" ", "")


DOTS_BUT_STOP = {code: dot for code, dot in DOTS.items() if chr(code) not in ".．。"}


def bare(heading: str) -> str:
    """A heading without stars, spaces, line breaks and colons, its brackets and commas half-width."""
    return STRIPPED.sub("", half_width(plain(heading).translate(BRACKETS))).translate(BRACKETS).upper()
