"""Combo boxes to choose from: codes, and 是 or 否."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QStyledItemDelegate, QWidget

from models.core import codes, pinyin
from ui.widgets.theme import marked


class SpelledList(QListView):
    """Finds an entry by what is typed: its first characters, or the initials of its pinyin."""

    def keyboardSearch(self, typed: str) -> None:
        rows = self.model().rowCount()
        now = max(self.currentIndex().row(), 0)
        for row in [*range(now + 1, rows), *range(now + 1)]:
            index = self.model().index(row, self.modelColumn())
            if starts(str(index.data() or ""), typed):
                self.setCurrentIndex(index)
                return


def starts(name: str, typed: str) -> bool:
    """Whether a name begins with what was typed, in characters or in pinyin."""
    spelled = pinyin.pinyin_keys(name)
    return any(word.startswith(typed.lower()) for word in (name, *spelled.initials, *spelled.full))


class Box(QComboBox):
    """A box that can be read only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._spelled = False  # whether its list finds by pinyin yet
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(16)
        self.currentTextChanged.connect(self.changed)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        if (line := self.lineEdit()) is not None:
            line.setReadOnly(read_only)
        marked(self, "quiet", read_only)

    def fault(self) -> str:
        return ""

    def hint(self) -> str:
        return ""

    def _spell(self) -> None:
        """Let the list find by pinyin once somebody comes to the box: a form has dozens that nobody opens."""
        if not self._spelled:
            self._spelled = True
            self.setView(SpelledList(self))
            self.setItemDelegate(
                QStyledItemDelegate(self)
            )  # the box's own would draw the chosen one like a button

    # What Qt asks for

    def showPopup(self) -> None:
        self._spell()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._spell()
        if not self._read_only:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.currentText())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._read_only:
            event.ignore()
        else:
            super().mousePressEvent(event)


class CodeBox(Box):
    """One of a code table's names; what the archive holds beside them is shown as it is."""

    def __init__(self, table: str = "", editable: bool = False, names: Iterable[str] | None = None) -> None:
        """``names`` replace the table's own, where a form offers only some, or the archive's own streets."""
        super().__init__()
        self._names = list(names if names is not None else codes.table(table).names())
        self.addItems(["", *self._names])
        if editable:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self._complete()

    def offer(self, names: Iterable[str]) -> None:
        """Offer other names from now on, keeping what is chosen."""
        kept = self.value()
        blocked = self.blockSignals(True)
        self.clear()
        self._names = list(names)
        self.addItems(["", *self._names])
        self.set_value(kept)
        self.blockSignals(blocked)

    def value(self) -> str:
        return self.currentText().strip()

    def set_value(self, value: str) -> None:
        if value and self.findText(value) < 0 and not self.isEditable():
            self.addItem(value)
        self.setCurrentIndex(self.findText(value))
        if self.isEditable():
            self.setEditText(value)

    def _complete(self) -> None:
        """Offer all names that contain what is typed."""
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)


class FlagBox(Box):
    """是, 否, or nobody said."""

    ANSWERS: dict[str, bool | None] = {"": None, "是": True, "否": False}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems(list(self.ANSWERS))

    def value(self) -> bool | None:
        return self.ANSWERS[self.currentText()]

    def set_value(self, value: bool | None) -> None:
        self.setCurrentIndex(list(self.ANSWERS.values()).index(value))
