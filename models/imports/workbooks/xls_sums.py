"""The sums of an .xls: formulas that add up one range, which its successor has to keep (MS-XLS 2.5.198)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from models.imports.workbooks.parts import Merge
from models.imports.workbooks.xls import CompoundFile, sheet_offsets, xls_records

FORMULA_RECORD = 0x0006
AREAS = (0x25, 0x45, 0x65)  # PtgArea: a range of the same sheet
SUM_OF_IT = (0x19, 0x10)  # PtgAttrSum
HEAD, RANGE = 22, 9  # bytes before the formula's tokens, and of a range among them
COLUMN_ONLY = 0x3FFF  # a column's number without the marks that it is relative


def area_sums(content: bytes) -> list[dict[tuple[int, int], Merge]]:
    """Of each sheet the cells (row from 1, column from 0) that add up one range, and that range; none of BIFF5."""
    file = CompoundFile(content)
    if "Workbook" not in file.names:
        return []
    stream = file.read("Workbook")
    return [dict(_sums(stream, offset)) for offset in sheet_offsets(stream)]


def _sums(stream: bytes, offset: int) -> Iterator[tuple[tuple[int, int], Merge]]:
    for kind, at, length in xls_records(stream, offset):
        if kind != FORMULA_RECORD or length < HEAD + RANGE + 4:
            continue
        tokens = stream[at + HEAD : at + length]
        if tokens[0] in AREAS and (tokens[RANGE], tokens[RANGE + 1]) == SUM_OF_IT:
            row, column = struct.unpack_from("<HH", stream, at)
            top, bottom, left, right = struct.unpack_from("<4H", tokens, 1)
            yield (row + 1, column), Merge(top + 1, left & COLUMN_ONLY, bottom + 1, right & COLUMN_ONLY)
