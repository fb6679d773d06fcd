"""The mouse wheel turns pages and lists and never changes a choice that it happens to pass over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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

CHOICES = (QComboBox, QAbstractSpinBox, QSlider, QDial, QTabBar)  # what Qt lets the wheel change


@contextmanager
def unwatched(app: QApplication) -> Iterator[None]:
    """Let nobody watch the application, while so much happens in it that the watching would take longer than the rest."""
    watchers = [each for each in app.children() if isinstance(each, MouseWheel)]
    for watcher in watchers:
        app.removeEventFilter(watcher)
    yield
    for watcher in watchers:
        app.installEventFilter(watcher)


class MouseWheel(QObject):
    """Watches the whole application: a choice hands the wheel on to the page in which it stands, and keeps what it says."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, CHOICES):  # asked first: to learn the kind of every event takes longer
            return False
        kind = event.type()
        if kind == QEvent.Type.Wheel:
            event.ignore()
            return True
        if kind == QEvent.Type.Polish:
            _take_no_focus(watched)
        return False


def _take_no_focus(choice: QWidget) -> None:
    """Qt gives some choices the keyboard when the wheel passes over them: keys would change what the wheel may not."""
    if choice.focusPolicy() == Qt.FocusPolicy.WheelFocus:
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
