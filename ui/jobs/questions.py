"""A question that is put to the archive in the background, again and again: one at a time, and the last answer counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from models.archive import opened
from ui.jobs import messages
from ui.jobs.jobs import Runner, whole

PAINTING = 200  # milliseconds in which what is there to be shown is painted


class Question(QObject):
    """``Question(desk.todos, self)``; says ``answered`` on the window's thread."""

    answered = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._runner: Runner | None = None
        self._again = False

    @property
    def busy(self) -> bool:
        return self._runner is not None

    def ask(self, at_once: bool = False) -> None:
        """Ask now, or once more when the answer that is under way has come, for it may be old by then.

        ``at_once``: so little is looked through that it would not be felt; it is answered before this returns.
        """
        if at_once and not self.busy:
            self.answered.emit(self._work())
            return
        if opened.opened is None:
            return
        if self.busy:
            self._again = True
            return
        self._again = False
        self._runner = Runner(whole(self._work))
        self._runner.succeeded.connect(self._on_answered)
        self._runner.failed.connect(messages.explain)
        self._runner.finished.connect(self._on_finished)
        self._runner.begin()

    def ask_later(self) -> None:
        """Ask when what is there to be shown has been painted, which the question would hold up."""
        QTimer.singleShot(PAINTING, self, self.ask)

    def _on_answered(self, answer: Any) -> None:
        if not self._again:
            self.answered.emit(answer)

    def _on_finished(self) -> None:
        self._runner = None
        if self._again:
            self.ask()
