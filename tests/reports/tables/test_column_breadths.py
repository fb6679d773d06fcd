"""Columns give room to long words, and only then."""

from __future__ import annotations

from pypdf import PdfReader

from models.core.jobs import finish
from reports.tables.column_breadths import fitted_breadths
from reports.tables.register import Heading, Register, write_paper

HEADINGS = (("序号", 12.0), ("日期", 30.0), ("反映事项", 90.0), ("处理结果", 120.0), ("备注", 10.0))
SHORT = ("1", "2020-08-01", "住房", "已办", "无")
LONG = ("2", "2020-08-02", "医疗", "已办", "住院费用已按规定二次报销。" * 23)


def test_short_words_leave_the_table_as_it_is():
    assert fitted_breadths(HEADINGS, [SHORT] * 3) == (12, 30, 90, 120, 10)
    assert fitted_breadths(HEADINGS, []) == (12, 30, 90, 120, 10)


def test_a_long_note_gets_the_room_that_others_can_spare():
    found = fitted_breadths(HEADINGS, [SHORT, LONG])
    assert abs(sum(found) - 262) < 0.01
    assert found[4] > 100
    assert found[1] > 20, "a day stays in one line"


def test_fourteen_rows_with_notes_of_three_hundred_characters_need_few_pages(archive, tmp_path):
    out = tmp_path / "登记表.pdf"
    headings = tuple(Heading(*each) for each in HEADINGS)
    finish(write_paper([Register("信访事项登记表", headings, (LONG,) * 14)], out))
    assert len(PdfReader(out).pages) <= 4
