"""Text as people type it: full-width letters, stray spaces, several kinds of middle dot."""

from __future__ import annotations

import re

HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
INVISIBLE = dict.fromkeys([0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0x00AD, 0x200E, 0x200F])
DOTS = str.maketrans(dict.fromkeys("•·・‧∙⋅●．｡。.", "·"))
LATIN = re.compile(r"[A-Za-z]")


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
    words = plain(text)
    if words.isalpha() and not words.isascii():
        return words
    words = half_width(words).translate(DOTS) if not LATIN.search(words) else plain(words.translate(DOTS_BUT_STOP))
    return words if LATIN.search(words) else words.replace(" ", "")


DOTS_BUT_STOP = {code: dot for code, dot in DOTS.items() if chr(code) not in ".．。"}
