"""Pictures as they are taken in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage


def image(width=700, height=900):
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.darkCyan)
    return made
