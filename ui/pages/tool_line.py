"""The line of tools above the pages: what can be done everywhere, with the key that does it where there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from ui.widgets.icons import icon

Act = tuple[str, str, str, Callable[[], object]]  # picture, words, key, what is done
AROUND = 60  # pixels that a tool needs beside its words


class ToolLine(QToolBar):
    """The acts from left to right, the menu of what is seldom wanted, and the last act at the right edge."""

    def __init__(self, acts: Sequence[Act], more: QWidget) -> None:
        super().__init__("工具", movable=False)
        self.by_key: dict[str, QAction] = {}
        self._words = {key: words for _, words, key, _ in acts}
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for number, (picture, words, key, act) in enumerate(acts, start=1):
            if number == len(acts):
                self.addWidget(more)
                self.addWidget(space)
            action = self.addAction(icon(picture), words, act)
            action.setShortcut(QKeySequence(key))
            action.setToolTip(f"{words}（{key}）")
            self.by_key[key] = action
        self._more = more

    def _fit(self) -> None:
        """With the keys where all of them have room."""
        told = [f"{words} {key}" for key, words in self._words.items()]
        needed = sum(self.fontMetrics().horizontalAdvance(each) + AROUND for each in told)
        roomy = needed + self._more.sizeHint().width() <= self.width()
        for key, words in self._words.items():
            self.by_key[key].setText(f"{words} {key}" if roomy else words)

    # What Qt asks for

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
