"""The band of a past day 截至某一天: which day is looked at, that it is only read, and the way back to today."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from models.core.past_day import PastDay
from ui.widgets import theme

PAST_KEYS = "Ctrl+D"


class PastBand(QFrame):
    """The coloured band; says ``back_wanted`` where there is a way back."""

    back_wanted = Signal()

    def __init__(self, day: PastDay, way_back: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "past")
        self.words = QLabel(f"{day.words()}　只能看和打印")
        self.back_button = QPushButton(f"回到今天({PAST_KEYS})")
        self.back_button.setShortcut(QKeySequence(PAST_KEYS))
        self.back_button.clicked.connect(lambda: self.back_wanted.emit())
        self.back_button.setVisible(way_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.addStretch()
        row.addWidget(self.words)
        row.addSpacing(16)
        row.addWidget(self.back_button)
        row.addStretch()
