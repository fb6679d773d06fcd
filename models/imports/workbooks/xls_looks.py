"""The looks of an .xls workbook, as far as they change what a cell means: struck out text, hidden rows and columns [MS-XLS]."""

from __future__ import annotations

import struct
from collections.abc import Iterable

FONT_RECORD, FORMAT_RECORD = 0x0031, 0x00E0  # Font, XF
COLUMN_RECORD, ROW_RECORD = 0x007D, 0x0208  # ColInfo, Row
STRIKE_OUT, ROW_HIDDEN, COLUMN_HIDDEN = 0x0008, 0x0020, 0x0001
NO_FONT = 4  # no font has this number (2.5.129 FontIndex)
LAST_COLUMN = 255


def struck_formats(stream: bytes, records: Iterable[tuple[int, int, int]]) -> frozenset[int]:
    """The numbers of the cell formats whose font is struck out, of the workbook's own records."""
    struck_fonts, fonts, struck, formats = set(), 0, set(), 0
    for kind, at, length in records:
        if kind == FONT_RECORD and length >= 4:
            fonts += fonts == NO_FONT
            if struct.unpack_from("<H", stream, at + 2)[0] & STRIKE_OUT:
                struck_fonts.add(fonts)
            fonts += 1
        elif kind == FORMAT_RECORD and length >= 2:
            if struct.unpack_from("<H", stream, at)[0] in struck_fonts:
                struck.add(formats)
            formats += 1
    return frozenset(struck)


def hidden_row(stream: bytes, at: int, length: int) -> int:
    """The number (from 1) of the row that a Row record hides, by hand or by a filter; 0 for one that is seen."""
    if length < 16:
        return 0
    row, flags = struct.unpack_from("<H10xH", stream, at)
    return int(row) + 1 if flags & ROW_HIDDEN else 0


def hidden_columns(stream: bytes, at: int, length: int) -> range:
    """The columns (from 0) that a ColInfo record hides."""
    if length < 10:
        return range(0)
    first, last, flags = struct.unpack_from("<HH4xH", stream, at)
    return range(first, min(last, LAST_COLUMN) + 1) if flags & COLUMN_HIDDEN else range(0)
