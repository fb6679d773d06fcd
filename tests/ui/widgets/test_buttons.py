"""A button of a page does its deed once, and Enter elsewhere never presses it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout

from ui.widgets.buttons import act_button


def test_a_click_does_the_deed_once_and_tells_it_nothing(shown, qtbot):
    done = []
    button = shown(act_button("登记", "mdi6.plus", lambda *told: done.append(told), primary=True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [()]
    assert button.property("look") == "primary"
    assert shown(act_button("删除", "mdi6.plus", list)).property("look") is None


def test_enter_in_a_field_beside_it_does_nothing(shown, qtbot):
    done = []
    dialog = QDialog()
    line = QLineEdit()
    layout = QVBoxLayout(dialog)
    for widget in (act_button("删除", "mdi6.plus", lambda: done.append(1)), line):
        layout.addWidget(widget)
    shown(dialog)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert done == []
