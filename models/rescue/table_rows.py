"""The rows of a table, read from the pages of its tree as SQLite's file format has them (https://www.sqlite.org/fileformat2.html).

What lies on a page that is hurt is left out and told as a gap; whatever is read bore its page's proof.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from models.rescue.sealed_pages import USABLE, SealedPages

INNER, LEAF = 5, 13  # the kinds of page of a table's tree
LOWEST_ID, HIGHEST_ID = -(1 << 63), (1 << 63) - 1  # ids that a row can have
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type → bytes
_MOST_LOCAL, _LEAST_LOCAL = (
    USABLE - 35,
    (USABLE - 12) * 32 // 255 - 23,
)  # bytes of a row that stand on its own page

SqlValue: TypeAlias = int | float | str | bytes | None


class Row(NamedTuple):
    """A row: its id, and its values in the order of the columns; those added later may be missing at the end."""

    id: int
    values: list[SqlValue]


class Gap(NamedTuple):
    """Rows that cannot be read: their ids lie between these two, both included."""

    first: int
    last: int


class Hurt(Exception):
    """A page that something leads to is not there."""


def rows_of_tree(
    pages: SealedPages, root: int, first: int = LOWEST_ID, last: int = HIGHEST_ID
) -> Iterator[Row | Gap]:
    """The rows of a tree in the order of their ids, and a gap wherever some cannot be read."""
    page = pages.page(root)
    head = 100 if root == 1 else 0
    kind = page[head] if page is not None else 0
    if page is None or kind not in (INNER, LEAF):
        yield Gap(first, last)
    elif kind == LEAF:
        for place in _cells(page, head, 8):
            yield _row(pages, page, place)
    else:
        for child, key in children(page, head):
            until = last if key is None else key
            yield from rows_of_tree(pages, child, first, until)
            first = until + 1


def children(page: bytes, head: int = 0) -> Iterator[tuple[int, int | None]]:
    """The pages below an inner one, each with the highest id that lies there; of the last it is not told."""
    for place in _cells(page, head, 12):
        yield int.from_bytes(page[place : place + 4]), _number(page, place + 4)[0]
    yield int.from_bytes(page[head + 8 : head + 12]), None


def _cells(page: bytes, head: int, size: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", page, head + 3)
    yield from struct.unpack_from(f">{count}H", page, head + size)


def _row(pages: SealedPages, page: bytes, place: int) -> Row | Gap:
    length, place = _number(page, place)
    id, place = _number(page, place)
    try:
        return Row(id, _values(_content(pages, page, place, length)))
    except Hurt:
        return Gap(id, id)


def _content(pages: SealedPages, page: bytes, place: int, length: int) -> bytes:
    """All bytes of a row: what does not fit on its page lies on a chain of others."""
    if length <= _MOST_LOCAL:
        return page[place : place + length]
    local = _LEAST_LOCAL + (length - _LEAST_LOCAL) % (USABLE - 4)
    local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
    found = bytearray(page[place : place + local])
    following = int.from_bytes(page[place + local : place + local + 4])
    while len(found) < length:
        more = pages.page(following)
        if more is None:
            raise Hurt
        found += more[4 : 4 + min(length - len(found), USABLE - 4)]
        following = int.from_bytes(more[:4])
    return bytes(found)


def _values(content: bytes) -> list[SqlValue]:
    end, place = _number(content, 0)
    kinds = []
    while place < end:
        kind, place = _number(content, place)
        kinds.append(kind)
    values = []
    for kind in kinds:
        length = _INTEGERS.get(kind, 8 if kind == 7 else max((kind - 12) // 2, 0))
        values.append(_value(kind, content[place : place + length]))
        place += length
    return values


def _value(kind: int, content: bytes) -> SqlValue:
    if kind in _INTEGERS:
        return int.from_bytes(content, signed=True)
    if kind == 7:
        (real,) = struct.unpack(">d", content)
        return float(real)
    if kind in (8, 9):
        return kind - 8
    if kind < 12:
        return None
    return content.decode() if kind % 2 else content


def _number(page: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes (a varint), and the place after it."""
    value = 0
    for count in range(9):
        byte = page[place + count]
        if count == 8:
            value = value << 8 | byte
            break
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value - (1 << 64) if value >> 63 else value, place + count + 1
