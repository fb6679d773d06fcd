"""The mouse wheel turns pages and lists and never changes a choice that it happens to pass over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDial,
    QSlider,
    QTabBar,
    QWidget,
)

from ui.widgets import theme

CHOICES = (QComboBox, QAbstractSpinBox, QSlider, QDial, QTabBar)  # what Qt lets the wheel change


class MouseWheel(QObject):
    """Watches the whole application: a choice hands the wheel on to the page in which it stands, and keeps what it says."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CHOICES):  # asked first: to learn the kind of every event takes longer
            return _keeps(watched, event)
        if isinstance(watched, theme.PICTURED) and event.type() == QEvent.Type.Polish:
            theme.fit_pictures(watched)  # here, for a second watcher would be asked of every event too
        return False


def _keeps(choice: QWidget, event: QEvent) -> bool:
    """Whether a choice is spared the event: the wheel goes on to its page."""
    kind = event.type()
    if kind == QEvent.Type.Wheel:
        event.ignore()
        return True
    if kind == QEvent.Type.Polish:
        _take_no_focus(choice)
    return False


def _take_no_focus(choice: QWidget) -> None:
    """Qt gives some choices the keyboard when the wheel passes over them: keys would change what the wheel may not."""
    if choice.focusPolicy() == Qt.FocusPolicy.WheelFocus:
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
