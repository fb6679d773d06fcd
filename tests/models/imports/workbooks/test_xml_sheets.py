"""XML tables of 2003: rows and columns by their numbers, cells by their kinds."""

from __future__ import annotations

from datetime import datetime

import pytest

from models.imports.workbooks import xml_sheets
from models.imports.workbooks.parts import Merge, Unfit
from models.imports.workbooks.xml_sheets import read_xml_sheets

URN = "urn:schemas-microsoft-com:office:spreadsheet"


def sheets(body, styles=""):
    return read_xml_sheets(
        f'<?xml version="1.0"?><Workbook xmlns="{URN}" xmlns:ss="{URN}" xmlns:x="urn:x">{styles}{body}</Workbook>'.encode()
    )


def sheet(*rows, columns=""):
    (made,) = sheets(f'<Worksheet ss:Name="甲"><Table>{columns}{"".join(rows)}</Table></Worksheet>')
    return made


def row(*cells, more=""):
    return f"<Row{more}>{''.join(cells)}</Row>"


def cell(words, kind="String", more=""):
    return f'<Cell{more}><Data ss:Type="{kind}">{words}</Data></Cell>'


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        ("Number", "650.5", 650.5), ("Number", "123456789012345", 123456789012345.0), ("Number", "1234567890123456", "1234567890123456"), ("Number", "六", "六"),
        ("String", "650", "650"), ("Boolean", "1", True), ("Boolean", "0", False), ("DateTime", "1950-06-15T00:00:00.000", datetime(1950, 6, 15)), ("DateTime", "某天", "某天"),
    ],
)  # fmt: skip
def test_a_cell_is_of_the_kind_that_it_says(kind, words, value):
    [[found]] = sheet(row(cell(words, kind))).rows
    assert (found, type(found)) == (value, type(value))


def test_rows_and_cells_stand_where_they_say():
    """A row that spans others is empty, as are they."""
    made = sheet(
        row(cell("甲"), cell("乙", more=' ss:Index="3"'), cell("丙")),
        row(more=' ss:Index="3" ss:Span="1"'),
        row(cell("丁")),
        row(more=' ss:Hidden="1"'),
        row(cell("戊")),
    )
    assert [words for words, *_ in made.rows] == ["甲", "", "", "", "丁", "", "戊"]
    assert (made.rows[0], made.hidden_rows) == (["甲", "", "乙", "丙"], {6})


def test_merged_cells_reach_as_many_further_as_they_say():
    made = sheet(row(cell("甲", more=' ss:MergeDown="1" ss:MergeAcross="2"'), cell("乙")), row(cell("丙")))
    assert made.rows == [["甲", "", "", "乙"], ["甲", "", "", "丙"]]
    assert made.merges == (Merge(1, 0, 2, 2),)


def test_hidden_columns_follow_each_other_from_where_they_begin():
    columns = (
        '<Column/><Column ss:Hidden="1"/><Column ss:Hidden="1" ss:Index="5" ss:Span="1"/><Column ss:Hidden="1"/>'
        '<Column ss:Hidden="0"/>'
    )
    assert sheet(row(cell("甲")), columns=columns).hidden_columns == {1, 4, 5, 6}


def test_columns_of_each_sheet_begin_anew():
    column = '<Table><Column ss:Hidden="1"/><Row><Cell><Data>甲</Data></Cell></Row></Table>'
    one, two = sheets(f"<Worksheet>{column}</Worksheet><Worksheet>{column}</Worksheet>")
    assert (one.hidden_columns, two.hidden_columns) == ({0}, {0})
    assert (len(one.remarks), two.remarks) == (1, ())


def test_what_is_struck_out_is_told_by_its_style_and_blanks_are_not():
    styles = '<Styles><Style ss:ID="a"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="b"><Font ss:StrikeThrough="0"/></Style></Styles>'
    body = row(
        cell("甲", more=' ss:StyleID="a"'),
        cell("乙", more=' ss:StyleID="b"'),
        cell("", more=' ss:StyleID="a"'),
    )
    (made,) = sheets(f"<Worksheet><Table>{body}{row(cell('丙'))}</Table></Worksheet>", styles)
    assert made.struck == {(1, 0)}


@pytest.mark.parametrize(
    ("words", "hidden"), [("SheetHidden", True), ("SheetVeryHidden", True), ("SheetVisible", False)]
)
def test_a_hidden_sheet_says_so(words, hidden):
    rest = "<Table><Row><Cell><Data>甲</Data></Cell></Row></Table>"
    (made,) = sheets(
        f"<Worksheet>{rest}<x:WorksheetOptions><x:Visible> {words} </x:Visible></x:WorksheetOptions></Worksheet>"
    )
    assert (made.hidden, made.rows) == (hidden, [["甲"]])


def test_comments_and_names_are_no_cells():
    body = row(cell("甲<Comment><Data>注<b>又</b></Data></Comment>乙"), "<Cell/>", cell("丙"))
    (made,) = sheets(f"<Names><Data>名</Data></Names><Worksheet><Table>{body}</Table></Worksheet>")
    assert made.rows == [["甲乙", "", "丙"]]


@pytest.mark.parametrize("number", ["x", "-1", "12345678", "1.5"])
def test_a_place_that_is_no_number_is_damage(number):
    with pytest.raises(Unfit, match="已损坏"):
        sheet(row(cell("甲", more=f' ss:Index="{number}"')))


def test_a_text_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(xml_sheets, "MOST_CELL_TEXT", 4)
    assert sheet(row(cell("甲乙"), cell("丙丁"))).rows == [["甲乙", "丙丁"]]
    with pytest.raises(Unfit, match="文字多得不合常理"):
        sheet(row(cell("甲乙"), cell("丙丁戊")))


def test_other_xml_is_no_table():
    for data in (b'<?xml version="1.0"?><a/>', f'<?xml version="1.0"?><a xmlns="{URN}"/>'.encode()):
        with pytest.raises(Unfit, match="XML文本"):
            read_xml_sheets(data)
