"""A dialog, shown until it is closed and then let go of: in one place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.widgets.fitting import fit_to_screen
from ui.widgets.only_reading import leave_out_writing


def run_dialog(dialog: QDialog) -> bool:
    """Show a dialog until it is closed; whether it was accepted.

    Qt deletes it when the window works on: what it was told can still be asked at once, not later.
    """
    leave_out_writing(dialog)
    fit_to_screen(dialog)
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog over its window and go on; Qt deletes it when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    leave_out_writing(dialog)
    fit_to_screen(dialog)
    dialog.open()


def stand_before_dialogs(window: QWidget) -> None:
    """Let a window of its own, not shown yet, be used before the dialog that waits below it, which would block it else.

    Until it is closed the dialog waits; with no dialog open it stands beside the other windows.
    """
    waiting = QApplication.activeModalWidget()
    if waiting is None:
        return
    window.setWindowModality(Qt.WindowModality.ApplicationModal)
    window.winId()  # makes the handle that can be told before which window it stands
    window.windowHandle().setTransientParent(waiting.windowHandle())
