"""统计表 in the window."""

from __future__ import annotations

from openpyxl import load_workbook


def test_a_cell_of_a_table_opens_its_people(page, identity, person, rows):
    identity(person(street="总寨镇"), kind="三属", category="烈士遗属")
    section = page("统计表")
    words = section.grid.words
    row = next(n for n, each in enumerate(words.rows) if each[0] == "总寨镇")
    section.open_cell(row, len(words.headings) - 1)
    (window,) = rows
    assert window.rows.rowCount() == 1
    section.open_cell(row, 1)  # nobody
    assert len(rows) == 1
    section.names.setCurrentRow(4)
    assert "年初" in section.notes.text()


def test_tables_are_saved_as_a_workbook(page, place, qtbot, boxes):
    section = page("统计表")
    section.save(True)
    out = place / "2020年优抚统计表.xlsx"
    qtbot.waitUntil(out.exists, timeout=10_000)
    qtbot.waitUntil(lambda: len(boxes) == 1, timeout=5_000)
    assert len(load_workbook(out).sheetnames) == 10
