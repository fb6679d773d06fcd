"""A register of any kind, on paper and as a workbook."""

from __future__ import annotations

from reports.tables.register import Heading, Register, numbered, write_workbook
from tests.reports.visit_plans.prepared import text


def test_a_register_without_rows_says_so(archive, tmp_path):
    empty = Register("某登记表", (Heading("序号", 10), Heading("名称", 60)), numbered([]))
    (page,) = text([empty], tmp_path / "空.pdf")
    assert "无" in page
    write_workbook(empty, tmp_path / "空.xlsx")
