"""Reading strangers' workbooks: what comes back, where it stands, and what a merged or computed cell means."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl.styles import Font

from models.core.record import Refusal
from models.imports.workbooks import workbook
from models.imports.workbooks.sheet import Sheet, column_letters
from models.imports.workbooks.workbook import Merge, read_spreadsheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def only_sheet(file: Path) -> Sheet:
    (sheet,) = read_spreadsheet(file).sheets
    return sheet


def with_parts(file: Path, **parts: str) -> Path:
    """A small workbook with some of its parts replaced or added; ``sheet`` is what sheetData holds."""
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Sheet").write("A1", "姓名")
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    if "sheet" in parts:
        parts[SHEET] = f'<worksheet xmlns="{MAIN}"><sheetData>{parts.pop("sheet")}</sheetData></worksheet>'
    content |= {name: part.encode() for name, part in parts.items()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return file


def ods(file: Path, *rows: TableRow, hidden: bool = False) -> Path:
    document = OpenDocumentSpreadsheet()
    style = Style(name="ta1", family="table")
    style.addElement(TableProperties(display="false" if hidden else "true"))
    document.automaticstyles.addElement(style)
    table = Table(name="名册", stylename=style)
    for row in rows:
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(file)
    return file


def ods_row(*cells: TableCell, **attributes: int) -> TableRow:
    row = TableRow(**attributes)
    for cell in cells:
        row.addElement(cell)
    return row


def words(text: str, **attributes: int) -> TableCell:
    cell = TableCell(valuetype="string", **attributes)
    cell.addElement(P(text=text))
    return cell


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_named_as_spreadsheet_programs_name_them(number: int, letters: str) -> None:
    assert column_letters(number) == letters


def test_every_kind_of_cell_keeps_its_kind(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    row = [
        "王芳",
        "00123",
        3,
        3.5,
        True,
        date(1953, 8, 1),
        datetime(1953, 8, 1, 5, 6, 7),
        time(5, 6),
        timedelta(hours=30),
    ]
    book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert only_sheet(tmp_path / "a.xlsx").rows == [row]


def test_dates_counted_from_1904_are_the_same_dates(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append([date(1953, 8, 1)])
    book.save(tmp_path / "a.xlsx")
    assert only_sheet(tmp_path / "a.xlsx").rows == [[date(1953, 8, 1)]]


def test_cells_know_where_they_stand_on_the_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["C7"] = "姓名"
    book.save(tmp_path / "a.xlsx")
    sheet = only_sheet(tmp_path / "a.xlsx")
    assert (sheet.rows, sheet.first_row, sheet.first_column) == ([["姓名"]], 7, 2)


def test_hidden_sheets_are_read_and_said_to_be_hidden_and_charts_are_left_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "名册"
    book.create_chartsheet("图")
    book.create_sheet("代码").sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in read_spreadsheet(tmp_path / "a.xlsx").sheets] == [
        ("名册", False),
        ("代码", True),
    ]


def test_a_sheet_without_cells_has_no_rows(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert only_sheet(tmp_path / "a.xlsx").rows == []


def test_a_cell_merged_down_is_repeated_on_each_row_and_one_merged_across_is_not(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    sheet.merge_range("B2:D2", "花名册")
    sheet.merge_range("B3:B5", "城东街道")
    for row, name in enumerate(("甲", "乙", "丙"), start=2):
        sheet.write(row, 2, name)
    book.close()
    read_back = only_sheet(tmp_path / "a.xlsx")
    assert read_back.rows == [["花名册", ""], ["城东街道", "甲"], ["城东街道", "乙"], ["城东街道", "丙"]]
    assert read_back.merges == (Merge(2, 1, 2, 3), Merge(3, 1, 5, 1))


def test_an_old_workbook_is_merged_and_placed_alike(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("名册")
    sheet.write_merge(1, 2, 1, 1, "城东街道")
    sheet.write(1, 2, "甲")
    sheet.write(2, 2, "乙")
    sheet.row(2).set_cell_error(3, 0x2A)
    sheet.row(2).set_cell_boolean(4, True)
    book.add_sheet("代码").visibility = 1
    book.save(str(tmp_path / "a.xls"))
    roster, codes = read_spreadsheet(tmp_path / "a.xls").sheets
    assert roster.rows == [["城东街道", "甲", "", ""], ["城东街道", "乙", "#N/A", True]]
    assert (roster.first_row, roster.first_column, roster.merges) == (2, 1, (Merge(2, 1, 3, 1),))
    assert (roster.hidden, codes.hidden) == (False, True)


def test_an_opendocument_sheet_is_merged_and_placed_alike(tmp_path: Path) -> None:
    file = ods(
        tmp_path / "a.ods",
        TableRow(),
        ods_row(TableCell(), words("花名册", numbercolumnsspanned=2), CoveredTableCell()),
        ods_row(TableCell(), words("城东街道", numberrowsspanned=2), words("甲")),
        ods_row(TableCell(), CoveredTableCell(), TableCell(valuetype="date", datevalue="1953-08-01")),
        ods_row(TableCell(numbercolumnsrepeated=16384), numberrowsrepeated=1048572),
        hidden=True,
    )
    sheet = only_sheet(file)
    assert sheet.rows == [["花名册", ""], ["城东街道", "甲"], ["城东街道", date(1953, 8, 1)]]
    assert (sheet.first_row, sheet.first_column, sheet.hidden) == (2, 1, True)
    assert sheet.merges == (Merge(2, 1, 2, 2), Merge(3, 1, 4, 1))


def test_a_formula_gives_its_saved_result(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1+1", None, 2)
        sheet.write_formula("B1", '="甲"', None, "甲")
        sheet.write_formula("C1", "=1/0", None, "#DIV/0!")
    read_back = only_sheet(tmp_path / "a.xlsx")
    assert (read_back.rows, read_back.formulas) == ([[2, "甲", "#DIV/0!"]], 3)
    assert not read_back.unsolved


def test_a_formula_that_no_program_has_computed_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "合计"
    book.active["C3"] = "=SUM(A2:B2)"
    book.save(tmp_path / "a.xlsx")
    old = xlwt.Workbook()
    old.add_sheet("a").write(2, 2, xlwt.Formula("1+1"))
    old.save(str(tmp_path / "a.xls"))
    ods(
        tmp_path / "a.ods",
        TableRow(),
        TableRow(),
        ods_row(TableCell(numbercolumnsrepeated=2), TableCell(formula="of:=1+1")),
    )
    for name in ("a.xlsx", "a.xls", "a.ods"):
        sheet = only_sheet(tmp_path / name)
        assert (sheet.unsolved, sheet.formulas) == ({(3, 2)}, 1)


def test_a_formula_whose_result_is_an_empty_text_is_solved(tmp_path: Path) -> None:
    cells = '<c r="A1" t="str"><f>B1</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1"><f>1+1</f></c>'
    assert only_sheet(with_parts(tmp_path / "a.xlsx", sheet=f'<row r="1">{cells}</row>')).unsolved == {(1, 3)}


def test_an_error_value_is_read_as_its_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["B2"] = "#N/A"
    book.active["C2"] = "甲"
    book.save(tmp_path / "a.xlsx")
    assert only_sheet(tmp_path / "a.xlsx").rows == [["#N/A", "甲"]]


def test_an_error_value_of_newer_programs_is_refused_with_its_place(tmp_path: Path) -> None:
    file = with_parts(tmp_path / "a.xlsx", sheet='<row r="4"><c r="AB4" t="e"><v>#SPILL!</v></c></row>')
    with pytest.raises(Refusal, match=r"“a.xlsx”的工作表“Sheet”中AB4格是错误值#SPILL!"):
        read_spreadsheet(file)


PREFIXED = '<x:c r="B2"><x:f>1+1</x:f></x:c><x:c r="C2"><x:v>7</x:v></x:c>'
STRANGE = {
    "cells with prefixes": f'<x:row xmlns:x="{MAIN}" r="2">{PREFIXED}</x:row>',
    "attributes in another order": '<row r="2"><c s="0" r="B2"><f>1+1</f></c><c s="0" r="C2"><v>7</v></c></row>',
    "cells without places": '<row/><row><c/><c><f>1+1</f></c><c><v>7</v></c></row>',
    "white space between": '<row r="2">\n<c r="B2">\n<f>1+1</f>\n</c>\n<c r="C2">\n<v>7</v>\n</c>\n</row>',
}  # fmt: skip


@pytest.mark.parametrize("cells", STRANGE.values(), ids=STRANGE.keys())
def test_every_writers_xml_is_understood(tmp_path: Path, cells: str) -> None:
    sheet = only_sheet(with_parts(tmp_path / "a.xlsx", sheet=cells))
    assert (sheet.rows, sheet.first_row, sheet.first_column) == ([[7]], 2, 2)
    assert (sheet.unsolved, sheet.formulas) == ({(2, 1)}, 1)


def test_rich_text_is_joined_and_its_reading_aid_left_out(tmp_path: Path) -> None:
    aid = '<rPh sb="0" eb="1"><t>fù</t></rPh>'
    inline = (
        f'<c r="A1" t="inlineStr"><is><r><t>富</t></r><r><t xml:space="preserve"> 强</t></r>{aid}</is></c>'
    )
    shared = f'<sst xmlns="{MAIN}"><si><t>富</t>{aid}</si></sst>'
    cells = f'<row r="1">{inline}<c r="B1" t="s"><v>0</v></c></row>'
    file = with_parts(tmp_path / "a.xlsx", sheet=cells, **{"xl/sharedStrings.xml": shared})
    assert only_sheet(file).rows == [["富 强", "富"]]


def test_a_strict_workbook_is_read(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet().write("A1", "甲")
    with (
        zipfile.ZipFile(tmp_path / "a.xlsx") as archive,
        zipfile.ZipFile(tmp_path / "strict.xlsx", "w") as strict,
    ):
        for name in archive.namelist():
            part = archive.read(name).replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
            old = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            strict.writestr(
                name, part.replace(old, b"http://purl.oclc.org/ooxml/officeDocument/relationships")
            )
    assert only_sheet(tmp_path / "strict.xlsx").rows == [["甲"]]


def test_an_old_workbook_under_a_new_name_is_read(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "甲")
    for name in ("名册.xlsx", "名册.et", "名册"):
        book.save(str(tmp_path / name))
        assert only_sheet(tmp_path / name).rows == [["甲"]]


def test_formatted_rows_without_content_are_left_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "甲"
    for row in range(2, 500):
        book.active.cell(row, 3).font = Font(bold=True)
    book.active.cell(1_000_000, 16_384).font = Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    assert only_sheet(tmp_path / "a.xlsx").rows == [["甲"]]


LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"), exclude_characters="_")
TEXT = st.text(LETTERS, min_size=1, max_size=20).filter(lambda text: text[0] not in "=#")
MONEY = st.integers(-(10**12), 10**12).map(lambda fen: fen / 100)
DAYS = st.dates(date(1900, 3, 1), date(2100, 1, 1))
CELLS = st.one_of(TEXT, st.booleans(), st.integers(-(10**15), 10**15), MONEY, DAYS)


@settings(max_examples=60)
@given(
    cells=st.dictionaries(
        st.tuples(st.integers(1, 12_000), st.integers(0, 60)), CELLS, min_size=1, max_size=8
    )
)
def test_what_openpyxl_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, cells: dict[tuple[int, int], object]
) -> None:
    file = tmp_path_factory.mktemp("books") / "a.xlsx"
    book = openpyxl.Workbook()
    for (row, column), value in cells.items():
        book.active.cell(row, column + 1).value = value
    book.save(file)
    sheet = only_sheet(file)
    found = {
        (sheet.first_row + i, sheet.first_column + j): value
        for i, row in enumerate(sheet.rows)
        for j, value in enumerate(row)
        if value != ""
    }
    assert {place: (isinstance(value, bool), value) for place, value in found.items()} == {
        place: (isinstance(value, bool), value) for place, value in cells.items()
    }


def merged(
    rows: list[list[object]], *merges: Merge, first_row: int = 1, first_column: int = 0
) -> list[list[object]]:
    workbook._fill_down(rows, first_row, first_column, list(merges))  # type: ignore[arg-type]
    return rows


def test_an_area_is_filled_as_far_as_there_are_rows_and_never_beside_them() -> None:
    assert merged([["甲", ""], ["", ""], ["", ""]], Merge(1, 0, 2, 0)) == [["甲", ""], ["甲", ""], ["", ""]]
    assert merged([["甲"], [""]], Merge(1, 0, 9, 0)) == [["甲"], ["甲"]]
    assert merged([["", "甲"], ["", ""]], Merge(5, 3, 6, 3), first_row=5, first_column=2) == [
        ["", "甲"],
        ["", "甲"],
    ]
    for outside in (
        Merge(1, 0, 3, 0),
        Merge(5, 1, 6, 1),
        Merge(5, 4, 6, 4),
        Merge(6, 2, 6, 2),
        Merge(9, 2, 10, 2),
    ):
        assert merged([["甲", "乙"], ["", ""]], outside, first_row=5, first_column=2) == [
            ["甲", "乙"],
            ["", ""],
        ]


def test_an_area_of_one_row_or_of_a_blank_fills_nothing() -> None:
    assert merged([["甲", "乙"], ["丙", ""]], Merge(1, 0, 1, 0), Merge(2, 1, 2, 1)) == [
        ["甲", "乙"],
        ["丙", ""],
    ]
    assert merged([["", "乙"], ["丙", ""]], Merge(1, 0, 2, 0)) == [["", "乙"], ["丙", ""]]


def test_as_many_cells_are_filled_as_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "BLOCK", 4)
    rows: list[list[object]] = [["甲", "乙"], ["", ""], ["", ""]]
    assert merged(rows, Merge(1, 0, 3, 0), Merge(1, 1, 3, 1)) == [["甲", "乙"]] * 3
    with pytest.raises(workbook.Unfit):
        merged(rows, Merge(1, 0, 3, 0), Merge(1, 1, 3, 1), Merge(1, 1, 2, 1))


def test_an_error_value_stands_in_its_place_wherever_the_cells_begin(tmp_path: Path) -> None:
    cells = '<row r="3"><c r="C3" t="e"><v>#N/A</v></c><c r="D3"><v>1</v></c></row><row r="4"><c r="D4" t="e"><v>#REF!</v></c></row>'
    sheet = only_sheet(with_parts(tmp_path / "a.xlsx", sheet=cells))
    assert (sheet.rows, sheet.first_row, sheet.first_column) == ([["#N/A", 1], ["", "#REF!"]], 3, 2)
    assert [sheet.letters(index) for index in (0, 1)] == ["C", "D"]
