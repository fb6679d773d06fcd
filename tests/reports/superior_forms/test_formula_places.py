from __future__ import annotations

from openpyxl import load_workbook

from models.core.jobs import finish
from models.people.person import Person
from models.superior_forms.form_fields import BY_FORMULA
from reports.superior_forms.filling import fill_form
from reports.superior_forms.form_files import read_form
from tests.factories import workbook


def test_a_column_that_the_form_reckons_is_kept_and_nothing_is_said_of_it(person, tmp_path):
    for name in ("马一", "马二"):
        person(name=name)
    rows = [
        ["姓名", "身份证号", "核对码", "备用金"],
        ["", "", "=LEN(B2)", ""],
        ["合计", "", "", "=SUM(D2:D2)"],
    ]
    file, out = workbook(tmp_path / "市局.xlsx", {"表": rows}), tmp_path / "已填.xlsx"
    left = finish(fill_form(read_form(file), list(Person.select()), out)).left
    assert [each.heading for each in left] == ["备用金"]
    assert [row[2] for row in load_workbook(out).worksheets[0].iter_rows(values_only=True)] == [
        "核对码",
        "=LEN(B2)",
        "=LEN(B3)",
        None,
    ]


def test_a_blank_of_a_page_that_reckons_itself_is_not_written_over(person, tmp_path):
    rows = [["姓名", "", "身份证号", ""], ["出生日期", "=MID(D1,7,8)", "联系电话", ""], ["住址", ""]]
    file, out = workbook(tmp_path / "登记表.xlsx", {"表": rows}), tmp_path / "已填.xlsx"
    form = read_form(file)
    assert [each.heading for each in form.form.asked() if each.field == BY_FORMULA] == ["出生日期"]
    finish(fill_form(form, [person(name="马一")], out))
    assert load_workbook(out).worksheets[0]["B2"].value == "=MID(D1,7,8)"
