"""The size of a window: as large as it likes, but never larger than the screen that it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

FRAME = 40  # pixels for the title bar that the system draws


def resize(window: QWidget, width: int, height: int) -> None:
    """Give a window that size, or as much of it as the screen has."""
    free = window.screen().availableGeometry()
    window.resize(min(width, free.width()), min(height, free.height() - FRAME))
