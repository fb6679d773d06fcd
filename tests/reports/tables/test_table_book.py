"""A table of words as a workbook, ready to be sorted and printed."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

from openpyxl import load_workbook

from reports.person.people_roster import (
    write_roster_workbook,
)
from tests.reports.person.files import LONG_NAME
from tests.reports.person.rosters import HEADINGS, many, roster, row


def test_the_workbook_is_ready_to_be_sorted_and_printed(tmp_path):
    write_roster_workbook(many(3), tmp_path / "a.xlsx")
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [cell.value for cell in page[3]] == HEADINGS
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("C4", "A3:S6", "$1:$3")
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert page.print_area == "'花名册'!$A$1:$L$7"
    assert page["A7"].value.startswith("合计：3人")
    assert page["A4"].border.left.style == page["S6"].border.bottom.style == "thin"
    assert page["A3"].font.name == "黑体"
    assert "&P" in page.oddFooter.center.text


def test_rows_are_high_enough_for_their_words_and_may_grow(tmp_path):
    write_roster_workbook(
        roster(row(), row(2, 姓名=LONG_NAME), row(3, 备注="长" * 9000)), tmp_path / "a.xlsx"
    )
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    low, high, highest = (page.row_dimensions[n].height for n in (4, 5, 6))
    assert low == 20
    assert high > 10 * 14
    assert highest <= 409.5
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        rows = ElementTree.parse(io.BytesIO(package.read("xl/worksheets/sheet1.xml"))).iterfind(
            "{*}sheetData/{*}row"
        )
        assert [each.get("customHeight") for each in rows][3:6] == [None] * 3


def test_a_workbook_from_a_practice_archive_says_so(tmp_path):
    write_roster_workbook(replace(many(1), practice=True), tmp_path / "a.xlsx")
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert page["A1"].value == "【演练】优抚对象花名册"
    assert "不得作为任何凭证" in page["A2"].value
    write_roster_workbook(many(1), tmp_path / "b.xlsx")
    assert "演练" not in str(list(load_workbook(tmp_path / "b.xlsx").worksheets[0].values))
