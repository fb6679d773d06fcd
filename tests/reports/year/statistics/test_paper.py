"""Statistics on paper and in workbooks say what the cells say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from models.people.identity import Identity
from models.year.statistics.frame import StatisticCell, StatisticHeading, StatisticSheet
from reports.year.statistics import book, paper
from tests.reports.year.statistics.tables import MADE, sheet


def words(out):
    return "".join(page.extract_text() for page in PdfReader(out).pages)


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


def test_a_practice_archive_is_told(tmp_path):
    made = MADE._replace(practice=True)
    paper.write_statistics_paper([(2020, sheet())], tmp_path / "a.pdf", made)
    book.write_statistics_book([(2020, sheet())], tmp_path / "a.xlsx", made)
    assert "虚构人员" in words(tmp_path / "a.pdf")
    assert "虚构人员" in load_workbook(tmp_path / "a.xlsx").worksheets[0]["A2"].value


@pytest.mark.parametrize("count", range(9, 13))
def test_the_bold_figures_of_a_sum_stand_in_one_line(tmp_path, count):
    columns = tuple(StatisticHeading(f"第{number}项") for number in range(count))
    figures = tuple(StatisticCell(Decimal("1888888.88"), ()) for _ in columns)
    rows = (StatisticHeading("1月"), StatisticHeading("合计", total=True))
    sheet = StatisticSheet("表", "元", "月份", Identity, rows, columns, (figures, figures))
    paper.write_statistics_paper([(0, sheet)], tmp_path / "a.pdf", MADE)
    (page,) = PdfReader(tmp_path / "a.pdf").pages
    assert page.extract_text().count("1,888,888.88") == 2 * count


def test_a_group_is_no_narrower_than_its_heading(tmp_path):
    money = tuple(StatisticHeading(f"第{number}项", group="需要金额") for number in range(11))
    columns = (*money, StatisticHeading("待核定", group="没有计入"), StatisticHeading("享受项数"))
    figures = (*[StatisticCell(Decimal("163985.86"), ())] * 11, *[StatisticCell(0, ())] * 2)
    made = StatisticSheet("表", "元", "月份", Identity, (StatisticHeading("1月"),), columns, (figures,))
    paper.write_statistics_paper([(0, made)], tmp_path / "a.pdf", MADE)
    (page,) = PdfReader(tmp_path / "a.pdf").pages
    assert "没有计入" in page.extract_text()
