"""The headings of a table, as the officer left them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.tables.conftest import columns, everybody
from ui.tables.tables import Column, QueryModel, RecordTable


def test_columns_are_remembered_as_they_were_left(qtbot, table, rows):
    table.headings.moveSection(0, 2)
    table.headings.resizeSection(1, 222)
    table.headings.show_column("notes", False)
    table.headings.show_column("phone")
    table.hide()

    again = RecordTable(QueryModel(columns(), rows), "people")
    qtbot.addWidget(again)
    heads = again.headings
    assert [heads.logicalIndex(place) for place in range(5)] == [1, 2, 0, 3, 4]
    assert heads.sectionSize(1) == 222
    assert heads.isSectionHidden(3)
    assert not heads.isSectionHidden(4)


def test_the_columns_chosen_are_those_shown_from_left_to_right(table):
    usual = table.headings.chosen()
    table.headings.moveSection(0, 2)
    table.headings.show_column(usual[1], False)
    assert table.headings.chosen() == (usual[2], usual[0], *usual[3:])


def test_columns_can_be_put_back_as_the_program_has_them(table):
    usual = [table.headings.sectionSize(section) for section in range(3)]
    table.headings.moveSection(0, 2)
    table.headings.resizeSection(1, 222)
    table.headings.show_column("phone")
    table.headings.keep()
    menu = table.headings.menu()
    menu.actions()[-1].trigger()
    assert [table.headings.logicalIndex(place) for place in range(5)] == [0, 1, 2, 3, 4]
    assert [table.headings.sectionSize(section) for section in range(3)] == usual
    assert table.headings.isSectionHidden(4)


def test_the_heading_menu_hides_columns_but_never_the_last(table):
    menu = table.headings.menu()
    for action in menu.actions()[:5]:
        action.setChecked(False)
    assert table.headings.hiddenSectionCount() == 4


def test_a_column_that_a_later_version_adds_is_shown(qtbot, table):
    table.headings.keep()
    grown = [*columns(), Column("street", "所属街道", lambda p: p.street)]
    again = RecordTable(QueryModel(grown), "people")
    qtbot.addWidget(again)
    assert not again.headings.isSectionHidden(5)


def test_spoilt_memory_is_no_reason_to_fail(qtbot):
    from ui.widgets import window_memory

    window_memory.remember("columns/people", {"name": 3})
    again = RecordTable(QueryModel(columns()), "people")
    qtbot.addWidget(again)
    assert again.headings.sectionSize(0) > 50


def test_a_click_on_a_heading_sorts(qtbot, table, people):
    people(10)
    table.rows.show(everybody())
    heads = table.headings
    place = heads.viewport().rect().center()
    place.setX(heads.sectionViewportPosition(0) + 20)
    for order in ("0000", "0009", "0000"):
        qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert table.rows.index(0, 0).data() == order
