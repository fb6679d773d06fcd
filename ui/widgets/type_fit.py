"""What a widget fits to the size of the type 字号: at once where it is seen, else when it is shown next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class TypeFit(QObject):
    """Calls ``fit`` once for each change of a widget's type, when all around it has changed too."""

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
