"""An inert window takes neither keys nor clicks for a moment, though nothing stands in front of it.

A dialog that is open but not shown would do it too, but then the keyboard stays away from the window afterwards: the
system gave it to the window while Qt still thought of the dialog.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

HANDS = {
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel,
    QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut,
    QEvent.Type.ContextMenu, QEvent.Type.TouchBegin, QEvent.Type.DragEnter, QEvent.Type.Drop,
}  # fmt: skip


class Inert(QObject):
    """Keeps hands off a window, and those it belongs to, from now until ``release``."""

    def __init__(self, widget: QWidget | None, parent: QObject) -> None:
        super().__init__(parent)
        self._windows: list[QWidget] = []
        while widget is not None:
            self._windows.append(widget.window())
            widget = widget.window().parentWidget()
        if self._windows:
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def release(self) -> None:
        """Let the window go."""
        self._windows.clear()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def _holds(self, watched: QObject) -> bool:
        if isinstance(watched, QWidget):
            return watched.window() in self._windows
        held = (
            each for each in self._windows if isValid(each)
        )  # one that is being deleted closes as its last act
        return isinstance(watched, QWindow) and any(each.windowHandle() is watched for each in held)

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        closed = kind == QEvent.Type.Close and event.spontaneous()
        if not (closed or kind in HANDS) or not self._holds(watched):
            return False
        event.setAccepted(
            not closed
        )  # an accepted ShortcutOverride is no shortcut, an ignored Close no close
        return True
