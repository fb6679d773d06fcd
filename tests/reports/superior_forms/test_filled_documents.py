from __future__ import annotations

import docx
import pytest

from models.core.jobs import finish
from reports.superior_forms.filling import fill_form
from reports.superior_forms.form_files import read_form
from tests.reports.superior_forms.papers import word_list

HEADINGS = ["序号", "姓名", "身份证号", "联系电话"]


@pytest.fixture
def people(person):
    return [person(name=f"马{number}", phone="13900001234") for number in range(5)]


def rows(file):
    return [[cell.text for cell in row.cells] for row in docx.Document(str(file)).tables[0].rows]


def test_rows_of_a_document_are_filled_and_more_are_added_above_its_foot(people, tmp_path):
    form = word_list(tmp_path / "名单.docx", HEADINGS, 2, "填表人：　　审核人：")
    out = tmp_path / "已填.docx"
    finish(fill_form(read_form(form), people, out))
    said = rows(out)
    assert [row[:2] for row in said[1:6]] == [[str(number + 1), f"马{number}"] for number in range(5)]
    assert said[6][0] == "填表人：　　审核人："
    assert len(said) == 7


def test_a_document_without_free_rows_gets_them_below_its_heading(people, tmp_path):
    out = tmp_path / "已填.docx"
    finish(fill_form(read_form(word_list(tmp_path / "名单.docx", HEADINGS, 0)), people, out))
    assert [row[1] for row in rows(out)] == ["姓名", *(f"马{number}" for number in range(5))]
    cell = docx.Document(str(out)).tables[0].cell(1, 1)
    assert cell.text == "马0"
