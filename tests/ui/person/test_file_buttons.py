"""The buttons of a person's file, and their keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.person.conftest import form, keys
from ui.person.file_buttons import FileButtons


def test_nothing_can_be_typed_until_f2(qtbot, file):
    window = file()
    assert form(window).editors["phone"].isReadOnly()
    assert not window.buttons.save_button.isVisible()
    keys(qtbot, window, Qt.Key.Key_F2)
    assert not form(window).editors["phone"].isReadOnly()
    assert window.buttons.save_button.isVisible()
    assert not window.buttons.edit_button.isVisible()


@pytest.mark.parametrize(
    ("key", "modifier", "wanted"),
    [
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, "print_wanted"),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "edit_wanted"),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "leave_wanted"),
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier, "save_wanted"),
    ],
)
def test_each_key_does_what_its_button_says_and_nothing_else(shown, qtbot, key, modifier, wanted):
    window = QWidget()
    buttons = FileButtons(window)
    shown(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    heard = []
    for name in ("print_wanted", "edit_wanted", "leave_wanted", "save_wanted"):
        getattr(buttons, name).connect(lambda name=name: heard.append(name))
    qtbot.keyClick(window, key, modifier)
    assert heard == [wanted]
