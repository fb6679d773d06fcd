"""The officer's own looks come back."""

from __future__ import annotations

from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.styles import Font, PatternFill

from reports.imports import sheets_given_back
from tests.factories import combatant, roster


def test_the_officers_own_looks_come_back(plan_of, tmp_path):
    file = roster(tmp_path / "a.xlsx", combatant(), combatant(name=""))
    book = load_workbook(file)
    page = book["参战"]
    page.column_dimensions["B"].width, page.column_dimensions["F"].width = 33, 27
    page["B3"].font, page["B3"].fill = Font("仿宋", 12, bold=True), PatternFill("solid", fgColor="CCFFCC")
    page["E3"].number_format = 'yyyy"年"m"月"d"日"'
    page.merge_cells("A1:F1")
    page.row_dimensions[1].height, page.row_dimensions[3].height = 34, 34
    book.save(file)
    sheets_given_back.write_sheets_back(plan_of(file), tmp_path / "b.xlsx", [file])
    page = load_workbook(tmp_path / "b.xlsx")["参战"]
    assert (page.column_dimensions["B"].width, page.column_dimensions["F"].width) == (33, 27)
    assert (page["B3"].font.name, page["B3"].font.sz, page["B3"].font.b) == ("仿宋", 12, True)
    assert page["B3"].fill.fgColor.rgb.endswith("CCFFCC")
    assert page["E3"].number_format == 'yyyy"年"m"月"d"日"'
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:F1"]
    assert (page.row_dimensions[1].height, page.row_dimensions[3].height) == (34, None)


def test_a_workbook_whose_styles_are_broken_is_given_back_plain(plan_of, tmp_path, caplog):
    file = roster(tmp_path / "a.xlsx", combatant())
    plan = plan_of(file)
    with ZipFile(file) as old, ZipFile(tmp_path / "x.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<styleSheet" if name == "xl/styles.xml" else old.read(name))
    (tmp_path / "x.xlsx").replace(file)
    sheets_given_back.write_sheets_back(plan, tmp_path / "b.xlsx", [file])
    assert load_workbook(tmp_path / "b.xlsx")["参战"]["B3"].value == "张三"
    assert "looks" in caplog.text
