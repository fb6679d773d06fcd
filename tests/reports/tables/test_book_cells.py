"""Text in a workbook's cell stays text."""

from __future__ import annotations

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from reports.person.people_roster import (
    write_roster_workbook,
)
from tests.reports.person.rosters import ON_PAPER, roster, row

TRICKY = [
    "=1+1",
    "+8697112345",
    "-1",
    "@SUM(A1)",
    "＝1",
    "630103195308010011",
    "007",
    "_x0041_",
    "甲\n乙",
    " 前后 ",
    "1953-08-01",
]


def test_words_in_a_workbook_are_the_words_given(tmp_path):
    made = roster(*(row(n, 姓名=words, 备注=words) for n, words in enumerate(TRICKY, start=1)))
    write_roster_workbook(made, tmp_path / "a.xlsx")
    read = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert [(str(int(number)), *words) for number, *words in read[3:-1]] == list(made.rows)
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [
        cell for line in page.iter_rows(min_row=4, max_row=3 + len(TRICKY)) for cell in line if cell.value
    ]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("n", "0"), ("s", "@")}
    assert page["B4"].quotePrefix
    assert not page["B9"].quotePrefix


def test_what_no_workbook_may_hold_is_left_out(tmp_path):
    write_roster_workbook(roster(row(姓名="马\x00建\ufffe国", 备注="长" * 40_000)), tmp_path / "a.xlsx")
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert page["B4"].value == "马建国"
    assert len(page.cell(4, ON_PAPER).value) == 32_767
