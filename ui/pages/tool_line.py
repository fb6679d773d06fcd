"""The line of tools above the pages: what can be done everywhere, with the key that does it where there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from ui.widgets.icons import icon

Act = tuple[str, str, str, Callable[[], object]]  # picture, words, key, what is done
MOST_OF_TITLE = 12  # characters of what a tool is about
AROUND = 60  # pixels that a tool needs beside its words
OTHER_KEYS = {"Ctrl+Y": "Ctrl+Shift+Z"}  # as other programs have it


class ToolLine(QToolBar):
    """The acts from left to right, the menu of what is seldom wanted, and the last act at the right edge."""

    def __init__(self, acts: Sequence[Act], more: QWidget) -> None:
        super().__init__("工具", movable=False)
        self.by_key: dict[str, QAction] = {}
        self._first_words = {key: words for _, words, key, _ in acts}
        self._words = dict(self._first_words)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for number, (picture, words, key, act) in enumerate(acts, start=1):
            if number == len(acts):
                self.addWidget(more)
                self.addWidget(space)
            action = self.addAction(icon(picture), words, act)
            action.setShortcuts([QKeySequence(each) for each in (key, OTHER_KEYS.get(key)) if each])
            action.setToolTip(f"{words}（{key}）")
            self.by_key[key] = action
        self._more = more

    def name(self, key: str, of: str, title: str) -> None:
        """Let a tool say what it is about to do: ``撤销：登记走访 王建国``; without a title it can do nothing."""
        words = self._first_words[key]
        self.by_key[key].setEnabled(bool(title))
        self.by_key[key].setToolTip(
            f"{words}：{title}{of}（{key}）" if title else f"没有可以{words}的操作（{key}）"
        )
        short = title if len(title) <= MOST_OF_TITLE else f"{title[: MOST_OF_TITLE - 1]}…"
        self._words[key] = f"{words}：{short}" if title else words
        self._fit()

    def open_menu(self, key: str, menu: QMenu) -> None:
        """Let a click on a tool open a menu; its key does what it did."""
        self.by_key[key].setMenu(menu)
        button = self.widgetForAction(self.by_key[key])
        assert isinstance(button, QToolButton)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

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
