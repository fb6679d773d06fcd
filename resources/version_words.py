"""What Windows shows of a program file, read from its version resource (``VS_VERSIONINFO``, winver.h)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

BEGINS = "VS_VERSION_INFO\0".encode("utf-16-le")
HEAD = 6  # bytes before a node's name: its length, the size of its value, its kind
TEXT = 1  # the kind of a value that is words


def version_words(content: bytes) -> dict[str, str]:
    """The words by ``FileDescription``, ``CompanyName`` and so on; nothing where there are none."""
    place = content.find(BEGINS) - HEAD
    if place < 0:
        return {}
    try:
        return dict(_words(content[place:], 0))
    except (struct.error, UnicodeDecodeError):  # cut off
        return {}


def _words(block: bytes, at: int) -> Iterator[tuple[str, str]]:
    """The words of a node and of those below it: length, size of its value, kind, name, value, nodes."""
    length, size, kind = struct.unpack_from("<HHH", block, at)
    name, after = _wide(block, at + HEAD)
    begins = _aligned(after)
    if kind == TEXT and size:
        yield name, _wide(block, begins)[0]
        return
    below = _aligned(begins + size)
    while below < at + length and (step := struct.unpack_from("<H", block, below)[0]):
        yield from _words(block, below)
        below = _aligned(below + step)


def _wide(block: bytes, at: int) -> tuple[str, int]:
    """Words in UTF-16 up to their zero, and where the next thing is."""
    end = at
    while struct.unpack_from("<H", block, end)[0]:
        end += 2
    return block[at:end].decode("utf-16-le"), end + 2


def _aligned(place: int) -> int:
    return (place + 3) & ~3
