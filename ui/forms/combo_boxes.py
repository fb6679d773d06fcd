"""Combo boxes to choose from: codes, and 是 or 否."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QStyledItemDelegate, QWidget

from models.core import codes
from ui.forms.suggestions import Suggestions, starts
from ui.jobs import messages
from ui.widgets.theme import marked
from ui.widgets.whole_words import ToldBox

LEFT_FOR_GOOD = (  # and not for a list that opens, or for another window
    Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason,
)  # fmt: skip


INITIALS_PAUSE = 1500  # milliseconds after which what is typed is another word


class SpelledList(QListView):
    """Finds an entry by what is typed: its first characters, or the initials of its pinyin.

    Letters that follow one another are one word; a letter that no entry goes on with begins anew, at the next entry.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._pause = "", QTimer(self, singleShot=True, interval=INITIALS_PAUSE)
        self._pause.timeout.connect(self._forget)

    def keyboardSearch(self, typed: str) -> None:
        word, self._word = self._word + typed, typed
        if len(word) > 1 and self._go_to(word, 0):
            self._word = word
        else:
            self._go_to(typed, 1)
        self._pause.start()

    def _go_to(self, word: str, ahead: int) -> bool:
        """To the first entry that begins so, from ``ahead`` of the chosen one on; False where none does."""
        rows = self.model().rowCount()
        begin = max(self.currentIndex().row(), 0) + ahead
        for row in (place % rows for place in range(begin, begin + rows)):
            index = self.model().index(row, self.modelColumn())
            if starts(str(index.data() or ""), word):
                self.setCurrentIndex(index)
                return True
        return False

    def _forget(self) -> None:
        self._word = ""


class Box(ToldBox):
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
    """One of a code table's names; what the archive holds beside them is shown as it is.

    Where one may type, names are suggested, and a word that no list has is asked about before it is taken, once.
    """

    def __init__(
        self, table: str = "", editable: bool = False, names: Iterable[str] | None = None, free: bool = False
    ) -> None:
        """``names`` replace the table's own, where a form offers only some, or the archive's own streets; into a ``free``
        box, which only helps to write, any word may be typed."""
        super().__init__()
        self._names = list(names if names is not None else codes.table(table).names())
        self._free = free
        self._typed = self._refused = ""  # what nobody has answered for yet, and what shall not be added
        self.is_known: Callable[[str], bool] = lambda word: False  # whether the archive has a word already
        self.addItems(["", *self._names])
        if editable:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            cast(QLineEdit, self.lineEdit()).textEdited.connect(self._on_typed)

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
        self._typed = ""
        if value and self.findText(value) < 0 and not self.isEditable():
            self.addItem(value)
        self.setCurrentIndex(self.findText(value))
        if self.isEditable():
            self.setEditText(value)

    def fault(self) -> str:
        word = self.value()
        return f"“{word}”不在列表中，请从列表中选，或者新增" if word and word == self._refused else ""

    def settle(self) -> None:
        """Ask about a word that was typed and that no list has."""
        word, typed, self._typed = self.value(), self._typed, ""
        if not word or word != typed.strip() or word in self._names or self.is_known(word):
            return
        if messages.ask(self, f"“{word}”不在列表中，要新增吗？", "新增", "重新填写"):
            self._names.append(word)
            self._refused = ""
        else:
            self._refused = word
            self.setFocus()
            cast(QLineEdit, self.lineEdit()).selectAll()
            self.changed.emit()

    def _on_typed(self, words: str) -> None:
        if self._names and not self._free:
            self._typed = words
        suggestions = self.completer()
        if not isinstance(suggestions, Suggestions):  # a form has dozens that nobody types into
            suggestions = Suggestions(self, takes=not self._free)
            self.setCompleter(suggestions)
        suggestions.offer(self._names, words)

    # What Qt asks for

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._typed and event.reason() in LEFT_FOR_GOOD:
            QTimer.singleShot(0, self, lambda: self.settle() if self.isVisible() else None)


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
