from __future__ import annotations

import xlwt
from openpyxl import load_workbook

from models.core.jobs import finish
from models.people.person import Person
from reports.superior_forms.filling import fill_form
from reports.superior_forms.form_files import read_form


def old_form(file):
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    boxed = xlwt.easyxf("borders: left thin, right thin, top thin, bottom thin; align: horiz center")
    heading = xlwt.easyxf(
        "font: bold on, height 240; pattern: pattern solid, fore_colour yellow; align: wrap on"
    )
    sheet.write_merge(0, 0, 0, 3, "优抚对象名单", heading)
    for at, words in enumerate(("姓名", "身份证号", "家庭人口数", "出生日期")):
        sheet.write(1, at, words, heading)
    for row in range(2, 5):
        for at in range(3):
            sheet.write(row, at, "", boxed)
        sheet.write(row, 3, "", xlwt.easyxf("borders: left thin", "yyyy-mm-dd"))
    sheet.write(5, 0, "合计")
    sheet.write(5, 2, xlwt.Formula("SUM(C3:C5)"))
    sheet.col(1).width = 256 * 24
    book.save(str(file))
    return file


def test_an_old_workbook_is_filled_as_a_new_one_of_the_same_look(archive, person, tmp_path):
    for number in range(4):
        person(name=f"马{number}", family_size=number + 1)
    form, out = read_form(old_form(tmp_path / "市局.xls")), tmp_path / "已填.xlsx"
    filled = finish(fill_form(form, list(Person.select()), out))
    sheet = load_workbook(out).worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(3, 7)] == ["马0", "马1", "马2", "马3"]
    assert sheet["C7"].value == "=SUM(C3:C6)"
    assert load_workbook(out, data_only=True).worksheets[0]["C7"].value == 10
    assert sheet["A2"].font.b
    assert sheet["A1"].fill.fgColor.rgb == "00FFFF00"
    assert sheet["A6"].border.left.style == "thin"
    assert sheet.column_dimensions["B"].width == 24
    assert "A1:D1" in sheet.merged_cells
    assert sheet["D3"].is_date
    assert filled.files == [out]


def test_what_an_old_workbook_loses_is_told(archive, person, tmp_path):
    assert "下拉列表、图片和打印设置没有带过来" in read_form(old_form(tmp_path / "市局.xls")).form.notes[0]
