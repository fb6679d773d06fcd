"""The buttons of a person's file, and their keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.person.conftest import form, keys


def test_nothing_can_be_typed_until_f2(qtbot, file):
    window = file()
    assert form(window).editors["phone"].isReadOnly()
    assert not window.buttons.save_button.isVisible()
    keys(qtbot, window, Qt.Key.Key_F2)
    assert not form(window).editors["phone"].isReadOnly()
    assert window.buttons.save_button.isVisible()
    assert not window.buttons.edit_button.isVisible()
