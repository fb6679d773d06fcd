"""The size of a window: as large as it likes, but never larger than the screen that it stands on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = 40  # pixels for the title bar that the system draws


def resize(window: QWidget, width: int, height: int) -> None:
    """Give a window that size, or as much of it as the screen has."""
    window.resize(QSize(width, height).boundedTo(free(window)))


def free(window: QWidget) -> QSize:
    """How large a window can be on its screen."""
    screen = window.screen().availableGeometry()
    return QSize(screen.width(), screen.height() - FRAME)
