"""Statistics on paper and in workbooks say what the cells say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.people.identity import Identity
from models.year.statistics.charts import Bar, Chart
from models.year.statistics.frame import StatisticCell, StatisticHeading, StatisticSheet
from reports.year.statistics import book, paper
from reports.year.statistics.paper import Made
from reports.year.statistics.words import Span, diagram, groups, shown_value

MADE = Made("某区退役军人事务局", "王芳", date(2021, 1, 5))
COLUMNS = (
    StatisticHeading("补助总额", total=True),
    StatisticHeading("人数", group="抚恤金"),
    StatisticHeading("金额", group="抚恤金"),
    StatisticHeading("合计", total=True),
)


def sheet(rows=2, title="优抚资金情况统计总表", columns=COLUMNS):
    headings = tuple(StatisticHeading(f"第{n}街道", total=n == 0) for n in range(rows))
    values = [Decimal("1586327.50"), 12, Decimal("0"), None, *[3] * 40][: len(columns)]
    cells = tuple(tuple(StatisticCell(value, ()) for value in values) for _ in headings)
    return StatisticSheet(
        title, "元", "街道(镇)", Identity, headings, columns, cells, ("收支相符",), ("按月份统计。",)
    )


def words(out):
    return "".join(page.extract_text() for page in PdfReader(out).pages)


def test_nothing_is_left_blank_and_money_keeps_its_fen():
    assert [shown_value(each) for each in (0, None, 1234, Decimal("1234.5"))] == ["", "", "1,234", "1,234.50"]


def test_columns_of_one_group_stand_under_one_heading():
    assert groups(COLUMNS) == [Span("", 0, 1), Span("抚恤金", 1, 2), Span("", 3, 1)]


def test_the_paper_tells_title_year_figures_proof_and_who_signs(tmp_path):
    paper.write_statistics_paper([(2020, sheet())], tmp_path / "a.pdf", MADE)
    said = words(tmp_path / "a.pdf")
    for each in (
        "2020年优抚资金情况统计总表",
        "1,586,327.50",
        "收支相符",
        "按月份统计",
        "制表人：王芳",
        "单位负责人",
        "2021年1月5日",
    ):
        assert each in said


@pytest.mark.parametrize("rows", [0, 1, 30, 120])
def test_every_row_is_printed_and_each_page_has_the_headings(tmp_path, rows):
    paper.write_statistics_paper([(2020, sheet(rows))], tmp_path / "a.pdf", MADE)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages]
    assert all("街道(镇)" in page and "共 " in page for page in pages)
    assert "".join(pages).count("1,586,327.50") == rows


def test_many_columns_fit_on_the_page(tmp_path):
    columns = tuple(
        StatisticHeading(f"参加过某次作战的退役人员{n}", group=f"第{n // 5}组") for n in range(30)
    )
    paper.write_statistics_paper([(2020, sheet(3, columns=columns))], tmp_path / "a.pdf", MADE)
    assert len(PdfReader(tmp_path / "a.pdf").pages) == 1


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


def test_a_practice_archive_is_told(tmp_path):
    made = MADE._replace(practice=True)
    paper.write_statistics_paper([(2020, sheet())], tmp_path / "a.pdf", made)
    book.write_statistics_book([(2020, sheet())], tmp_path / "a.xlsx", made)
    assert "虚构人员" in words(tmp_path / "a.pdf")
    assert "虚构人员" in load_workbook(tmp_path / "a.xlsx").worksheets[0]["A2"].value


def test_a_chart_is_drawn_from_its_bars():
    drawn = diagram(Chart("人数", "人", False, Identity, (Bar("三属", 2, (5, 6)),)))
    assert [(fact.key, fact.value, fact.note) for fact in drawn.facts] == [("三属", 2, "2条记录")]
