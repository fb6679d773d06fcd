"""A small table inside a form: its buttons wait for a row, its acts are entries, it is as high as its rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core.journal import Entry
from models.people.person import FamilyMember
from ui.person_forms.family import Family
from ui.tables import small_tables
from ui.tables.small_tables import FEWEST_ROWS_SHOWN, MOST_ROWS_SHOWN


@pytest.fixture
def someone(person):
    return person(name="张三")


@pytest.fixture
def table(shown, session, someone):
    made = shown(Family(session))
    session.changed.connect(lambda: made.show_person(someone))
    made.show_person(someone)
    made.resize(700, 400)
    return made


@pytest.fixture
def members(save, someone, table):
    def make(count):
        save(*(FamilyMember(person=someone, name=f"王{n}", relation="子") for n in range(count)))
        table.show_person(someone)

    return make


def on(table):
    return [table.buttons.itemAt(place).widget().isEnabled() for place in range(table.buttons.count())]


def test_what_needs_a_row_waits_for_one(table, members):
    members(2)
    table.table.setCurrentIndex(table.table.rootIndex())
    assert on(table)[:3] == [True, False, False]
    table.table.selectRow(1)
    assert on(table)[:3] == [True, True, True]


def test_without_a_row_nothing_is_changed_or_deleted(table):
    table.change()
    table.delete()
    assert Entry.select().count() == 1


def test_the_delete_key_asks_and_deletes_the_row_where_it_is(table, members, boxes, qtbot):
    members(2)
    table.table.selectRow(1)
    boxes.answer = "删除"
    qtbot.keyClick(table.table, Qt.Key.Key_Delete)
    assert len(boxes) == 1
    assert [each.name for each in FamilyMember.select()] == ["王0"]
    assert Entry.select().order_by(Entry.number.desc()).get().title == "删除张三的家庭成员"


def test_a_double_click_changes_the_row(table, members, filled):
    members(2)
    filled(lambda dialog: dialog.form.editors["name"].set_value("王改"))
    table.table.opened.emit(table.rows.record(1))
    assert [each.name for each in FamilyMember.select().order_by(FamilyMember.id)] == ["王0", "王改"]
    assert Entry.select().order_by(Entry.number.desc()).get().title == "修改张三的家庭成员"


def test_it_is_as_high_as_its_rows_up_to_a_limit(table, members):
    row = table.table.verticalHeader().defaultSectionSize()
    members(FEWEST_ROWS_SHOWN)
    few = table.table.height()
    members(1)
    assert table.table.height() == few + row
    members(MOST_ROWS_SHOWN - FEWEST_ROWS_SHOWN - 1)
    most = table.table.height()
    assert most == few + (MOST_ROWS_SHOWN - FEWEST_ROWS_SHOWN) * row
    members(1)
    assert table.table.height() == most
    assert table.rows.rowCount() > small_tables.MOST_ROWS_SHOWN
