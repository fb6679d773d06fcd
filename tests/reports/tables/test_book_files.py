"""Books as files: what every program sees of them without reckoning."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal

from openpyxl import load_workbook

from reports.tables.book_cells import put_text
from reports.tables.book_files import Book, put_sum, save_book


def saved(book, tmp_path):
    with (tmp_path / "表.xlsx").open("wb") as stream:
        save_book(book, stream)
    return tmp_path / "表.xlsx"


def sums(tmp_path):
    book = Book("合计")
    page = book.worksheets[0]
    for row, amount in enumerate(("0.10", "0.20"), start=1):
        page.cell(row, 1).value = Decimal(amount)
    put_sum(page.cell(3, 1), "SUM(A1:A2)", Decimal("0.30"))
    put_text(page.cell(3, 2), "=<f>A3</f><v/>")
    return saved(book, tmp_path)


def test_a_sum_shows_what_it_comes_to_before_anybody_reckons(tmp_path):
    made = sums(tmp_path)
    assert load_workbook(made).active["A3"].value == "=SUM(A1:A2)"
    assert load_workbook(made, data_only=True).active["A3"].value == 0.3
    assert load_workbook(made, data_only=True).active["B3"].value == "=<f>A3</f><v/>"


def test_numbers_that_are_text_on_purpose_have_no_green_corners(tmp_path):
    book = Book("名单")
    book.worksheets[0].append(["630102194003073317"])
    book.worksheets[0].print_title_rows = "1:1"
    book.create_sheet("第二张").merge_cells("A1:B1")
    with zipfile.ZipFile(saved(book, tmp_path)) as made:
        pages = [made.read(name).decode() for name in made.namelist() if "worksheets/sheet" in name]
    assert len(pages) == 2
    assert all('numberStoredAsText="1"' in page for page in pages)
    assert all(page.endswith("</ignoredErrors></worksheet>") for page in pages)


def test_the_ignored_errors_stand_where_the_schema_has_them(tmp_path):
    from openpyxl.comments import Comment

    book = Book("名单")
    book.worksheets[0]["A1"].comment = Comment("请核对", "导入结果")
    with zipfile.ZipFile(saved(book, tmp_path)) as made:
        page = made.read("xl/worksheets/sheet1.xml").decode()
    assert page.index("<pageMargins") < page.index("<ignoredErrors>") < page.index("<legacyDrawing")


def test_a_long_sheet_is_whole(tmp_path):
    book = Book("名单")
    for number in range(30_000):
        book.worksheets[0].append([number, "某街道某社区"])
    put_sum(book.worksheets[0].cell(30_001, 1), "SUM(A1:A30000)", 449_985_000)
    page = load_workbook(saved(book, tmp_path), data_only=True, read_only=True).active
    rows = list(page.iter_rows(values_only=True))
    assert rows[29_999] == (29_999, "某街道某社区")
    assert rows[30_000][0] == 449_985_000


def test_a_book_says_which_program_made_it_and_no_other(tmp_path):
    with zipfile.ZipFile(sums(tmp_path)) as made:
        told = made.read("docProps/app.xml").decode() + made.read("docProps/core.xml").decode()
    assert "Microsoft" not in told
    assert "openpyxl" not in told
    assert re.search(r"<Application>优抚一人一档<", told)
    assert "zh-CN" in told
