from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from models.imports.workbooks.workbook import read_spreadsheet
from models.superior_forms.asking_tables import asking_table
from reports.form_books.book_parts import FormBook
from reports.form_books.sheet_xml import SheetText
from reports.superior_forms.rows_for_people import rows_for_people

HEADING = ["序号", "姓名", "身份证号", "联系电话"]
LINE = Border(*[Side(style="thin")] * 4)


@pytest.fixture
def rows_of(tmp_path):
    """The rows of a sheet with these lines below its heading in row 1; ``boxed`` rows have borders."""

    def read(*lines, boxed=(), merged=(), hidden=()):
        book = Workbook()
        sheet = book.worksheets[0]
        for number, line in enumerate((HEADING, *lines), start=1):
            for column, words in enumerate(line, start=1):
                sheet.cell(number, column, words or None)
        for row in boxed:
            for column in range(1, 5):
                sheet.cell(row, column).border = LINE
        for area in merged:
            sheet.merge_cells(area)
        for row in hidden:
            sheet.row_dimensions[row].hidden = True
        file = tmp_path / "表.xlsx"
        book.save(file)
        (read,) = read_spreadsheet(file).sheets
        text = SheetText(FormBook(file, (read,)).text("xl/worksheets/sheet1.xml"))
        return rows_for_people(read, asking_table(read), text)

    return read


def test_free_rows_end_at_the_foot(rows_of):
    rows = rows_of([], [], ["合计"], boxed=range(2, 5))
    assert (rows.free, rows.last, rows.nothing_below) == ([2, 3], 3, False)


def test_rows_without_lines_between_table_and_foot_are_not_the_tables(rows_of):
    rows = rows_of([], [], [], [], ["填表人："], boxed=[2, 3])
    assert rows.free == [2, 3]


def test_without_free_rows_the_first_comes_below_the_heading(rows_of):
    rows = rows_of()
    assert (rows.free, rows.last, rows.nothing_below) == ([], 1, True)


def test_examples_explanations_and_numbered_columns_are_no_peoples_rows(rows_of):
    rows = rows_of(
        [1, 2, 3, 4],
        ["必填", "必填", "必填，18位", "选填"],
        ["例", "张三", "630103195001011234", "13900001234"],
        [],
        boxed=[5],
    )
    assert (rows.free, rows.examples, rows.listed) == ([5], [4], [])


def test_people_on_the_form_are_known_by_their_numbers(rows_of):
    rows = rows_of([1, "马一", "630103195001011234", ""], [2, "马二", "6.30103E+17", ""])
    assert rows.listed == [(2, "630103195001011234", "马一"), (3, "", "马二")]


def test_a_row_with_its_running_number_alone_is_free(rows_of):
    assert rows_of([1], [2], ["总计", "2人"]).free == [2, 3]


def test_a_hidden_row_is_nobodys(rows_of):
    assert rows_of([1], [2], [3], ["合计"], hidden=[3]).free == [2, 4]


def test_people_take_as_many_rows_as_are_merged(rows_of):
    rows = rows_of([], [], [], [], ["合计"], boxed=range(2, 6), merged=("B2:B3", "B4:B5"))
    assert (rows.height, rows.free) == (2, [2, 4])
