"""Statistics in workbooks."""

from __future__ import annotations

from openpyxl import load_workbook

from reports.year.statistics import book
from tests.reports.year.statistics.tables import MADE, sheet


def test_a_workbook_has_numbers_and_merged_headings(tmp_path):
    book.write_statistics_book(
        [(2020, sheet()), (2020, sheet(title="三属人数统计表"))], tmp_path / "a.xlsx", MADE
    )
    made = load_workbook(tmp_path / "a.xlsx")
    assert made.sheetnames == ["优抚资金情况统计总表", "三属人数"]
    page = made.worksheets[0]
    assert page["A1"].value == "2020年优抚资金情况统计总表"
    assert (page["B5"].value, page["B5"].number_format) == (1586327.5, "#,##0.00")
    assert page["C3"].value == "抚恤金"
    assert {"C3:D3", "A3:A4", "B3:B4", "E3:E4"} <= {str(each) for each in page.merged_cells.ranges}
    assert page["D5"].value is None
    assert page["A8"].value == "核对：收支相符"
