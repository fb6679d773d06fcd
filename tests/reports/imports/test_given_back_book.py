"""The book of sheets that are given back, as a file."""

from __future__ import annotations

from zipfile import ZipFile

from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.comments import Comment

from reports.imports.given_back_book import GivenBackBook, save_given_back


def test_the_book_is_ours_and_its_ignored_errors_stand_where_the_schema_has_them(tmp_path):
    book = GivenBackBook("核对结果")
    page = book.create_sheet("名单")
    cell = WriteOnlyCell(page, "张三")
    cell.comment = Comment("请核对", "导入结果")
    page.append([cell])
    with (tmp_path / "a.xlsx").open("wb") as stream:
        save_given_back(book, stream)
    with ZipFile(tmp_path / "a.xlsx") as made:
        sheet = made.read("xl/worksheets/sheet1.xml").decode()
        assert "<Application>优抚一人一档<" in made.read("docProps/app.xml").decode()
    assert sheet.index("<pageMargins") < sheet.index("<ignoredErrors>") < sheet.index("<legacyDrawing")
