"""A dialog, shown until it is closed and then let go of: in one place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog


def run_dialog(dialog: QDialog) -> bool:
    """Show a dialog until it is closed; whether it was accepted.

    Qt deletes it when the window works on: what it was told can still be asked at once, not later.
    """
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog over its window and go on; Qt deletes it when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
