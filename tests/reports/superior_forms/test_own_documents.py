from __future__ import annotations

from datetime import date

import docx
import pytest
from pypdf import PdfReader

from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from reports.superior_forms.filling import fill_form
from reports.superior_forms.form_files import read_form
from tests.reports.superior_forms.papers import letter, words_in

NOTICE = (
    "优待金领取通知", "〔姓名〕同志（身份证号〔身份证号〕）：", "你于〔入伍时间〕入伍，文号城退役〔2020〕12号，请到〔领取地点〕办理。",
    "〔单位〕", "〔日期〕",
)  # fmt: skip


@pytest.fixture
def two(identity, person):
    people = [person(name="张三"), person(name="李四")]
    for each in people:
        identity(each, joined=PartDate(1968, 5, 22))
    return people


def fill(file, people, out):
    return finish(fill_form(read_form(file), people, out, today=date(2020, 8, 1)))


def test_a_letter_for_each_with_its_blanks_filled(two, tmp_path):
    filled = fill(letter(tmp_path / "通知.docx", *NOTICE), two, tmp_path / "通知")
    said = [words_in(file) for file in filled.files]
    assert [each[1].partition("同志")[0] for each in said] == ["张三", "李四"]
    assert said[0][2] == "你于1968年5月22日入伍，文号城退役〔2020〕12号，请到〔领取地点〕办理。"
    assert said[0][3:] == ["西宁市城中区退役军人事务局", "2020年8月1日"]


def test_a_blank_that_nobody_knows_stays_and_is_told(two, tmp_path):
    filled = fill(letter(tmp_path / "通知.docx", *NOTICE), two, tmp_path / "通知")
    assert [(each.heading, each.number) for each in filled.left] == [("领取地点", "")]


def test_words_keep_the_look_of_their_blank(two, tmp_path):
    (file,) = fill(letter(tmp_path / "通知.docx", *NOTICE), two[:1], tmp_path / "一份.docx").files
    name = docx.Document(str(file)).paragraphs[1].runs[0]
    assert (name.text, name.bold) == ("张三", True)


def test_a_letter_as_pdf_is_set_as_an_official_document(two, tmp_path):
    filled = fill(letter(tmp_path / "通知.docx", *NOTICE), two, tmp_path / "通知.pdf")
    assert [file.suffix for file in filled.files] == [".pdf", ".pdf"]
    assert len(PdfReader(filled.files[0]).pages) == 1
    assert "公文格式" in filled.form.notes[0]


def test_a_letter_with_a_table_is_no_pdf(two, tmp_path):
    file = letter(tmp_path / "通知.docx", *NOTICE)
    made = docx.Document(str(file))
    made.add_table(1, 2)
    made.save(str(file))
    with pytest.raises(Refusal, match=r"请存为\.docx"):
        fill(file, two, tmp_path / "通知.pdf")
