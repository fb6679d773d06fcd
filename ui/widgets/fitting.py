"""Fitting of a window to its screen, and of what is in it to its type: nothing in it is cut, in type of any size; what has no room is scrolled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QDialogButtonBox, QLayout, QVBoxLayout, QWidget

from ui.widgets import window_size
from ui.widgets.scrolling import HighEnough, Room

ASKS = (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.LayoutRequest)


def fit_to_screen(window: QWidget) -> None:
    """Keep a window that has a layout, from now on, as large as what is in it needs, within its screen."""
    _Fitting(window)


class _Fitting(QObject):
    """Watches one window: words that wrap need a height that Qt does not ask for until their width is known."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._least = window, window.minimumSize()  # what the window itself asked for
        window.installEventFilter(self)
        self._fit()

    def _fit(self) -> None:
        inside, window = self._window.layout(), self._window
        if inside is None or inside.isEmpty():
            return
        free = window_size.free(window)
        needed = _needed(inside, window.width()).expandedTo(self._least)
        if needed.width() > free.width() or needed.height() > free.height():
            window.removeEventFilter(self)
            _scroll(window, inside)
            window.setMinimumSize(self._least.boundedTo(free))
            window.resize(needed.expandedTo(window.size()).boundedTo(free))
        elif needed != window.minimumSize():
            window.setMinimumSize(needed)

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in ASKS and watched is self._window:
            self._fit()
        return False


def _needed(inside: QLayout, width: int) -> QSize:
    """The least size, at that width or the least one."""
    least = inside.totalMinimumSize()
    if inside.hasHeightForWidth():
        least.setHeight(inside.totalMinimumHeightForWidth(max(width, least.width())))
    return least


def _scroll(window: QWidget, inside: QLayout) -> None:
    """Put what is in a window into a room with bars; its answers stay below, where nobody has to look for them."""
    keyboard, room, page = window.focusWidget(), Room(), HighEnough()
    outer = QVBoxLayout()
    outer.setContentsMargins(0, 0, 0, 0)
    answers = _answers(inside)
    page.setLayout(inside)  # takes its widgets along
    window.setLayout(outer)
    outer.addWidget(room, 1)
    room.setWidget(page)
    if answers is not None:
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 6, 16, 12)
        foot.addWidget(answers)
        outer.addLayout(foot)
    if keyboard is not None:
        keyboard.setFocus()


def _answers(inside: QLayout) -> QWidget | None:
    """The buttons at the foot, taken out."""
    last = inside.itemAt(inside.count() - 1).widget() if isinstance(inside, QVBoxLayout) else None
    if not isinstance(last, QDialogButtonBox):
        return None
    inside.removeWidget(last)
    return last


class TypeFit(QObject):
    """Calls ``fit`` once for each change of a widget's type, when all around it has changed too; of what is not seen, when it is shown."""

    def __init__(self, widget: QWidget, fit: Callable[[], object]) -> None:
        super().__init__(widget)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(fit)
        self._fit = fit
        self._waits = False
        widget.installEventFilter(self)

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FontChange and isinstance(watched, QWidget):
            self._waits = not watched.isVisible()
            if not self._waits:
                self._fitting.start()
        elif kind == QEvent.Type.Show and self._waits:
            self._waits = False
            self._fit()
        return False
