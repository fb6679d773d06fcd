"""A list of what the office did: deleted after a question, as one action; its head breaks where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt

from models.visits.visit import Visit

USER = "王芳"


def test_deleting_asks_in_plain_words(page, visit, boxes, qtbot):
    visit()
    shown = page()
    assert not shown.buttons[2].isEnabled()
    shown.table.selectRow(0)
    qtbot.waitUntil(shown.buttons[2].isEnabled)
    shown.delete()
    assert boxes[0].startswith("要删除2020年8月1日对张三的走访慰问记录吗？")
    assert Visit.select().count() == 1
    boxes.answer = "删除"
    qtbot.keyClick(shown.table, Qt.Key.Key_Delete)
    assert Visit.select().count() == 0
    assert shown.rows.rowCount() == 0


def test_several_are_deleted_as_one_action(page, visit, boxes, session):
    for _ in range(3):
        visit()
    shown = page()
    shown.table.selectAll()
    boxes.answer = "删除"
    shown.delete()
    assert "选中的3条走访慰问记录" in boxes[0]
    assert Visit.select().count() == 0
    session.undo(session.last_undoable().number)
    assert Visit.select().count() == shown.rows.rowCount() == 3


def test_the_file_of_the_person_can_be_opened(page, visit):
    made = visit()
    shown = page()
    asked = []
    shown.person_wanted.connect(asked.append)
    shown.table.selectRow(0)
    shown.open_person()
    assert asked == [made.person_id]


def test_the_head_breaks_in_two_on_a_small_screen(page, qtbot):
    from PySide6.QtWidgets import QBoxLayout, QStackedWidget

    shown = page()
    holder = QStackedWidget()
    qtbot.addWidget(holder)
    holder.addWidget(shown)
    holder.resize(560, 330)
    holder.show()
    assert shown.width() == 560
    assert shown.head.direction() == QBoxLayout.Direction.TopToBottom
    for button in shown.buttons:
        assert button.mapTo(shown, button.rect().topRight()).x() <= 560
    holder.resize(1280, 330)
    assert shown.head.direction() == QBoxLayout.Direction.LeftToRight
