"""The format of a file: what it holds decides, and numbers come in whole whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwt
from docx import Document

from models.core.record import Refusal
from models.imports.workbooks import formats
from models.imports.workbooks.formats import is_text_file
from models.imports.workbooks.sheet import Sheet
from models.imports.workbooks.workbook import read_spreadsheet

NUMBER, ACCOUNT = "630103194808151110", "6228480001110001110"
ROWS = [
    ["姓名", "身份证号", "账号", "村"],
    ["赵一山", NUMBER, ACCOUNT, "东村"],
    ["钱二水", NUMBER, ACCOUNT, "西村"],
]
TEXT = "\r\n".join("\t".join(row) for row in ROWS)


def sheet_of(file: Path, content: bytes) -> Sheet:
    file.write_bytes(content)
    (sheet,) = read_spreadsheet(file).sheets
    return sheet


@pytest.mark.parametrize("name", ["名单.xls", "名单.csv", "名单.txt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_text_is_read_in_any_encoding_under_any_name(tmp_path, name, encoding):
    sheet = sheet_of(tmp_path / name, TEXT.encode(encoding))
    assert sheet.rows == ROWS
    assert bool(sheet.remarks) == name.endswith(".xls")


def test_a_text_in_big5_is_no_jumble(tmp_path):
    text = "姓名,身分證號,備註\r\n陳國華,630103194808151110,退伍軍人，現住臺北市中山區\r\n林志明,1,遷居新竹縣竹北市"
    assert sheet_of(tmp_path / "名單.csv", text.encode("big5")).rows[2][2] == "遷居新竹縣竹北市"


def test_rare_characters_do_not_make_gb18030_another_encoding(tmp_path):
    text = "姓名,村\n䶮㛃𬱖,东村\n㭎堃淼,西村"
    assert sheet_of(tmp_path / "名单.csv", text.encode("gb18030")).rows[1][0] == "䶮㛃𬱖"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("sep=;\n姓名;金额\n甲;1,200.50", "1,200.50"),
        ("姓名\t说明\n甲\t一，二，三，四，五\n乙\t六", "六"),
        ("姓名   金额\n甲   650\n乙   700", "700"),
        ("姓名|金额\n甲|1,000|\n乙|2,000", "2,000"),
    ],
)
def test_the_separator_is_the_one_that_parts_the_lines(tmp_path, text, last):
    assert sheet_of(tmp_path / "a.txt", text.encode()).rows[-1][1] == last


def test_a_text_that_nobody_can_read_is_refused_without_advice_that_spoils_numbers(tmp_path):
    with pytest.raises(Refusal, match=r"记事本.*UTF-8.*不要用Excel"):
        sheet_of(tmp_path / "a.csv", b"\x01\x02\xff\xfe\xfa" * 50)


PAGE = """<html><head><meta charset="{charset}"><title>导出</title><style>td {{}}</style></head><body><h1>2020年参战人员名单</h1>
<table><tr><th>姓名</th><th>身份证号</th><th colspan=2>住址</th></tr>
<tr><td rowspan=2>赵&nbsp;一山</td><td x:str>{number}</td><td>东村</td><td>1<br>号</td></tr>
<tr><td>{number}<td>西村<td>2号
<tr style='display:none'><td>钱</td><td><s>{number}</s></td></tr></table></body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gbk"), ("GBK", "gbk")])
def test_a_web_page_named_xls_is_read_as_its_table(tmp_path, charset, encoding):
    sheet = sheet_of(tmp_path / "导出.xls", PAGE.format(charset=charset, number=NUMBER).encode(encoding))
    assert sheet.rows == [
        ["2020年参战人员名单", "", "", ""],
        ["姓名", "身份证号", "住址", ""],
        ["赵 一山", NUMBER, "东村", "1\n号"],
        ["赵 一山", NUMBER, "西村", "2号"],
        ["钱", NUMBER, "", ""],
    ]
    assert sheet.hidden_rows == {5}
    assert sheet.struck == {(5, 1)}
    assert [tuple(merge) for merge in sheet.merges] == [(2, 2, 2, 3), (3, 0, 4, 0)]
    assert "网页" in sheet.remarks[0]


def test_a_page_of_layout_tables_gives_the_list_within(tmp_path):
    inner = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    page = f"<table><tr><td><table>{inner}</table></td></tr><tr><td>版权所有</td></tr></table>"
    assert sheet_of(tmp_path / "a.html", page.encode()).rows == ROWS


XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style></Styles>
<Worksheet ss:Name="参战"><Table><Column ss:Index="3" ss:Hidden="1"/>
<Row><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="String">身份证号</Data></Cell></Row>
<Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeDown="1" ss:StyleID="s1"><Data ss:Type="String">赵一山</Data></Cell>
<Cell><Data ss:Type="Number">630103194808151110</Data><Comment><Data>注</Data></Comment></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="Number">650.5</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="旧"><Table/><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>"""


def test_xml_of_2003_named_xls_is_read_with_its_numbers_whole(tmp_path):
    (tmp_path / "a.xls").write_text(XML, encoding="utf-8")
    sheet, other = read_spreadsheet(tmp_path / "a.xls").sheets
    assert sheet.rows == [["姓名", "身份证号"], ["", ""], ["赵一山", NUMBER], ["赵一山", 650.5]]
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.struck) == ({3}, {2}, {(3, 0)})
    assert (sheet.name, sheet.hidden, other.name, other.hidden) == ("参战", False, "旧", True)


def test_a_wps_sheet_is_read_as_the_xls_that_it_is(tmp_path):
    book = xlwt.Workbook()
    page = book.add_sheet("名单")
    for number, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            page.write(number, column, cell)
    book.save(tmp_path / "名单.et")
    assert read_spreadsheet(tmp_path / "名单.et").sheets[0].rows == ROWS


def document(file: Path, *parts: list[list[str]] | str) -> Path:
    made = Document()
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
            continue
        table = made.add_table(len(part), len(part[0]))
        for cells, row in zip(table.rows, part, strict=True):
            for cell, words in zip(cells.cells, row, strict=True):
                cell.text = words
    made.save(str(file))
    return file


def test_the_tables_of_a_document_are_one_list_over_its_pages(tmp_path):
    file = document(
        tmp_path / "名单.docx", "2020年名单", ROWS, "第二页", [ROWS[0], ROWS[2]], "另一张表", [["甲", "乙"]]
    )
    sheets = read_spreadsheet(file).sheets
    assert [[row[0] for row in sheet.rows] for sheet in sheets] == [
        ["2020年名单", "姓名", "赵一山", "钱二水", "第二页", "姓名", "钱二水"],
        ["另一张表", "甲"],
    ]
    assert "Word" in sheets[0].remarks[0]


def test_merged_and_struck_cells_of_a_document_are_as_on_the_paper(tmp_path):
    made = Document()
    table = made.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "标题"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "赵一山"
    table.cell(1, 1).paragraphs[0].add_run("划掉").font.strike = True
    table.cell(2, 1).text = "两\n行"
    made.save(str(tmp_path / "a.docx"))
    (sheet,) = read_spreadsheet(tmp_path / "a.docx").sheets
    assert sheet.rows == [["标题", "", ""], ["赵一山", "划掉", ""], ["赵一山", "两\n行", ""]]
    assert sheet.struck == {(2, 1)}
    assert (2, 0, 3, 0) in [tuple(merge) for merge in sheet.merges]


def test_a_document_without_a_table_says_what_to_do(tmp_path):
    with pytest.raises(Refusal, match="Word文档，里面没有表格"):
        read_spreadsheet(document(tmp_path / "a.docx", "通知"))


@pytest.mark.parametrize("span", ["999999", "-3", "x"])
def test_a_page_cannot_make_the_grid_grow_without_end(tmp_path, span):
    row = f"<tr><td rowspan={span} colspan={span}>甲</td><td>乙</td></tr>"
    file = tmp_path / "a.xls"
    file.write_bytes(f"<table>{row * 3}</table>".encode())
    if span == "999999":
        with pytest.raises(Refusal, match="大得不合常理"):
            read_spreadsheet(file)
    else:
        assert len(read_spreadsheet(file).sheets[0].rows) == 3


def test_a_text_that_is_too_long_is_refused_and_one_as_long_as_may_be_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "LARGEST_TEXT", 10)
    assert sheet_of(tmp_path / "a.csv", b"a,b\nc,d,e\n"[:10]).rows == [["a", "b"], ["c", "d", "e"]]
    with pytest.raises(Refusal, match="太大了"):
        sheet_of(tmp_path / "a.csv", b"a,b\nc,d,ef\n")


def test_words_without_a_table_are_refused_unless_the_name_says_that_they_are_one(tmp_path):
    assert sheet_of(tmp_path / "a.txt", "姓名\n张三".encode()).rows == [["姓名"], ["张三"]]
    with pytest.raises(Refusal, match="看不出里面的表格"):
        sheet_of(tmp_path / "a.xls", "姓名\n张三".encode())
    assert sheet_of(tmp_path / "b.xls", "说明\n姓名\t村\n张三".encode()).rows[1] == ["姓名", "村"]


@pytest.mark.parametrize("before", ["", "x"])
def test_a_long_text_of_two_bytes_each_may_be_cut_anywhere(tmp_path, before):
    """The first 4,096 bytes, by which it is judged, end behind a character of four bytes, or within it."""
    text = f"{before}姓名\t村" + "a" * 2042 + "𠀀b"
    assert sheet_of(tmp_path / "a.xls", text.encode("utf-16-le")).rows[0][0] == f"{before}姓名"


@pytest.mark.parametrize("said", ["gb2312", "GBK", "gb18030"])
def test_a_page_that_calls_itself_gb2312_holds_more(tmp_path, said):
    rows = "<tr><td>姓名</td><td>村</td></tr><tr><td>䶮㛃</td><td>东村</td></tr>"
    page = f"\r\n<html><meta charset={said}><table>{rows}</table></html>"
    assert sheet_of(tmp_path / "a.xls", page.encode("gb18030")).rows == [["姓名", "村"], ["䶮㛃", "东村"]]


def test_a_charset_that_nobody_knows_or_that_is_wrong_is_not_believed(tmp_path):
    rows = "<tr><td>姓名</td><td>村</td></tr>"
    for said in ("klingon", "utf-8"):
        page = f"<html><meta charset={said}><table>{rows}</table></html>"
        assert sheet_of(tmp_path / "a.xls", page.encode("gb18030")).rows == [["姓名", "村"]]


def test_a_text_that_speaks_of_a_charset_is_no_page(tmp_path):
    assert sheet_of(tmp_path / "a.csv", "说明,charset=big5\n姓名,村".encode()).rows[1] == ["姓名", "村"]


def test_a_page_in_xml_is_a_page(tmp_path):
    rows = "<tr><td>姓名</td><td>村</td></tr>"
    page = f'<?xml version="1.0" encoding="utf-8"?><html xmlns="x"><table>{rows}</table></html>'
    assert sheet_of(tmp_path / "a.xls", page.encode()).rows == [["姓名", "村"]]


def test_a_text_by_name_is_one_unless_it_begins_as_no_text_does(tmp_path):
    for name, content, is_text in (
        ("a.csv", b"a,b", True), ("a.TXT", b"a,b", True), ("a.xls", b"a,b", False), ("b.csv", b"PK\x03\x04", True), ("c.csv", b"\xd0\xcf\x11\xe0", False),
        ("d.csv", b"%PDF-1.7", False), ("e.csv", "姓名,村".encode("utf-16-le"), True), ("f.csv", b"\0\0\1", False),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(content)
        assert is_text_file(tmp_path / name) == is_text, name
