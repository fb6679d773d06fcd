"""Words as people type them: full-width letters, stray spaces, several kinds of middle dot."""

from __future__ import annotations

import re

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
INVISIBLE = dict.fromkeys(
    [
        *(0x00AD, 0x180E, 0x2060, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0x180B, 0x180E),
        *range(0xFE00, 0xFE10),  # variation selectors: another drawing of the same character
        *range(0xE0100, 0xE01F0),
    ]
)
DOTS = str.maketrans(dict.fromkeys("•·・‧∙⋅●．｡。.", "·"))
LATIN_LETTER = re.compile(r"[A-Za-z]")
HEADING_BRACKETS = str.maketrans("（）【】[]〔〕{}，、；", "()()()()(),,,")
STRIPPED = re.compile(r"[\s*＊:：_“”\"'★☆●]")


def half_width(text: str) -> str:
    """Full-width digits, letters and marks made half-width; no Chinese character is touched."""
    return text if text.isascii() else text.translate(HALF_WIDTH)


def plain_text(text: str) -> str:
    """Without what cannot be seen and without space around; inner runs of space become one."""
    if text.isalnum():  # nearly all are: neither space nor anything that cannot be seen
        return text
    return " ".join(text.translate(INVISIBLE).replace("\u3000", " ").replace("\xa0", " ").split())


def personal_name(text: str) -> str:
    """A name as the archive keeps it: no space between Chinese characters, one kind of middle dot (·)."""
    words = half_width(plain_text(text))
    if LATIN_LETTER.search(words):
        return plain_text(words.translate(DOTS_BUT_STOP))
    return words if words.isalpha() else words.translate(DOTS).replace(" ", "")


DOTS_BUT_STOP = {code: dot for code, dot in DOTS.items() if chr(code) not in ".．。"}


def bare_heading(heading: str) -> str:
    """A heading without stars, spaces, line breaks and colons, its brackets and commas half-width."""
    return (
        STRIPPED.sub("", half_width(plain_text(heading).translate(HEADING_BRACKETS)))
        .translate(HEADING_BRACKETS)
        .upper()
    )
