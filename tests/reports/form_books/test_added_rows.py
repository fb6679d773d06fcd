"""A form with everything that hangs on rows: rules, lists, notes, charts, pictures, names, other sheets."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
import xlsxwriter
from openpyxl import load_workbook
from PIL import Image

from models.core.jobs import finish
from models.people.person import Person
from reports.superior_forms.filling import fill_form
from reports.superior_forms.form_files import read_form


@pytest.fixture
def form(tmp_path):
    """Three free rows (4 to 6), a total in row 7, a foot in row 8."""
    file = tmp_path / "市局.xlsx"
    book = xlsxwriter.Workbook(str(file))
    sheet, other = book.add_worksheet("表"), book.add_worksheet("汇总")
    boxed = book.add_format({"border": 1, "num_format": "0.00"})
    sheet.merge_range("A1:E1", "优抚对象年收入表")
    for at, words in enumerate(("序号", "姓名", "身份证号", "年收入", "双倍")):
        sheet.write(2, at, words)
    for row in range(3, 6):
        for at in range(4):
            sheet.write_blank(row, at, None, boxed)
        sheet.write_formula(row, 4, f"=D{row + 1}*2", boxed)
    sheet.write("A7", "合计")
    sheet.write_formula("D7", "=SUM(D4:D6)")
    sheet.write_formula("E7", "=D7*2")
    sheet.merge_range("A8:E8", "填表人：　　审核人：")
    sheet.conditional_format("D4:D6", {"type": "cell", "criteria": ">", "value": 100, "format": boxed})
    sheet.data_validation("D4:D6", {"validate": "decimal", "criteria": ">", "value": 0})
    sheet.write_comment("D7", "总数")
    sheet.set_h_pagebreaks([7])
    sheet.print_area("A1:E8")
    sheet.repeat_rows(0, 2)
    picture = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(picture, "PNG")
    sheet.insert_image("B9", "章.png", {"image_data": picture})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=表!$D$4:$D$6"})
    other.insert_chart("C1", chart)
    other.write_formula("A1", "=表!D7")
    book.define_name("总收入", "=表!$D$7")
    book.close()
    return file


@pytest.fixture
def filled(form, person, tmp_path):
    for number in range(8):
        person(name=f"马{number}", income=100 + number)
    out = tmp_path / "已填.xlsx"
    finish(fill_form(read_form(form), list(Person.select().order_by(Person.id)), out))
    return out


def part(file, name):
    return zipfile.ZipFile(file).read(name).decode()


def test_rows_are_put_in_above_the_foot_with_their_formulas(filled):
    sheet = load_workbook(filled)["表"]
    assert [sheet.cell(row, 2).value for row in range(4, 12)] == [f"马{number}" for number in range(8)]
    assert sheet["E11"].value == "=D11*2"
    assert sheet["D11"].border.left.style == "thin"
    assert (sheet["A12"].value, sheet["A13"].value) == ("合计", "填表人：　　审核人：")
    assert "A13:E13" in sheet.merged_cells


def test_totals_reach_over_the_new_rows_and_show_their_sum(filled):
    assert load_workbook(filled)["表"]["D12"].value == "=SUM(D4:D11)"
    assert load_workbook(filled)["表"]["E12"].value == "=D12*2"
    assert load_workbook(filled, data_only=True)["表"]["D12"].value == sum(range(100, 108))


def test_rules_names_and_print_areas_follow(filled):
    book = load_workbook(filled)
    sheet = book["表"]
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["D4:D11"]
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["D4:D11"]
    assert sheet.print_area == "'表'!$A$1:$E$13"
    assert sheet.print_title_rows == "$1:$3"
    assert book.defined_names["总收入"].attr_text == "表!$D$12"
    assert [each.id for each in sheet.row_breaks.brk] == [12]


def test_other_sheets_charts_notes_and_pictures_follow(filled, form):
    assert load_workbook(filled)["汇总"]["A1"].value == "=表!D12"
    charts = [name for name in zipfile.ZipFile(filled).namelist() if name.startswith("xl/charts/")]
    assert "$D$4:$D$11" in part(filled, charts[0])
    assert 'ref="D12"' in part(filled, "xl/comments1.xml")
    assert "<x:Row>11</x:Row>" in part(filled, "xl/drawings/vmlDrawing1.vml")
    drawings = [n for n in zipfile.ZipFile(form).namelist() if re.fullmatch(r"xl/drawings/drawing\d\.xml", n)]
    picture = next(name for name in drawings if "pic:" in part(form, name) or "xdr:pic" in part(form, name))
    rows = [re.search(r"<xdr:row>(\d+)", part(file, picture))[1] for file in (form, filled)]
    assert [int(row) for row in rows] == [8, 13]


def test_every_other_part_is_byte_for_byte_the_superiors(filled, form):
    old, new = zipfile.ZipFile(form), zipfile.ZipFile(filled)
    same = [name for name in old.namelist() if old.read(name) == new.read(name)]
    assert {"xl/styles.xml", "xl/sharedStrings.xml", "xl/theme/theme1.xml", "[Content_Types].xml"} <= set(
        same
    )
    assert old.namelist() == new.namelist()
