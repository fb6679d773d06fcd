"""The XLS workbook of old: a compound file [MS-CFB] holding a stream of records [MS-XLS].

calamine trusts the lengths and chains it finds there and reads every sheet at once, so a broken file could
make it ask for all the memory there is; here they are followed first.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.imports.workbooks.parts import (
    BLOCK,
    NOT_A_WORKBOOK,
    PASSWORD,
    SHEET_TOO_LARGE,
    WORKBOOK_DAMAGED,
    SheetFacts,
    Unfit,
)
from models.imports.workbooks.xls_looks import (
    COLUMN_RECORD,
    ROW_RECORD,
    hidden_columns,
    hidden_row,
    struck_formats,
)

OTHER_PROGRAMS = {
    "EncryptedPackage": PASSWORD,
    "WordDocument": "是旧格式的Word文档（.doc、.wps、.rtf）。请用WPS或Word打开它，另存为.docx后再选，里面的表格就能读入",
    "PowerPoint Document": "是演示文稿，不是电子表格。请选.xlsx、.xls或.ods文件",
}
CHAIN_END, FREE_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF
XLS_ERRORS = (
    (0, "#NULL!"),
    (7, "#DIV/0!"),
    (15, "#VALUE!"),
    (23, "#REF!"),
    (29, "#NAME?"),
    (36, "#NUM!"),
    (42, "#N/A"),
)
SUBSTREAM_END, XLS_FORMULA, FILE_PASS, BOUND_SHEET, SHARED_STRINGS = 0x000A, 0x0006, 0x002F, 0x0085, 0x00FC
MUL_RK, DIMENSIONS, BOOL_ERROR = 0x00BD, 0x0200, 0x0205
XLS_CELLS = {XLS_FORMULA, MUL_RK, BOOL_ERROR, 0x0203, 0x0204, 0x027E, 0x00FD}  # … Number, Label, Rk, LabelSst
NOTED = {XLS_FORMULA, BOOL_ERROR}


class CompoundFile:
    """A compound file in memory, with every chain proved to end and to stay inside the file."""

    def __init__(self, content: bytes) -> None:
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise Unfit(WORKBOOK_DAMAGED)
        self._content, self._size = content, 1 << shift
        self._count = -(-len(content) // self._size) - 1
        dirs, fats, directory, _, _, mini_fat, mini_fats, difat, difats = struct.unpack_from(
            "<9I", content, 40
        )
        if max(dirs, fats, mini_fats, difats) > self._count:  # calamine makes room for what these claim
            raise Unfit(WORKBOOK_DAMAGED)
        self._fat = self._allocation(difat)
        entries = self._chain(directory)
        self._entries = {name: place for name, *place in reversed(list(self._read_entries(entries)))}
        self._mini_fat = _numbers(self._chain(mini_fat)) if mini_fats else array("I")
        root, length = struct.unpack_from("<II", entries, 116)
        self._minis = self._chain(root) if root != CHAIN_END else b""
        if length > len(content):
            raise Unfit(WORKBOOK_DAMAGED)

    @property
    def names(self) -> set[str]:
        return set(self._entries)

    def read(self, name: str) -> bytes:
        """The stream of that name, as calamine reads it."""
        start, length = self._entries[name]
        if length > len(self._content):
            raise Unfit(WORKBOOK_DAMAGED)
        return (self._mini_chain(start) if length < 4096 else self._chain(start))[:length]

    def _sector(self, number: int) -> bytes:
        if number >= self._count:
            raise Unfit(WORKBOOK_DAMAGED)
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _allocation(self, difat: int) -> array[int]:
        """The file allocation table, whose own sectors are listed in the header and in the DIFAT chain."""
        sectors = list(struct.unpack_from("<109I", self._content, 76))
        for _ in range(self._count + 1):
            if difat in (CHAIN_END, FREE_SECTOR):
                return _numbers(b"".join(self._sector(number) for number in sectors if number != FREE_SECTOR))
            *more, difat = _numbers(self._sector(difat))
            sectors += more
        raise Unfit(WORKBOOK_DAMAGED)

    def _chain(self, number: int) -> bytes:
        sectors: list[bytes] = []
        while number != CHAIN_END:
            if number >= len(self._fat) or len(sectors) > self._count:
                raise Unfit(WORKBOOK_DAMAGED)
            sectors.append(self._sector(number))
            number = self._fat[number]
        return b"".join(sectors)

    def _mini_chain(self, number: int) -> bytes:
        sectors: list[bytes] = []
        while number != CHAIN_END:
            if number >= len(self._mini_fat) or len(sectors) > len(self._mini_fat):
                raise Unfit(WORKBOOK_DAMAGED)
            sectors.append(self._minis[number * 64 : number * 64 + 64])
            number = self._mini_fat[number]
        return b"".join(sectors)

    @staticmethod
    def _read_entries(entries: bytes) -> Iterator[tuple[str, int, int]]:
        for at in range(0, len(entries) - 127, 128):
            start, length = struct.unpack_from("<II", entries, at + 116)
            yield entries[at : at + 64].decode("utf-16-le", "replace").partition("\0")[0], start, length


def _numbers(sectors: bytes) -> array[int]:
    numbers = array("I", sectors[: len(sectors) // 4 * 4])
    assert numbers.itemsize == 4
    return numbers


def xls_records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield (type, place, length) of each record from ``at`` to the end of its substream."""
    head = struct.Struct("<HH").unpack_from
    while at + 4 <= len(stream):
        kind, length = head(stream, at)
        if kind == SUBSTREAM_END or at + 4 + length > len(stream):
            return
        yield kind, at + 4, length
        at += 4 + length


def read_sheets(content: bytes) -> list[SheetFacts]:
    """The facts of every sheet of an .xls, in the order of the workbook; ``Unfit`` when it cannot be read."""
    try:
        file = CompoundFile(content)
        for name, reason in OTHER_PROGRAMS.items():
            if name in file.names:
                raise Unfit(reason)
        stream_name = next((name for name in ("Workbook", "Book") if name in file.names), None)
        if stream_name is None:
            raise Unfit(NOT_A_WORKBOOK)
        stream = file.read(stream_name)
        struck = struck_formats(stream, xls_records(stream, 0))
        scans = [SheetRecords(stream, offset, struck) for offset in sheet_offsets(stream)]
    except struct.error as error:
        raise Unfit(WORKBOOK_DAMAGED) from error
    return _judge(scans)


def _judge(scans: list[SheetRecords]) -> list[SheetFacts]:
    if sum(scan.block for scan in scans) > BLOCK:
        raise Unfit(SHEET_TOO_LARGE)
    # A formula's empty text and a formula never computed look alike; when no formula of the whole workbook
    # has a result, no spreadsheet program has ever saved it.
    if all(scan.facts.formulas == len(scan.empty) for scan in scans):
        for scan in scans:
            scan.facts.unsolved = set(scan.empty)
    return [scan.facts for scan in scans]


def sheet_offsets(stream: bytes) -> list[int]:
    offsets: list[int] = []
    for kind, at, _ in xls_records(stream, 0):
        if kind == FILE_PASS:
            raise Unfit(PASSWORD)
        if kind == BOUND_SHEET:
            offsets += struct.unpack_from("<I", stream, at)
        elif kind == SHARED_STRINGS and struct.unpack_from("<i", stream, at + 4)[0] > len(stream):
            raise Unfit(WORKBOOK_DAMAGED)
    if len(offsets) > 4096 or max(offsets, default=0) >= len(stream):
        raise Unfit(WORKBOOK_DAMAGED)
    return offsets


@dataclass(slots=True)
class SheetRecords:
    """The records of one sheet, followed from its first."""

    stream: bytes
    offset: int
    struck: frozenset[int] = frozenset()  # cell formats
    facts: SheetFacts = field(default_factory=SheetFacts)
    empty: list[tuple[int, int]] = field(default_factory=list)  # formulas that have no text for a result
    block: int = 0

    def __post_init__(self) -> None:
        rows = columns = 0
        unpack = struct.Struct("<HH").unpack_from
        stream = self.stream
        for kind, at, length in xls_records(stream, self.offset):
            if kind in XLS_CELLS:
                row, column = unpack(stream, at)
                last = column + (length - 6) // 6 - 1 if kind == MUL_RK else column
                rows, columns = rows if row < rows else row + 1, columns if last < columns else last + 1
                if kind in NOTED:
                    self._note(kind, at, (row + 1, column))
                if self.struck:
                    self._note_struck(kind, at, row + 1, column, last)
            elif kind == ROW_RECORD:
                if hidden := hidden_row(stream, at, length):
                    self.facts.hidden_rows.add(hidden)
            elif kind == COLUMN_RECORD:
                self.facts.hidden_columns.update(hidden_columns(stream, at, length))
            elif kind == DIMENSIONS:
                shape = "<IIHH" if length >= 14 else "<HHHH"  # the shorter is BIFF5's
                self._check_claim(*struct.unpack_from(shape, stream, at))
        self.facts.rows, self.facts.columns = rows, columns
        self.block = rows * columns * (2 if self.facts.formulas else 1)

    def _note_struck(self, kind: int, at: int, row: int, first: int, last: int) -> None:
        """Note the cells of a record whose format is struck out; one of several cells has a format for each."""
        step = 6 if kind == MUL_RK else 0
        for column in range(first, last + 1):
            if struct.unpack_from("<H", self.stream, at + 4 + step * (column - first))[0] in self.struck:
                self.facts.struck.add((row, column))

    def _check_claim(self, top: int, bottom: int, left: int, right: int) -> None:
        """calamine makes room at once for the area that a sheet says it uses."""
        if bottom and right and not (top <= bottom <= 65536 and left <= right <= 256):
            raise Unfit(WORKBOOK_DAMAGED)

    def _note(self, kind: int, at: int, place: tuple[int, int]) -> None:
        """Note a formula and what became of it (2.5.133 FormulaValue), or an error (2.4.24 BoolErr)."""
        if kind == BOOL_ERROR:
            code, is_error = struct.unpack_from("<BB", self.stream, at + 6)
        else:
            result, code, mark = struct.unpack_from("<BxBxxxH", self.stream, at + 6)
            self.facts.formulas += 1
            is_error = mark == 0xFFFF and result == 2
            if mark == 0xFFFF and result == 3:
                self.empty.append(place)
        if is_error:
            self.facts.errors[place] = dict(XLS_ERRORS).get(code, "#N/A")
