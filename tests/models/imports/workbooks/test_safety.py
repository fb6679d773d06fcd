"""What is refused to be read, each with a sentence that says why and what to do; nothing may cost much."""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from xlwt.CompoundDoc import XlsDoc

from models.core.record import Refusal
from models.imports.workbooks.workbook import read_spreadsheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
HEAD, TAIL = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode(), b"</sheetData></worksheet>"
ONE = b'<row r="1"><c r="A1"><v>1</v></c></row>'
LAUGHS = (
    "<!DOCTYPE l [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
).encode()


def pack(file: Path, parts: dict[str, Iterable[bytes]]) -> Path:
    """A zip of these parts, each given in pieces."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece)
    return file


def xlsx(file: Path, **parts: Iterable[bytes]) -> Path:
    """A good workbook but for these parts; ``sheet`` is what its sheetData holds."""
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("名册").write("A1", "姓名")
    with zipfile.ZipFile(file) as archive:
        content: dict[str, Iterable[bytes]] = {name: [archive.read(name)] for name in archive.namelist()}
    if "sheet" in parts:
        parts[SHEET] = (piece for pieces in ([HEAD], parts.pop("sheet"), [TAIL]) for piece in pieces)
    return pack(file, content | parts)


def ods(file: Path, rows: str, before: bytes = b"") -> Path:
    names = "".join(f' xmlns:{name}="urn:{name}"' for name in ("office", "table", "text"))
    body = f'<table:table table:name="a">{rows}</table:table>'
    content = f"<office:document-content{names}><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    manifest = b'<manifest:manifest xmlns:manifest="urn:m"/>'
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return pack(
        file,
        {"mimetype": [kind], "META-INF/manifest.xml": [manifest], "content.xml": [before + content.encode()]},
    )


def xls(file: Path, *places: tuple[int, int], sheets: int = 1) -> Path:
    book = xlwt.Workbook()
    for number in range(sheets):
        sheet = book.add_sheet(f"s{number}")
        for row, column in places:
            sheet.write(row, column, 1)
    book.save(str(file))
    return file


def compound(file: Path, stream: bytes, name: str = "Workbook") -> Path:
    """A compound file with one stream of that name."""
    content = BytesIO()
    XlsDoc().save(content, stream)
    old, new = ("Workbook".encode("utf-16-le").ljust(64, b"\0"), name.encode("utf-16-le").ljust(64, b"\0"))
    file.write_bytes(content.getvalue().replace(old, new))
    return file


def stream_of(book: xlwt.Workbook) -> bytes:
    return bytes(book.get_biff_data())


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"“无.xlsx”找不到.*重新选择"):
        read_spreadsheet(tmp_path / "无.xlsx")
    with pytest.raises(Refusal, match="是文件夹"):
        read_spreadsheet(tmp_path)


def test_a_lock_file_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "~$名册.xlsx").write_bytes(b"\x06admin")
    with pytest.raises(Refusal, match=r"临时文件.*没有“~”开头"):
        read_spreadsheet(tmp_path / "~$名册.xlsx")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever runs this may read everything")
def test_a_workbook_that_may_not_be_opened_is_refused(tmp_path: Path) -> None:
    file = xlsx(tmp_path / "a.xlsx")
    file.chmod(0)
    with pytest.raises(Refusal, match="请先关闭它"):
        read_spreadsheet(file)


NOT_WORKBOOKS = {
    "empty": (b"", "空文件"),
    "zeros": (b"\0" * 5000, "已损坏"),
    "web page without a table": (b"\xef\xbb\xbf\n<HTML><p>1</p>", "网页.*没有表格"),
    "web page of frames": (b"<html><frameset><frame src='a.files/sheet001.htm'></frameset>", "sheet001.htm"),
    "xml": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "XML文本"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
    "photograph": (b"\xff\xd8\xff\xe0\0\x10JFIF", "图片"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", "图片"),
    "rar": (b"Rar!\x1a\x07\0", "压缩包.*先解压"),
    "program": (b"MZ\x90\0\x03\0", "不是电子表格"),
    "broken zip": (b"PK\x03\x04" + b"x" * 500, "已损坏或不完整"),
    "broken ole": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 3000, "已损坏或不完整"),
    "short ole": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "已损坏或不完整"),
}


@pytest.mark.parametrize(("content", "words"), NOT_WORKBOOKS.values(), ids=NOT_WORKBOOKS.keys())
def test_the_content_decides_not_the_suffix(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "名册.xlsx").write_bytes(content)
    with pytest.raises(Refusal, match=f"“名册.xlsx”.*{words}"):
        read_spreadsheet(tmp_path / "名册.xlsx")


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("word/document.xml", "Word文档"),
        ("ppt/presentation.xml", "演示文稿"),
        ("xl/workbook.bin", "xlsb"),
        ("名册.xlsx", "压缩包.*先解压"),
        ("content.xml", "不是电子表格"),
    ],
)
def test_other_zips_are_told_apart(tmp_path: Path, part: str, words: str) -> None:
    mime = {"mimetype": [b"application/vnd.oasis.opendocument.text"]} if part == "content.xml" else {}
    with pytest.raises(Refusal, match=words):
        read_spreadsheet(pack(tmp_path / "a.xlsx", mime | {part: [b"<a/>"]}))


@pytest.mark.parametrize(
    ("stream", "words"),
    [("WordDocument", "Word文档"), ("PowerPoint Document", "演示文稿"), ("Contents", "不是电子表格")],
)
def test_other_compound_files_are_told_apart(tmp_path: Path, stream: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        read_spreadsheet(compound(tmp_path / "a.xls", b"x" * 5000, stream))


def test_a_workbook_behind_a_password_is_refused(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, 1)
    biff = stream_of(book)
    first = 4 + struct.unpack_from("<H", biff, 2)[0]
    locked = biff[:first] + struct.pack("<HHH", 0x2F, 2, 1) + biff[first:]
    manifest = b'<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    locked_ods = {"mimetype": [kind], "META-INF/manifest.xml": [manifest], "content.xml": [b"\1\2\3"]}
    for file in (
        compound(tmp_path / "a.xlsx", b"x" * 5000, "EncryptedPackage"),
        compound(tmp_path / "a.xls", locked),
        pack(tmp_path / "a.ods", locked_ods),
    ):
        with pytest.raises(Refusal, match=r"设有打开密码.*取消密码"):
            read_spreadsheet(file)


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_a_truncated_workbook_is_refused_wherever_it_breaks_off(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a.{suffix}"
    {"xlsx": xlsx, "xls": lambda file: xls(file, (0, 0)), "ods": lambda file: ods(file, "")}[suffix](file)
    whole = file.read_bytes()
    for length in range(600, len(whole) - 600, 601):
        file.write_bytes(whole[:length])
        with pytest.raises(Refusal):
            read_spreadsheet(file)


def test_a_part_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="解压后大得不合常理"):
        read_spreadsheet(
            xlsx(tmp_path / "a.xlsx", **{"xl/media/a.png": (bytes(1 << 20) for _ in range(100))})
        )


def test_what_the_zip_says_of_its_sizes_is_not_believed(tmp_path: Path) -> None:
    file = xlsx(tmp_path / "a.xlsx", **{"xl/media/a.png": (bytes(1 << 20) for _ in range(100))})
    whole = bytearray(file.read_bytes())
    said = whole.rfind(struct.pack("<I", 100 << 20))
    whole[said : said + 4] = struct.pack("<I", 100)
    file.write_bytes(whole)
    with pytest.raises(Refusal, match="解压后大得不合常理"):
        read_spreadsheet(file)


FAR = {
    "far corner": b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "within one row": b'<row r="2"><c r="A1048576"><v>1</v></c><c r="XFD2"><v>1</v></c></row>',
    "prefixed": b'<row r="2"><x:c xmlns:x="%s" r="XFD1048576"><x:v>1</x:v></x:c></row>' % MAIN.encode(),
    "other order": b'<row r="2"><c s="0" r="XFD1048576"><v>1</v></c></row>',
    "small letters": b'<row r="2"><c r="xfd1048576"><v>1</v></c></row>',
}


@pytest.mark.parametrize("cell", FAR.values(), ids=FAR.keys())
def test_a_stray_value_far_away_is_refused_before_room_is_made_for_all_between(
    tmp_path: Path, cell: bytes
) -> None:
    with pytest.raises(Refusal, match=r"范围大得不合常理.*复制到新工作簿"):
        read_spreadsheet(xlsx(tmp_path / "a.xlsx", sheet=[ONE, cell]))


def test_one_sheet_listed_a_thousand_times_counts_a_thousand_times(tmp_path: Path) -> None:
    names = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 1001))
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{relations}"><sheets>{names}</sheets></workbook>'
    cells = [ONE, b'<row r="90000"><c r="Z90000"><v>1</v></c></row>']
    with pytest.raises(Refusal, match="范围大得不合常理"):
        read_spreadsheet(xlsx(tmp_path / "a.xlsx", sheet=cells, **{"xl/workbook.xml": [book.encode()]}))


def test_a_long_text_in_very_many_cells_is_refused(tmp_path: Path) -> None:
    table = [f'<sst xmlns="{MAIN}"><si><t>'.encode(), b"x" * 32_000, b"</t></si></sst>"]
    rows = (
        b'<row r="%d">' % row
        + b"".join(b'<c r="%c%d" t="s"><v>0</v></c>' % (65 + column, row) for column in range(20))
        + b"</row>"
        for row in range(1, 1001)
    )
    with pytest.raises(Refusal, match="文字多得不合常理"):
        read_spreadsheet(xlsx(tmp_path / "a.xlsx", sheet=rows, **{"xl/sharedStrings.xml": table}))


def test_a_text_without_end_is_refused(tmp_path: Path) -> None:
    text = (os.urandom(1 << 19).hex().encode() for _ in range(8))
    cell = (piece for pieces in ([b'<row><c t="str"><v>'], text, [b"</v></c></row>"]) for piece in pieces)
    with pytest.raises(Refusal, match="文字多得不合常理"):
        read_spreadsheet(xlsx(tmp_path / "a.xlsx", sheet=cell))


def test_overlapping_merges_do_not_cost_without_end(tmp_path: Path) -> None:
    merges = b"<mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 1000 + b"</mergeCells>"
    rows = [ONE, b'<row r="90000"><c r="A90000"><v>1</v></c></row>']
    file = xlsx(tmp_path / "a.xlsx", **{SHEET: [HEAD, *rows, b"</sheetData>", merges, b"</worksheet>"]})
    with pytest.raises(Refusal, match="已损坏"):
        read_spreadsheet(file)


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    cell = b'<row r="1"><c r="A1" t="str"><v>&j;</v></c></row>'
    table = f'<sst xmlns="{MAIN}"><si><t>&j;</t></si></sst>'.encode()
    for file in (
        xlsx(tmp_path / "a.xlsx", **{SHEET: [LAUGHS, HEAD, cell, TAIL]}),
        xlsx(tmp_path / "b.xlsx", **{"xl/sharedStrings.xml": [LAUGHS, table]}),
        xlsx(tmp_path / "c.xlsx", **{"xl/workbook.xml": [LAUGHS, b"<workbook>&j;</workbook>"]}),
        ods(tmp_path / "d.ods", "<table:table-row/>", before=LAUGHS),
    ):
        with pytest.raises(Refusal, match="已损坏或不完整"):
            read_spreadsheet(file)


def test_old_workbooks_with_strays_on_many_sheets_are_refused(tmp_path: Path) -> None:
    assert len(read_spreadsheet(xls(tmp_path / "a.xls", (0, 0), (65_535, 1))).sheets[0].rows) == 65_536
    with pytest.raises(Refusal, match="范围大得不合常理"):
        read_spreadsheet(xls(tmp_path / "b.xls", (0, 0), (65_535, 255), sheets=2))


def test_an_old_workbook_that_claims_more_than_there_can_be_is_refused(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("a").write(3, 3, 1)
    biff = stream_of(book)
    claim = biff.index(struct.pack("<HH", 0x200, 14)) + 4
    for rows in (struct.pack("<II", 0, 0xFFFFFFFF), struct.pack("<II", 9, 5)):
        with pytest.raises(Refusal, match="已损坏"):
            read_spreadsheet(compound(tmp_path / "a.xls", biff[:claim] + rows + biff[claim + 8 :]))


def test_a_compound_file_whose_chain_bites_its_tail_is_refused(tmp_path: Path) -> None:
    file = xls(tmp_path / "a.xls", (0, 0))
    whole = bytearray(file.read_bytes())
    table = (struct.unpack_from("<I", whole, 76)[0] + 1) * 512
    struct.pack_into("<I", whole, table + 4 * 2, 1)
    file.write_bytes(whole)
    with pytest.raises(Refusal, match="已损坏"):
        read_spreadsheet(file)


CELL = '<table:table-cell office:value-type="float" office:value="1"{}/>'
REPEATED = {
    "rows": '<table:table-row table:number-rows-repeated="1048576">' + CELL.format(' table:number-columns-repeated="1024"') + "</table:table-row>",
    "columns": "<table:table-row>" + CELL.format(' table:number-columns-repeated="4000000000"') + "</table:table-row>",
    "nothing between": "<table:table-row>" + CELL.format("") + '</table:table-row><table:table-row table:number-rows-repeated="900000"/>'
    '<table:table-row><table:table-cell table:number-columns-repeated="9000"/>' + CELL.format("") + "</table:table-row>",
}  # fmt: skip


@pytest.mark.parametrize("rows", REPEATED.values(), ids=REPEATED.keys())
def test_repetition_in_opendocument_is_counted_before_it_is_done(tmp_path: Path, rows: str) -> None:
    with pytest.raises(Refusal, match="范围大得不合常理"):
        read_spreadsheet(ods(tmp_path / "a.ods", rows))


def test_repeated_spaces_in_opendocument_are_counted_before_they_are_made(tmp_path: Path) -> None:
    text = '<text:p><text:s text:c="2000000000"/></text:p>'
    with pytest.raises(Refusal, match="文字多得不合常理"):
        read_spreadsheet(
            ods(
                tmp_path / "a.ods",
                f'<table:table-row><table:table-cell office:value-type="string">{text}</table:table-cell></table:table-row>',
            )
        )


def test_a_large_honest_roster_is_not_refused(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"constant_memory": True}) as book:
        for _ in range(3):
            sheet = book.add_worksheet()
            for row in range(12_000):
                sheet.write(row, 0, row)
            sheet.write(12_000, 62, "备注" * 10_000)
    assert [len(sheet.rows) for sheet in read_spreadsheet(tmp_path / "a.xlsx").sheets] == [12_001] * 3


def test_columns_beyond_the_second_letter_are_near_enough(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.cell(3, 800).value = "甲"
    book.active.cell(1, 1).value = "乙"
    book.save(tmp_path / "a.xlsx")
    assert len(read_spreadsheet(tmp_path / "a.xlsx").sheets[0].rows[0]) == 800
