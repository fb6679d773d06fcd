"""The left edge of the main window: one button per page, picture above words, narrow enough for a small screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon


class Navigation(QFrame):
    """Chooses a page; the pages are reached by Ctrl+1, Ctrl+2 … too."""

    chosen = Signal(int)

    def __init__(self, pages: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``pages`` are (words, name of the picture), from top to bottom."""
        super().__init__(parent)
        self.setObjectName("navigation")
        self.buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(2)
        for number, (words, picture) in enumerate(pages):
            column.addWidget(self._button(number, words, picture))
        column.addStretch()
        self.buttons.idClicked.connect(self.chosen)

    def show_chosen(self, number: int) -> None:
        """Mark a page as the one that is shown, without saying ``chosen``."""
        self.buttons.button(number).setChecked(True)

    def _button(self, number: int, words: str, picture: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("page")
        button.setText(words)
        button.setIcon(icon(picture))
        button.setIconSize(QSize(22, 22))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setMinimumWidth(76)
        key = f"Ctrl+{number + 1}"
        button.setToolTip(f"{words}（{key}）")
        QShortcut(QKeySequence(key), self, button.click)
        self.buttons.addButton(button, number)
        return button
