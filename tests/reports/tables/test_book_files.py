"""Books as files: what every program sees of them without reckoning."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from reports.tables.book_files import Book, save_book


def saved(book, tmp_path):
    with (tmp_path / "表.xlsx").open("wb") as stream:
        save_book(book, stream)
    return tmp_path / "表.xlsx"


def sums(tmp_path):
    book = Book("合计")
    page = book.create_page("合计")
    for row, amount in enumerate(("0.10", "0.20"), start=1):
        page.put_number(row, 1, Decimal(amount), {})
    page.put_sum(3, 1, "SUM(A1:A2)", Decimal("0.30"), {})
    page.put_text(3, 2, "=<f>A3</f><v/>", {})
    return saved(book, tmp_path)


def test_a_sum_shows_what_it_comes_to_before_anybody_reckons(tmp_path):
    made = sums(tmp_path)
    assert load_workbook(made).active["A3"].value == "=SUM(A1:A2)"
    assert load_workbook(made, data_only=True).active["A3"].value == 0.3
    assert load_workbook(made, data_only=True).active["B3"].value == "=<f>A3</f><v/>"


def test_numbers_that_are_text_on_purpose_have_no_green_corners(tmp_path):
    book = Book("名单")
    page = book.create_page("名单")
    page.put_text(1, 1, "630102194003073317", {})
    page.repeat_rows(0)
    book.create_page("第二张").join(1, 1, 1, 2, "合并", {})
    with zipfile.ZipFile(saved(book, tmp_path)) as made:
        pages = [made.read(name).decode() for name in made.namelist() if "worksheets/sheet" in name]
    assert len(pages) == 2
    assert all('sqref="A1:XFD1048576" numberStoredAsText="1"' in page for page in pages)


def test_a_long_sheet_is_whole(tmp_path):
    book = Book("名单")
    page = book.create_page("名单")
    for row in range(1, 10_001):
        page.put_number(row, 1, row, {})
        page.put_text(row, 2, "某街道某社区", {})
    page.put_sum(10_001, 1, "SUM(A1:A10000)", 50_005_000, {})
    read = load_workbook(saved(book, tmp_path), data_only=True, read_only=True).active
    rows = list(read.iter_rows(values_only=True))
    assert rows[9_999] == (10_000, "某街道某社区")
    assert rows[10_000][0] == 50_005_000


def test_a_page_says_what_it_was_told_of_heights_widths_and_joined_cells(tmp_path):
    book = Book("名单")
    page = book.create_page("名单")
    page.join(1, 1, 1, 3, "=不是公式", {"bold": True})
    page.put_text(2, 1, "甲", {})
    page.set_height(1, 33.7)
    page.set_height(2, 47.3, growing=True)
    page.set_width(2, 27.16)
    read = load_workbook(saved(book, tmp_path)).active
    assert (read["A1"].value, read["A1"].data_type, read["A1"].quotePrefix) == ("=不是公式", "s", True)
    assert [str(area) for area in read.merged_cells.ranges] == ["A1:C1"]
    assert [read.row_dimensions[row].height for row in (1, 2)] == pytest.approx([33.7, 47.3])
    assert read.column_dimensions["B"].width == pytest.approx(27.16, abs=0.01)
    with zipfile.ZipFile(tmp_path / "表.xlsx") as made:
        rows = re.findall("<row [^>]*>", made.read("xl/worksheets/sheet1.xml").decode())
    assert ["customHeight" in row for row in rows] == [True, False]


def test_pages_of_one_name_and_names_that_no_workbook_allows_are_told_apart(tmp_path):
    book = Book("名单")
    for title in ("三属人数", "三属人数", "一/二:三", "长" * 40):
        book.create_page(title)
    assert load_workbook(saved(book, tmp_path)).sheetnames == [
        "三属人数",
        "三属人数（2）",
        "一_二_三",
        "长" * 31,
    ]


def test_the_same_facts_are_the_same_bytes(tmp_path):
    made = [sums(tmp_path).read_bytes() for _ in range(2)]
    assert made[0] == made[1]


def test_a_book_says_which_program_made_it_and_no_other(tmp_path):
    with zipfile.ZipFile(sums(tmp_path)) as made:
        told = made.read("docProps/app.xml").decode() + made.read("docProps/core.xml").decode()
    assert "Microsoft" not in told
    assert "openpyxl" not in told
    assert re.search(r"<Application>优抚一人一档<", told)
    assert "zh-CN" in told
