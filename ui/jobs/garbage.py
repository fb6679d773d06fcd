"""Garbage in memory is carried away on the window's thread alone.

Python looks for objects that hold each other on whichever thread happens to run, and a window that was closed may be among
them: a window that dies on the thread of a job brings the program down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

COLLECT_EVERY = 1000  # milliseconds


class Rubbish(QObject):
    """Looks as often as Python would, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what was read until now stays as long as the program: there is no rubbish in it
        self._clock = QTimer(self, interval=COLLECT_EVERY)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Carry away what Python's own counts say is due: the old seldom, the young often."""
        due = [
            age
            for age, (made, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if made > limit
        ]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave it to Python again."""
        self._clock.stop()
        gc.unfreeze()
        gc.enable()
