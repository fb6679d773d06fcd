"""A register of any kind, on paper and as a workbook."""

from __future__ import annotations

from openpyxl import load_workbook

from reports.tables.register import END, Heading, Register, numbered, write_workbook
from tests.reports.visit_plans.prepared import text


def test_a_register_without_rows_says_so(archive, tmp_path):
    empty = Register("某登记表", (Heading("序号", 10), Heading("名称", 60)), numbered([]))
    (page,) = text([empty], tmp_path / "空.pdf")
    assert "无" in page
    write_workbook(empty, tmp_path / "空.xlsx")


def test_amounts_are_numbers_whose_sum_fits_into_its_column(archive, tmp_path):
    headings = (Heading("序号", 10), Heading("账号", 40), Heading("金额(元)", 12, END))
    rows = numbered([("6217", "9,999,999.99"), ("0621", ""), ("", "0.01")])
    write_workbook(Register("某登记表", headings, rows, money=2), tmp_path / "表.xlsx")
    page = load_workbook(tmp_path / "表.xlsx", data_only=True).active
    assert [page.cell(row, 3).value for row in (4, 5, 6, 7)] == [9999999.99, None, 0.01, 10000000]
    assert [page.cell(row, 2).value for row in (4, 5)] == ["6217", "0621"]
    assert page.column_dimensions["C"].width >= len("10,000,000.00") + 1
    assert page.auto_filter.ref == "A3:C6"
