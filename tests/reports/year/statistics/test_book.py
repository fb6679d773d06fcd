"""Statistics in workbooks."""

from __future__ import annotations

from dataclasses import replace

from openpyxl import load_workbook

from models.year.statistics.frame import StatisticCell, StatisticHeading
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


def test_the_sums_are_formulas_and_show_what_they_come_to(tmp_path):
    rows = (StatisticHeading("合计", total=True), StatisticHeading("甲街道"), StatisticHeading("乙街道"))
    cells = tuple((StatisticCell(value, ()),) for value in (5, 2, 3))
    made = replace(sheet(), rows=rows, columns=(StatisticHeading("人数"),), cells=cells)
    book.write_statistics_book([(2020, made)], tmp_path / "a.xlsx", MADE)
    assert load_workbook(tmp_path / "a.xlsx").active["B5"].value == "=SUM(B6:B7)"
    assert load_workbook(tmp_path / "a.xlsx", data_only=True).active["B5"].value == 5


def test_no_line_of_a_statistic_is_cut_off(tmp_path):
    long = "某某市某某某自治区退役军人事务管理服务保障局优抚安置科" * 6
    made = replace(sheet(columns=(StatisticHeading("按月发放的定期生活补助金额合计"),)), notes=(long,))
    book.write_statistics_book([(2020, made)], tmp_path / "a.xlsx", MADE._replace(office=long))
    page = load_workbook(tmp_path / "a.xlsx").active
    heights = [page.row_dimensions[row].height for row in range(1, 10)]
    lines = -(-2 * len(long) // 96)
    assert heights[1] > lines * 14
    assert heights[6] > lines * 14
