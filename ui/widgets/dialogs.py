"""A dialog, shown until it is closed and then let go of: the one place that does both."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


def run_dialog(dialog: QDialog) -> bool:
    """Show a dialog until it is closed; whether it was accepted.

    Qt deletes it when the window works on: what it was told can still be asked at once, not later.
    """
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()
