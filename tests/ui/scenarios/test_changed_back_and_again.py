"""What many people's field was changed to, set or replaced, is undone and done again by tool and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.people.person import Person
from tests.ui.person.conftest import keys
from ui.main.main_window import MainWindow
from ui.main.pages import PEOPLE
from ui.people.field_change import FieldChangeDialog

CONTROL, BOTH = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)


def streets():
    return [each.street for each in Person.select().order_by(Person.id)]


@pytest.fixture
def window(qtbot, session, person):
    for street in ("总寨乡", "总寨乡", "南滩街道"):
        person(street=street)
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.go_to(PEOPLE)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.people.rows.rowCount() == 3)
    yield made
    made.close()


def change(window, qtbot, boxes, fill):
    """Fill in the dialog of the list, look at the preview, and write."""
    dialog = FieldChangeDialog(window.session, window.people.wish(), window.people)
    qtbot.addWidget(dialog)
    fill(dialog.wish)
    dialog.preview()
    qtbot.waitUntil(dialog.write_button.isEnabled)
    dialog.write()
    qtbot.waitUntil(lambda: bool(boxes))
    qtbot.waitUntil(window.isActiveWindow)
    boxes.clear()


def replaced(wish):
    wish.replaces.setChecked(True)
    wish.sought.setText("乡")
    wish.instead.setText("镇")


@pytest.mark.parametrize(
    ("fill", "after"),
    [
        (replaced, ["总寨镇", "总寨镇", "南滩街道"]),
        (lambda wish: wish.editor.set_value("大堡镇"), ["大堡镇"] * 3),
    ],
    ids=["find and replace", "edit many"],
)
def test_a_change_of_many_is_undone_and_done_again_by_tool_and_by_key(window, qtbot, boxes, fill, after):
    before = streets()
    change(window, qtbot, boxes, fill)
    assert streets() == after
    boxes.answer = "撤销"
    undo, redo = (window.tools.by_key[key] for key in ("Ctrl+Z", "Ctrl+Y"))
    for again in (
        redo.trigger,
        lambda: keys(qtbot, window, Qt.Key.Key_Y, CONTROL),
        lambda: keys(qtbot, window, Qt.Key.Key_Z, BOTH),
    ):
        undo.trigger()
        qtbot.waitUntil(redo.isEnabled)
        assert streets() == before
        again()
        qtbot.waitUntil(lambda: not redo.isEnabled())
        assert streets() == after
    assert undo.text().startswith("撤销：")
