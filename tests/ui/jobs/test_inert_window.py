"""A window from which hands are kept off while work goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout
from shiboken6 import delete

from ui.jobs.inert_window import Inert


class Pane(QDialog):
    def __init__(self, parent=None):
        super().__init__(parent)
        self.clicks = 0
        self.button, self.line = QPushButton("做"), QLineEdit()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.clicked)
        layout = QVBoxLayout(self)
        layout.addWidget(self.button)
        layout.addWidget(self.line)

    def clicked(self):
        self.clicks += 1


@pytest.fixture
def panes(shown):
    """A window, a dialog that belongs to it, and a window of its own."""
    window = shown(Pane())
    dialog = Pane(window)
    dialog.show()
    return window, dialog, shown(Pane())


def tried(qtbot, pane):
    """Whether a click and a key do something there."""
    clicks, words = pane.clicks, pane.line.text()
    qtbot.mouseClick(pane.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(pane.line, Qt.Key.Key_A)
    return pane.clicks > clicks, pane.line.text() != words


def test_neither_clicks_nor_keys_do_anything_until_it_is_released(qtbot, panes):
    window = panes[0]
    held = Inert(window.line, window)
    assert tried(qtbot, window) == (False, False)
    held.release()
    assert tried(qtbot, window) == (True, True)


def test_the_window_that_a_dialog_belongs_to_is_held_too_and_others_are_not(qtbot, panes):
    window, dialog, other = panes
    held = Inert(dialog, dialog)
    assert tried(qtbot, dialog) == tried(qtbot, window) == (False, False)
    assert tried(qtbot, other) == (True, True)
    held.release()


def test_it_is_not_closed_by_its_corner_meanwhile_but_the_program_goes_on_writing(panes):
    window = panes[0]
    held = Inert(window, window)
    window.line.setText("程序写的")
    assert window.line.text() == "程序写的"
    assert not window.close()
    assert window.isVisible()
    held.release()
    assert window.close()


def test_where_there_is_no_window_nothing_is_held(qtbot, panes):
    owner = QObject()
    held = Inert(None, owner)
    assert tried(qtbot, panes[0]) == (True, True)
    held.release()


def test_a_window_that_goes_while_hands_are_kept_off_it_takes_nothing_with_it(qtbot):
    """It closes as its last act, when nobody may ask it anything any more."""
    keeper, window = QObject(), QDialog()
    window.show()
    inert = Inert(window, keeper)
    delete(window)
    inert.release()
