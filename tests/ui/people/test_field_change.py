"""One field of many people is changed from the list: previewed, written, and taken back by one undoing."""

from __future__ import annotations

import pytest

from models.people.person import Person
from ui.people.field_change import FieldChangeDialog


@pytest.fixture
def dialog(page, person, qtbot, session):
    for name, street in (("甲", "总寨乡"), ("乙", "总寨乡"), ("丙", "南滩街道")):
        person(name=name, street=street)
    page.refresh()
    page.table.selectAll()
    made = FieldChangeDialog(session, page.wish(), page)
    qtbot.addWidget(made)
    return made


def test_words_are_replaced_after_a_preview_and_undone_at_once(dialog, boxes, qtbot, session):
    assert not dialog.write_button.isEnabled()
    dialog.wish.replaces.setChecked(True)
    dialog.wish.sought.setText("乡")
    dialog.wish.instead.setText("镇")
    dialog.preview()
    qtbot.waitUntil(dialog.write_button.isEnabled)
    assert [[dialog.rows.text(row, column) for column in range(3)] for row in range(2)] == [
        ["甲", "总寨乡", "总寨镇"],
        ["乙", "总寨乡", "总寨镇"],
    ]
    assert dialog.told.text() == "将改2人，1人不变"
    dialog.write()
    qtbot.waitUntil(lambda: bool(boxes))
    assert "已改2人" in boxes[0]
    assert Person.select().where(Person.street == "总寨镇").count() == 2
    session.undo(session.last_undoable().number)
    assert Person.select().where(Person.street == "总寨乡").count() == 2


def test_a_preview_counts_no_more_once_something_else_is_wanted(dialog, qtbot):
    dialog.wish.editor.set_value("总寨镇")
    dialog.preview()
    qtbot.waitUntil(dialog.write_button.isEnabled)
    dialog.wish.field.setCurrentText("备注")
    assert not dialog.write_button.isEnabled()
    assert dialog.rows.rowCount() == 0
    dialog.wish.editor.set_value("已核对")
    dialog.preview()
    qtbot.waitUntil(lambda: dialog.write_button.text() == "写入3人")


def test_what_cannot_be_read_is_said(dialog, boxes):
    dialog.wish.field.setCurrentText("年收入")
    assert not dialog.wish.replaces.isEnabled()
    dialog.wish.editor.setText("很多")
    dialog.preview()
    dialog.wish.field.setCurrentText("备注")
    dialog.wish.replaces.setChecked(True)
    dialog.preview()
    assert len(boxes) == 2
    assert boxes[1] == "请写出要找的字。"
