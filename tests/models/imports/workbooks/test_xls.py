"""The .xls of old: its chains and records are followed before anything is believed [MS-CFB, MS-XLS]."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from xlwt.CompoundDoc import XlsDoc

from models.imports.workbooks import xls
from models.imports.workbooks.parts import SheetFacts, Unfit
from models.imports.workbooks.xls import CHAIN_END, CompoundFile, SheetRecords, read_sheets

END = struct.pack("<HH", 0x000A, 0)
NUMBER, MUL_RK, FORMULA, ERROR, ROW, COLUMN, DIMENSIONS = (
    0x0203,
    0x00BD,
    0x0006,
    0x0205,
    0x0208,
    0x007D,
    0x0200,
)


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def number(row: int, column: int, style: int = 0) -> bytes:
    return record(NUMBER, struct.pack("<HHHd", row, column, style, 1.0))


def mul_rk(row: int, first: int, *styles: int) -> bytes:
    cells = b"".join(struct.pack("<HI", style, 0) for style in styles)
    return record(MUL_RK, struct.pack("<HH", row, first) + cells + struct.pack("<H", first + len(styles) - 1))


def formula(row: int, column: int, result: bytes) -> bytes:
    return record(FORMULA, struct.pack("<HHH", row, column, 0) + result.ljust(8, b"\0") + bytes(8))


def text_result(sort: int, code: int = 0) -> bytes:
    """FormulaValue of what is no number: 0 a text, 1 yes or no, 2 an error, 3 an empty text."""
    return struct.pack("<BxBxxxH", sort, code, 0xFFFF)


def read(*records: bytes, struck: frozenset[int] = frozenset()) -> SheetRecords:
    return SheetRecords(b"".join(records) + END, 0, struck)


def test_the_used_area_goes_as_far_as_the_furthest_cell():
    scan = read(number(4, 2), number(1, 6), number(0, 0), mul_rk(2, 3, 0, 0, 0))
    assert (scan.facts.rows, scan.facts.columns, scan.block) == (5, 7, 35)
    assert read(mul_rk(2, 3, 0, 0, 0)).facts.columns == 6
    assert (read().facts.rows, read().block) == (0, 0)


def test_cells_behind_the_end_of_the_sheet_are_none():
    scan = SheetRecords(number(0, 0) + END + number(9, 9) + END, 0)
    assert (scan.facts.rows, scan.facts.columns) == (1, 1)


def test_a_record_that_is_longer_than_the_file_is_not_read():
    assert SheetRecords(number(0, 0) + number(5, 5)[:-1], 0).facts.rows == 1
    assert SheetRecords(number(0, 0) + number(5, 5), 0).facts.rows == 6


def test_each_of_several_cells_in_one_record_has_its_own_look():
    assert read(mul_rk(2, 3, 7, 9, 7), struck=frozenset({7})).facts.struck == {(3, 3), (3, 5)}
    assert read(number(2, 3, 7), number(2, 4, 9), struck=frozenset({7})).facts.struck == {(3, 3)}
    assert read(number(2, 3, 7)).facts.struck == set()


@pytest.mark.parametrize(
    ("code", "is_error", "words"),
    [(7, 1, "#DIV/0!"), (42, 1, "#N/A"), (0, 1, "#NULL!"), (99, 1, "#N/A"), (1, 0, None)],
)
def test_an_error_value_has_its_words_and_a_yes_is_none(code, is_error, words):
    cell = record(ERROR, struct.pack("<HHHBB", 4, 2, 0, code, is_error))
    assert read(cell).facts.errors == ({(5, 2): words} if words else {})


def test_a_formula_is_counted_and_its_error_known():
    scan = read(formula(1, 0, struct.pack("<d", 2.5)), formula(2, 1, text_result(2, 15)))
    assert (scan.facts.formulas, scan.facts.errors, scan.empty) == (2, {(3, 1): "#VALUE!"}, [])
    assert scan.block == 3 * 2 * 2  # calamine lays formulas out too


def test_what_looks_like_an_error_and_is_a_number_is_none():
    looks = struct.pack("<BxBxxxH", 2, 15, 0x4000)
    scan = read(
        formula(0, 0, looks),
        formula(1, 0, struct.pack("<BxBxxxH", 3, 0, 0x4000)),
        formula(2, 0, text_result(0)),
    )
    assert (scan.facts.errors, scan.empty) == ({}, [])


def test_an_empty_text_is_no_result_only_where_no_formula_has_one():
    def facts(*formulas: bytes) -> list[SheetFacts]:
        """Of a workbook whose sheets have a formula each."""
        return xls._judge([read(each) for each in formulas])

    one, two = facts(formula(0, 0, text_result(3)), formula(1, 1, text_result(3)))
    assert (one.unsolved, two.unsolved) == ({(1, 0)}, {(2, 1)})
    one, two = facts(formula(0, 0, text_result(3)), formula(1, 1, struct.pack("<d", 2.5)))
    assert (one.unsolved, two.unsolved) == (set(), set())


def test_sheets_together_may_be_as_large_as_one(monkeypatch):
    monkeypatch.setattr(xls, "BLOCK", 12)
    assert len(xls._judge([read(number(1, 2)), read(number(2, 1))])) == 2
    with pytest.raises(Unfit, match="大得不合常理"):
        xls._judge([read(number(1, 2)), read(number(2, 1)), read(number(0, 0))])


@pytest.mark.parametrize(
    ("shape", "claim", "fits"),
    [
        ("<IIHH", (0, 65536, 0, 256), True), ("<IIHH", (0, 65537, 0, 256), False), ("<IIHH", (0, 65536, 0, 257), False), ("<IIHH", (9, 5, 0, 1), False),
        ("<IIHH", (0, 5, 3, 1), False), ("<IIHH", (5, 5, 2, 2), True), ("<IIHH", (9, 0, 0, 300), True), ("<IIHH", (0, 70000, 9, 0), True),
        ("<HHHH", (0, 5, 0, 256), True), ("<HHHH", (0, 5, 0, 257), False),
    ],
)  # fmt: skip
def test_what_a_sheet_claims_to_use_is_no_more_than_there_can_be(shape, claim, fits):
    body = struct.pack(shape, *claim) + (bytes(2) if shape == "<IIHH" else b"")
    if fits:
        read(record(DIMENSIONS, body))
    else:
        with pytest.raises(Unfit, match="已损坏"):
            read(record(DIMENSIONS, body))


def test_a_hidden_row_and_hidden_columns_are_those_that_say_so():
    row = struct.pack("<H10xH2x", 6, 0x20)
    seen = struct.pack("<H10xH2x", 7, 0x100)
    columns = struct.pack("<HHHHHH", 2, 4, 2000, 0, 1, 0)
    broad = struct.pack("<HHHHHH", 254, 999, 2000, 0, 1, 0)
    shown = struct.pack("<HHHHHH", 8, 9, 2000, 0, 2, 0)
    facts = read(
        record(ROW, row), record(ROW, seen), record(ROW, row[:15]), record(COLUMN, columns), record(COLUMN, broad),
        record(COLUMN, shown), record(COLUMN, columns[:9]),
    ).facts  # fmt: skip
    assert (facts.hidden_rows, facts.hidden_columns) == ({7}, {2, 3, 4, 254, 255})


def compound(stream: bytes) -> bytearray:
    content = BytesIO()
    XlsDoc().save(content, stream)
    return bytearray(content.getvalue())


def put(content: bytearray, at: int, *numbers: int) -> bytes:
    struct.pack_into(f"<{len(numbers)}I", content, at, *numbers)
    return bytes(content)


def refused(content: bytes) -> bool:
    try:
        file = CompoundFile(content)
        file.read("Workbook")
    except (Unfit, struct.error):
        return True
    return False


STREAM = bytes(range(256)) * 40
WHOLE = STREAM.ljust(12_288, b"\0")  # as xlwt fills its streams up


def test_a_stream_is_read_whole_and_no_longer():
    assert CompoundFile(bytes(compound(STREAM))).read("Workbook") == WHOLE
    assert "Workbook" in CompoundFile(bytes(compound(STREAM))).names


@pytest.mark.parametrize(("shift", "mini"), [(8, 6), (10, 6), (9, 7)])
def test_sectors_of_a_strange_length_are_refused(shift, mini):
    content = compound(STREAM)
    struct.pack_into("<HH", content, 30, shift, mini)
    assert refused(bytes(content))


@pytest.mark.parametrize("at", [40, 44, 64, 72])
def test_no_table_of_a_file_has_more_sectors_than_the_file(at):
    """Directories, tables, small tables, tables of tables: what the header claims of each."""
    content = compound(STREAM)
    sectors = len(content) // 512 - 1
    before = struct.unpack_from("<I", content, at)[0]
    assert not refused(put(content, at, before))
    with pytest.raises(Unfit):
        CompoundFile(put(content, at, sectors + 1))


def test_as_many_sectors_as_the_file_has_may_be_claimed():
    content = compound(STREAM)
    assert not refused(put(content, 44, len(content) // 512 - 1))


def test_the_last_entry_of_the_directory_is_one_of_it():
    content = compound(STREAM)
    directory = (struct.unpack_from("<I", content, 48)[0] + 1) * 512
    content[directory + 3 * 128 : directory + 3 * 128 + 8] = "末".encode("utf-16-le").ljust(8, b"\0")
    assert "末" in CompoundFile(bytes(content)).names


def test_a_chain_that_leaves_the_file_is_refused_and_one_that_never_ends():
    content = compound(STREAM)
    table = (struct.unpack_from("<I", content, 76)[0] + 1) * 512
    sectors = len(content) // 512 - 1
    first = 0  # XlsDoc puts the stream first
    for wrong in (sectors, sectors + 1, 0xFFFFFFF0, first):
        broken = bytearray(content)
        assert refused(put(broken, table + 4 * first, wrong)), wrong
    assert not refused(bytes(content))


def test_the_last_sector_of_a_file_is_one_of_it():
    content = compound(STREAM)
    table = (struct.unpack_from("<I", content, 76)[0] + 1) * 512
    last = len(content) // 512 - 2
    broken = bytearray(content)
    put(broken, table + 4 * last, CHAIN_END)
    assert not refused(put(broken, table, last))


def test_a_stream_longer_than_the_file_is_refused():
    content = compound(STREAM)
    place = bytes(content).index("Workbook".encode("utf-16-le")) + 120
    assert struct.unpack_from("<I", content, place)[0] == len(WHOLE)
    assert not refused(put(content, place, len(content)))
    assert refused(put(content, place, len(content) + 1))


def test_a_table_of_tables_that_never_ends_is_refused():
    content = compound(STREAM)
    with pytest.raises(Unfit):
        CompoundFile(put(content, 68, 0))


def test_a_workbook_says_where_its_sheets_begin_and_none_begins_behind_its_end():
    sheet = record(0x85, struct.pack("<IHB", 0, 0, 0))
    assert read_sheets(bytes(compound((sheet + END).ljust(8000, b"\0"))))[0].rows == 0
    for offset, fits in ((8191, True), (8192, False)):
        stream = (record(0x85, struct.pack("<IHB", offset, 0, 0)) + END).ljust(8000, b"\0")
        content = bytes(compound(stream))
        if fits:
            assert len(read_sheets(content)) == 1
        else:
            with pytest.raises(Unfit):
                read_sheets(content)


def test_no_workbook_has_more_sheets_than_four_thousand():
    sheet = record(0x85, struct.pack("<IHB", 0, 0, 0))
    assert len(xls.sheet_offsets(sheet * 4096 + END)) == 4096
    with pytest.raises(Unfit):
        xls.sheet_offsets(sheet * 4097 + END)


def test_a_table_of_texts_cannot_hold_more_of_them_than_bytes():
    stream = record(0xFC, struct.pack("<ii", 0, 16)) + END
    assert len(stream) == 16
    assert xls.sheet_offsets(stream) == []
    with pytest.raises(Unfit):
        xls.sheet_offsets(record(0xFC, struct.pack("<ii", 0, 17)) + END)


def test_the_small_streams_of_a_workbook_are_followed_too():
    """A stream below 4,096 bytes lies in sectors of 64, which the first one of the root holds."""
    content = compound(STREAM)
    table = (struct.unpack_from("<I", content, 76)[0] + 1) * 512
    spare = bytes(512)
    sectors = len(content) // 512 - 1
    minis = b"".join(bytes([n]) * 64 for n in range(8))
    whole = bytearray(content + minis + struct.pack("<128I", 1, 3, CHAIN_END, 2, *[0xFFFFFFFF] * 124) + spare)
    put(whole, table + 4 * sectors, CHAIN_END, CHAIN_END)
    put(whole, 60, sectors + 1, 1)  # the table of the small ones, its sectors
    entry = bytes(content).index("Workbook".encode("utf-16-le"))
    root = bytes(content).index("Root Entry".encode("utf-16-le"))
    put(whole, root + 116, sectors, 512)
    put(whole, entry + 116, 0, 200)
    assert CompoundFile(bytes(whole)).read("Workbook") == (
        bytes([0]) * 64 + bytes([1]) * 64 + bytes([3]) * 64 + bytes([2]) * 8
    )
    for wrong in (128, 0):
        broken = bytearray(whole)
        put(broken, len(content) + 512 + 8, wrong)
        assert refused(bytes(broken)), wrong
