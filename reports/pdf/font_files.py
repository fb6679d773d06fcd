"""Font files 字体文件 of their own, made of the faces in a PDF, which a system can install for the time of printing.

A face in a PDF has no table of characters that a system reads, and the name of the whole face that it was cut from. Here it
gets a name that nothing else has; its glyphs are asked for by their numbers.
"""

from __future__ import annotations

import hashlib
import struct

from reports.pdf.page_content import OtherHand

WINDOWS, UNICODE, ENGLISH = 3, 1, 0x409
PRIVATE, MOST_PRIVATE = 0xE000, 6400  # characters that mean nothing: what system fonts must have some of
HEADER, ENTRY = 12, 16  # bytes
MAGIC = 0xB1B0AFBA  # what the whole file's sum of words is taken from


def installable(program: bytes) -> tuple[str, bytes]:
    """The name of its family and the file. ``OtherHand`` when it is no TrueType program."""
    family = "YF" + hashlib.sha256(program).hexdigest()[:12]
    try:
        tables = _tables(program)
        (glyphs,) = struct.unpack_from(">H", tables[b"maxp"], 4)
        tables[b"name"] = _names(family)
        tables[b"cmap"] = _characters(min(glyphs - 1, MOST_PRIVATE))
        return family, _file(tables)
    except (struct.error, KeyError) as error:
        raise OtherHand("no TrueType program") from error


def _tables(program: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", program, 4)
    found = {}
    for at in range(HEADER, HEADER + ENTRY * count, ENTRY):
        offset, length = struct.unpack_from(">II", program, at + 8)
        found[program[at : at + 4]] = program[offset : offset + length]
    return found


def _names(family: str) -> bytes:
    said = {1: family, 2: "Regular", 3: family, 4: family, 5: "1", 6: family}  # 2 is the style, 5 the version
    records, words = b"", b""
    for sort, text in said.items():
        encoded = text.encode("utf-16-be")
        records += struct.pack(">6H", WINDOWS, UNICODE, ENGLISH, sort, len(encoded), len(words))
        words += encoded
    return struct.pack(">3H", 0, len(said), 6 + len(records)) + records + words


def _characters(count: int) -> bytes:
    """Private characters for the first glyphs after .notdef, as a table of two segments (format 4)."""
    segments = [(PRIVATE, PRIVATE + count - 1, (1 - PRIVATE) & 0xFFFF), (0xFFFF, 0xFFFF, 1)]
    firsts, lasts, deltas = zip(*segments, strict=True)
    body = struct.pack(">4H", 4, 4, 1, 0) + struct.pack(">2H", *lasts) + b"\0\0"
    body += struct.pack(">2H", *firsts) + struct.pack(">2H", *deltas) + struct.pack(">2H", 0, 0)
    table = struct.pack(">3H", 4, 6 + len(body), 0) + body
    return struct.pack(">4HI", 0, 1, WINDOWS, UNICODE, HEADER) + table


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables as one file with its sums (OpenType, chapter 4)."""
    tables[b"head"] = tables[b"head"][:8] + b"\0\0\0\0" + tables[b"head"][12:]
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">I4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    entries, bodies, at = b"", b"", HEADER + ENTRY * count
    for tag in sorted(tables):
        body = tables[tag]
        entries += tag + struct.pack(">3I", _sum(body), at + len(bodies), len(body))
        bodies += body + b"\0" * (-len(body) % 4)
    whole = bytearray(head + entries + bodies)
    place = next(at for at in range(HEADER, HEADER + ENTRY * count, ENTRY) if whole[at : at + 4] == b"head")
    (start,) = struct.unpack_from(">I", whole, place + 8)
    struct.pack_into(">I", whole, start + 8, (MAGIC - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(body: bytes) -> int:
    padded = body + b"\0" * (-len(body) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
