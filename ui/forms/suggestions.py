"""Suggestions below a box that one types into: the names that hold what is typed, or begin so in pinyin or its initials."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from models.core import pinyin
from ui.widgets.enter_key import ENTER

TAKING = (*ENTER, Qt.Key.Key_Tab)
SUGGESTED = 12  # names at a time


def starts(name: str, typed: str) -> bool:
    """Whether a name begins with what was typed, in characters or in pinyin."""
    spelled = pinyin.pinyin_keys(name)
    return any(word.startswith(typed.lower()) for word in (name, *spelled.initials, *spelled.full))


def suggested(names: Iterable[str], typed: str) -> list[str]:
    """The names that may be meant, those that begin as typed before those that hold it further on."""
    names = [name for name in names if name]
    first = [name for name in names if starts(name, typed)] if typed else names
    return [*first, *(name for name in names if name not in first and typed in name)]


class Suggestions(QCompleter):
    """Those of one box: Enter and Tab take the one chosen, else the first, and then do what they always do."""

    def __init__(self, box: QComboBox, takes: bool) -> None:
        """``takes``: the first is meant where none was chosen."""
        super().__init__(box)
        self._box, self._takes = box, takes
        self._names = QStringListModel(self)
        self.setModel(self._names)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(SUGGESTED)

    def offer(self, names: Iterable[str], typed: str) -> None:
        """Offer what may be meant; nothing where it is already said."""
        found = suggested(names, typed)
        self._names.setStringList([] if typed in found else found)

    def _take(self) -> None:
        chosen = self.popup().currentIndex()
        row = chosen.row() if chosen.isValid() else 0 if self._takes else -1
        self.popup().hide()
        if 0 <= row < self._names.rowCount():
            self._box.setCurrentIndex(self._box.findText(self._names.stringList()[row]))

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in TAKING
            and watched == self.popup()
        ):
            self._take()
            QCoreApplication.postEvent(self._box, QKeyEvent(event.type(), event.key(), event.modifiers()))
            return True
        return super().eventFilter(watched, event)
