"""What is said by a file 文件里的字: words with their place, seen or hidden, and what lies inside it."""

from __future__ import annotations

from typing import NamedTuple


class SaidWords(NamedTuple):
    """Words and where they stand, as ``第3页`` or ``批注``."""

    where: str
    words: str


class Inside(NamedTuple):
    """Another file inside one: a picture, an attachment, a part of a packed folder."""

    name: str
    content: bytes
