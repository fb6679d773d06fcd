"""What the officer sees of a workbook and its values do not say: hidden rows, text struck out, pictures in cells."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.styles import Font

from models.people.person import Person
from models.people.person import Remark as Note
from tests.factories import citizen_number, workbook

HEADING = ["序号", "姓名", "身份证号", "村(社区)", "联系电话", "照片"]


def told(plan):
    return [remark.words for sheet in plan.sheets for remark in (*sheet.findings, *sheet.refused)]


@pytest.fixture
def changed(take_in, tmp_path):
    """Take in a roster of two after something was done to its sheet."""

    def run(change, picture=""):
        rows = [
            [n, name, citizen_number(), "东村", "13900000001", picture]
            for n, name in enumerate(("甲一", "乙二"), 1)
        ]
        file = workbook(tmp_path / "名册.xlsx", {"参战": [["参战退役人员花名册"], HEADING, *rows]})
        book = openpyxl.load_workbook(file)
        change(book.active)
        book.save(file)
        return take_in(file)

    return run


def test_a_hidden_row_is_read_and_told(changed):
    plan = changed(lambda sheet: setattr(sheet.row_dimensions[4], "hidden", True))
    assert Person.select().count() == 2
    assert [words for words in told(plan) if "隐藏" in words] == [
        "第4行是隐藏的行（或被筛选掉），已照样读入，请核对是否应当读入"
    ]


def test_somebody_struck_out_is_not_taken_in(changed):
    def strike(sheet):
        for cell in sheet[4]:
            cell.font = Font(strike=True)

    plan = changed(strike)
    assert [person.name for person in Person.select()] == ["甲一"]
    assert any("划掉" in words for words in told(plan))


def test_a_fact_struck_out_is_left_out_and_told(changed):
    plan = changed(lambda sheet: setattr(sheet["E3"], "font", Font(strike=True)))
    assert [person.phone for person in Person.select().order_by(Person.id)] == ["", "13900000001"]
    assert any("13900000001" in words and "划掉" in words for words in told(plan))


def test_a_picture_in_a_cell_is_no_note(changed):
    def put(sheet):
        for place in ("F3", "F4"):
            sheet[place].value, sheet[place].data_type = '=DISPIMG("ID_0A1B",1)', "s"

    plan = changed(put)
    assert Note.select().count() == 0
    assert [words for words in told(plan) if "图片" in words] == ["“照片”一栏是嵌在单元格里的图片，没有读入"]
