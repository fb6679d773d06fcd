"""The rows of a PNG 图片的行: whether all are there, which a decoder does not ask of a picture that ends rightly (ISO/IEC 15948)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

HEADER = slice(16, 29)  # what IHDR holds: width, height, bits, colour, packing, filter, interlace
FIRST_CHUNK = 8
DOTS_OF_COLOURS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type (11.2.2)
ONE_PASS = ((0, 0, 1, 1),)
ADAM7 = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)  # (8.2)
UNPACKED_AT_ONCE = 1 << 20


def has_all_rows(png: bytes) -> bool:
    """Whether its data unpacks to as many bytes as its rows have. ``zlib.error`` or ``struct.error`` when it is broken."""
    missing = _bytes_of_rows(*struct.unpack(">IIBBBBB", png[HEADER]))
    unpacking = zlib.decompressobj()
    for packed in _data(png):
        while packed and missing > 0:
            missing -= len(unpacking.decompress(packed, UNPACKED_AT_ONCE))
            packed = unpacking.unconsumed_tail
    return missing <= 0


def _bytes_of_rows(width: int, height: int, bits: int, colour: int, _: int, __: int, interlaced: int) -> int:
    """Each row of each pass has a byte more, which tells its filter."""
    dot, total = bits * DOTS_OF_COLOURS.get(colour, 1), 0
    for left, top, across, down in ADAM7 if interlaced else ONE_PASS:
        dots, rows = -(-(width - left) // across), -(-(height - top) // down)
        total += rows * (1 + -(-dots * dot // 8)) if dots > 0 else 0
    return total


def _data(png: bytes) -> Iterator[bytes]:
    at = FIRST_CHUNK
    while at + 8 <= len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        if kind == b"IDAT":
            yield png[at + 8 : at + 8 + length]
        at += 12 + length
