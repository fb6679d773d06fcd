"""The navigation, left edge of the main window: one button per page, picture above words, narrow enough for a small screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.widgets import theme
from ui.widgets.icons import icon

ROOMY, TIGHT = 22, 18  # pixels of a picture
EACH, LOWEST = (
    34,
    238,
)  # pixels: the least of a page where there is room, and what all get on the lowest screen


class Navigation(QFrame):
    """Chooses a page; the pages are reached by Ctrl+1, Ctrl+2 … too."""

    chosen = Signal(int)

    def __init__(self, pages: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``pages`` are (words, name of the picture), from top to bottom."""
        super().__init__(parent)
        theme.look(self, "rail")
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

    def _fit(self) -> None:
        """On a low screen smaller pictures, on a very low one the words alone."""
        each = self.height() / len(self.buttons.buttons())
        low = each < self.fontMetrics().height() + TIGHT + 12
        style = Qt.ToolButtonStyle.ToolButtonTextOnly if low else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        side = ROOMY if each >= self.fontMetrics().height() + ROOMY + 28 else TIGHT
        for button in self.buttons.buttons():
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(style)
                button.setIconSize(QSize(side, side))
                theme.marked(button, "tight", side == TIGHT)

    def _button(self, number: int, words: str, picture: str) -> QToolButton:
        button = QToolButton()
        theme.look(button, "page")
        button.setText(words)
        button.setIcon(icon(picture))
        button.setIconSize(QSize(ROOMY, ROOMY))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumWidth(76)
        key = f"Ctrl+{number + 1}"
        button.setToolTip(f"{words}（{key}）")
        QShortcut(QKeySequence(key), self, button.click)
        self.buttons.addButton(button, number)
        return button

    # What Qt asks for

    def minimumSizeHint(self) -> QSize:
        pages = len(self.buttons.buttons())
        least = max(self.fontMetrics().height() + 8, min(EACH, LOWEST // pages))
        return QSize(self.sizeHint().width(), least * pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
