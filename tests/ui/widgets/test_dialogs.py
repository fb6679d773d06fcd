"""A dialog is let go of once it is closed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from ui.widgets.dialogs import open_dialog, run_dialog


def test_a_dialog_says_whether_it_was_accepted_and_is_gone_afterwards(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    for answer in (True, False):
        dialog = QDialog(window)
        QTimer.singleShot(0, dialog.accept if answer else dialog.reject)
        assert run_dialog(dialog) is answer
        assert isValid(dialog)  # what was told can be asked at once
        qtbot.waitUntil(lambda dialog=dialog: not isValid(dialog))


def test_a_dialog_beside_which_one_goes_on_is_gone_when_it_is_closed(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = QDialog(window)
    open_dialog(dialog)
    assert dialog.isVisible()
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))
