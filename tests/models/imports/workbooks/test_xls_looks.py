"""The looks of an .xls and an .ods: rows and columns that are hidden, text that is struck out."""

from __future__ import annotations

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties, TextProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P

from models.imports.workbooks.workbook import read_spreadsheet
from models.people.person import Person
from tests.factories import citizen_number

HEADING = ["姓名", "身份证号", "备注"]


def rows():
    return [HEADING, *([name, citizen_number(), "好"] for name in ("甲", "乙", "丙"))]


def xls(file):
    book = xlwt.Workbook()
    page = book.add_sheet("参战")
    struck = xlwt.easyxf("font: struck_out on")
    plain = [xlwt.easyxf(f"font: height {size}") for size in (200, 220, 240, 260)]
    for number, row in enumerate(rows()):
        for column, cell in enumerate(row):
            page.write(number, column, cell, struck if number == 2 else plain[column])
    page.row(3).hidden = True
    page.col(2).hidden = True
    old = book.add_sheet("旧")
    old.visibility = 2
    book.save(str(file))


def ods(file):
    document = OpenDocumentSpreadsheet()
    struck = Style(name="ce1", family="table-cell")
    struck.addElement(TextProperties(textlinethroughstyle="solid"))
    hidden = Style(name="ta2", family="table")
    hidden.addElement(TableProperties(display="false"))
    for style in (struck, hidden):
        document.automaticstyles.addElement(style)
    table = Table(name="参战")
    table.addElement(TableColumn(numbercolumnsrepeated=2))
    table.addElement(TableColumn(visibility="collapse"))
    for number, row in enumerate(rows()):
        line = TableRow(visibility="filter") if number == 3 else TableRow()
        for words in row:
            style = {"stylename": struck} if number == 2 else {}
            cell = TableCell(valuetype="string", **style)
            cell.addElement(P(text=words))
            line.addElement(cell)
        table.addElement(line)
    table.addElement(TableRow(numberrowsrepeated=1_000_000, visibility="collapse"))
    document.spreadsheet.addElement(table)
    document.spreadsheet.addElement(Table(name="旧", stylename=hidden))
    document.save(str(file))


def xlsx(file):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "参战"
    for row in rows():
        page.append(row)
    for cell in page[3]:
        cell.font = openpyxl.styles.Font(strike=True)
    page.row_dimensions[4].hidden = True
    page.column_dimensions["C"].hidden = True
    book.create_sheet("旧").sheet_state = "veryHidden"
    book.save(file)


@pytest.mark.parametrize(("make", "suffix"), [(xls, "xls"), (xls, "et"), (ods, "ods"), (xlsx, "xlsx")])
def test_what_the_officer_does_not_see_is_known_in_every_format(tmp_path, make, suffix):
    make(tmp_path / f"名册.{suffix}")
    sheet, other = read_spreadsheet(tmp_path / f"名册.{suffix}").sheets
    assert sheet.hidden_rows == {4}
    assert sheet.hidden_columns == {2}
    assert sheet.struck == {(3, 0), (3, 1), (3, 2)}
    assert (sheet.hidden, other.hidden) == (False, True)


@pytest.mark.parametrize(("make", "suffix"), [(xls, "xls"), (ods, "ods"), (xlsx, "xlsx")])
def test_somebody_struck_out_gets_no_file_and_what_is_hidden_is_told(take_in, tmp_path, make, suffix):
    make(tmp_path / f"名册.{suffix}")
    plan = take_in(tmp_path / f"名册.{suffix}")
    assert sorted(person.name for person in Person.select()) == ["丙", "甲"]
    told = "\n".join(each.words for sheet in plan.sheets for each in (*sheet.findings, *sheet.refused))
    assert all(words in told for words in ("划掉", "第4行是隐藏的行", "“备注”是隐藏的列"))
