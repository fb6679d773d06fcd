"""Breaks of a line as Chinese is set: between any two characters, but not before ，。） nor after （《."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from reports.paper.fonts import Face

NOT_FIRST = frozenset("，。、；：？！）》」』】〕〉”’％‰℃…·～々,.;:?!)]}%")  # may not begin a line (避头)
NOT_LAST = frozenset("（《「『【〔〈“‘([{￥$")  # may not end one (避尾)
UNSEEN = dict.fromkeys(
    [
        *range(0x20),
        *range(0x7F, 0xA0),
        0xAD,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0xFE00, 0xFE10),
        0xFEFF,
        *range(0xE0100, 0xE01F0),
    ]
) | {0x09: " ", 0x0A: "\n", 0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n", 0xA0: " "}
LONG_WORD = re.compile(
    r"(?:[0-9A-Za-z@#&+\-_/\\.:*'’]|(?<=[0-9]),(?=[0-9]{3}))+"
)  # a number or foreign word stays on one line when it can


def clean(text: str) -> str:
    """The text without what has no shape of its own; only line breaks stay as they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(UNSEEN)


def wrap(text: str, face: Face, size: float, width: float) -> list[str]:
    """The lines of a text in a column of ``width`` points.

    Nothing is lost: the lines joined are the text without its line breaks. Spaces at the end of a line may hang
    over the edge. Only a single character broader than the column stands out of it.
    """
    room = width * 1000 / size + 0.01
    if "\n" not in text and face.look(text).width <= room:
        return [text]
    return [line for part in text.split("\n") for line in fill(part, map(face.width, part), room)]


def fill(text: str, widths: Iterable[float], room: float) -> list[str]:
    """The lines of a text without line breaks, whose characters are so wide, in a column of ``room``."""
    ends = list(accumulate(widths))
    inside = _inside_words(text)
    lines: list[str] = []
    start, used = 0, 0.0
    while start < len(text):
        end = start
        while end < len(text) and (ends[end] - used <= room or text[end] == " "):
            end += 1
        end = _break(text, start, max(end, start + 1), inside)
        lines.append(text[start:end])
        start, used = end, ends[end - 1]
    return lines or [""]


def _break(text: str, start: int, end: int, inside: set[int]) -> int:
    """The best place to break at or before ``end``: where the rules allow it, else ``end`` itself."""
    if end >= len(text):
        return len(text)
    for place in range(end, start, -1):
        if place not in inside and text[place] not in NOT_FIRST and text[place - 1] not in NOT_LAST:
            return place
    return end


def _inside_words(text: str) -> set[int]:
    """The places inside numbers and foreign words, where a line had better not be broken."""
    return {place for word in LONG_WORD.finditer(text) for place in range(word.start() + 1, word.end())}
