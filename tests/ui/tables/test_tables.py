from __future__ import annotations

from PySide6.QtCore import Qt

from models.people.person import Person
from tests import factories
from tests.ui.tables.conftest import everybody
from ui.widgets import theme


def test_a_person_who_was_looked_at_stays_where_he_was_on_the_screen(qtbot, table, people, session):
    people(500)
    table.rows.show(everybody())
    table.go_to(Person.get(name="0300").id)
    qtbot.waitUntil(lambda: table.verticalScrollBar().value() > 0)
    before = table.rowViewportPosition(table.currentIndex().row())
    with session.entry("登记"):
        Person(name="0000a", number=factories.citizen_number()).save()
    table.rows.refresh()
    qtbot.wait(1)
    assert table.record().name == "0300"
    assert table.rowViewportPosition(table.currentIndex().row()) == before


def test_going_to_somebody_who_is_still_looked_for_waits(qtbot, table, people):
    people(300)
    table.rows.MANY = 100
    table.rows.show(everybody().where(Person.name < "0200"))
    with qtbot.waitSignal(table.rows.shown):
        table.rows.show(everybody())
        assert not table.go_to(Person.get(name="0250").id)
    assert table.record().name == "0250"
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_enter_and_double_click_open_the_record(qtbot, table, people):
    people(3)
    table.rows.show(everybody())
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args[0].name == "0001"
    with qtbot.waitSignal(table.opened) as opened:
        table.doubleClicked.emit(table.rows.index(2, 0))
    assert opened.args[0].name == "0002"


def test_an_empty_table_says_why(qtbot, table, archive):
    table.rows.show(everybody())
    empty = table.grab().toImage()
    table.set_empty_text("")
    assert table.grab().toImage() != empty


def test_rows_and_columns_grow_with_the_type(qtbot, qapp, table, people):
    people(3)
    table.rows.show(everybody())
    table.show()
    width, height = table.columnWidth(1), table.rowHeight(0)
    theme.set_size(qapp, 16)
    try:
        qtbot.waitUntil(lambda: table.columnWidth(1) == round(width * 1.6) and table.rowHeight(0) > height)
        table.headings.resizeSection(1, 320)
        table.headings.keep()
        table.hide()  # what is not seen takes its type when it is shown again
    finally:
        theme.set_size(qapp, theme.USUAL_SIZE)
    table.headings.keep()
    table.show()
    assert table.columnWidth(1) == 200
    assert table.rowHeight(0) == height
