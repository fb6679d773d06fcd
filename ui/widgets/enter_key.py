"""The Enter key goes to the next field and Shift+Enter back, as on the papers' own forms; never while composing Chinese.

On a button it presses the button.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_by_enter(inside: QWidget) -> None:
    """Let Enter press the button that has the keyboard: outside of dialogs Qt leaves that to the space bar."""
    buttons: Any = inside.findChildren(QPushButton)
    for button in buttons:
        button.setAutoDefault(True)


class EnterKey(QObject):
    """Watches the editors of a form, in their order."""

    entered = Signal(QWidget)  # Enter led to this editor
    left = Signal(QWidget)  # the focus has gone from this one
    ended = Signal()  # Enter in the last editor

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editors: list[QWidget] = []
        self._composing = False

    def watch(self, editor: QWidget) -> None:
        """The next editor of the form."""
        self._editors.append(editor)
        editor.installEventFilter(self)

    def go_to(self, editor: QWidget) -> None:
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.entered.emit(editor)

    def go_on(self, editor: QWidget, back: bool = False) -> None:
        """Go to the next editor that can be filled in, or to the one before."""
        place = self._editors.index(editor)
        rest = self._editors[:place][::-1] if back else self._editors[place + 1 :]
        for other in rest:
            if other.isVisibleTo(other.window()) and other.isEnabled():
                self.go_to(other)
                return
        if not back:
            self.ended.emit()

    def _on_preedit(self, event: QInputMethodEvent) -> None:
        """Some input methods send the Enter that ended the composing after the words: it is not for us."""
        if event.preeditString():
            self._composing = True
        elif self._composing:
            QTimer.singleShot(0, self, self._end_composing)

    def _end_composing(self) -> None:
        self._composing = False

    def _on_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Whether the key was ours. An Enter that stayed would press the window's default button."""
        if event.key() not in ENTER:
            return False
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if pressed == Qt.KeyboardModifier.ControlModifier:
            if isinstance(editor, QPlainTextEdit) and not editor.isReadOnly():
                editor.insertPlainText("\n")
            return isinstance(editor, QPlainTextEdit)
        if not self._composing:
            self.go_on(editor, back=pressed == Qt.KeyboardModifier.ShiftModifier)
        return True

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
        ):
            return self._on_key(watched, event)
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._on_preedit(event)
        elif event.type() == QEvent.Type.FocusOut and isinstance(watched, QWidget):
            self._composing = False
            self.left.emit(watched)
        return False
