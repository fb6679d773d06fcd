"""An official document as a Word file."""

from __future__ import annotations

from docx.shared import Mm

from tests.reports.official.opened import opened


def test_the_page_is_that_of_an_official_document(tmp_path):
    made = opened(tmp_path)
    page = made.sections[0]
    sizes = (page.page_width, page.page_height, page.top_margin, page.bottom_margin, page.left_margin)
    assert [round(size / Mm(1)) for size in sizes] == [210, 297, 37, 35, 28]
    assert made.settings.odd_and_even_pages_header_footer
    assert page.footer.paragraphs[0].text == "—  —"  # the number itself is a field
    assert page.even_page_footer.paragraphs[0].text == "—  —"


def test_a_file_says_what_to_use_where_a_typeface_is_missing(tmp_path):
    made = opened(tmp_path)
    table = next(p for p in made.part.package.iter_parts() if p.partname.endswith("fontTable.xml"))
    assert "仿宋_GB2312" in table.blob.decode()


def test_a_practice_archive_is_told_in_the_head(tmp_path):
    page = opened(tmp_path, practice=True).sections[0]
    assert "演练" in page.header.paragraphs[0].text
    assert "演练" in page.even_page_header.paragraphs[0].text
