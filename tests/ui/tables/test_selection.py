"""What is chosen in a table: kept, counted, summed up, copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from models.people.person import Person
from tests import factories
from tests.ui.tables.conftest import everybody, select


def test_a_selection_stays_with_its_records(qtbot, table, people, session):
    people(50)
    table.rows.show(everybody())
    select(table, 10, 0, 12, 2)
    chosen = table.selected_keys()
    with session.entry("登记"):
        Person(name="0000a", number=factories.citizen_number()).save()
    table.rows.refresh()
    assert table.selected_keys() == chosen
    assert table.selectedIndexes()[0].row() == 11


def test_selected_cells_are_copied_with_their_headings(table, people):
    people(5)
    table.rows.show(everybody())
    select(table, 1, 0, 2, 2)
    table.copy()
    number = Person.get(name="0001").number
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "姓名\t公民身份号码\t年收入"
    assert lines[1] == f"0001\t{number}\t1.50"
    assert len(lines) == 3


def test_numbers_reach_a_spreadsheet_as_text(table, people):
    people(2)
    table.rows.show(everybody())
    select(table, 0, 1, 1, 1)
    table.copy()
    html = QGuiApplication.clipboard().mimeData().html()
    assert f"""<td style="mso-number-format:'\\@'">{Person.get(name="0000").number}</td>""" in html


def test_a_single_cell_is_copied_without_a_heading(qtbot, table, people):
    people(2)
    table.rows.show(everybody())
    table.setCurrentIndex(table.rows.index(1, 1))
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == Person.get(name="0001").number


def test_columns_are_copied_as_they_stand_on_the_screen(table, people):
    people(2)
    table.rows.show(everybody())
    table.headings.moveSection(0, 1)
    table.selectAll()
    table.copy()
    assert QGuiApplication.clipboard().text().split("\n")[0] == "公民身份号码\t姓名\t年收入\t备注"


def test_too_many_rows_are_not_copied(monkeypatch, boxes, table, people):
    monkeypatch.setattr("ui.tables.tables.COPIED", 3)
    people(5)
    table.rows.show(everybody())
    table.selectAll()
    table.copy()
    assert boxes == ["一次最多复制3行，现在选中5行。请改用导出。"]


def test_the_selection_is_counted_and_summed_up(qtbot, table, people):
    people(1500)
    table.rows.show(everybody())
    with qtbot.waitSignal(table.selection_said) as said:
        select(table, 1000, 1, 1002, 2)
    assert said.args == ["选中3行　合计：年收入 3,004.50"]
    with qtbot.waitSignal(table.selection_said) as said:
        select(table, 0, 0, 1, 1)
    assert said.args == ["选中2行"]
    with qtbot.waitSignal(table.selection_said) as said:
        table.clearSelection()
    assert said.args == [""]
