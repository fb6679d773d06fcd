"""A reckoning that runs while one goes on looking: how far it has come, and a button to give it up; one at a time, the last counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from models.archive import opened
from models.core.jobs import Job, Step
from ui.jobs import messages
from ui.jobs.jobs import PROGRESS_DELAY, Runner
from ui.widgets import theme
from ui.widgets.buttons import act_button


class Reckoning(QWidget):
    """Shows itself when a job takes long; says ``done`` with its result, or ``given_up``."""

    done = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner: Runner | None = None
        self._next: Callable[[], Job[Any]] | None = None
        self.note = theme.look(QLabel(), "quiet")
        self.bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.cancel_button = act_button("取消", "mdi6.close", self.give_up)
        self._delay = QTimer(self, singleShot=True, interval=PROGRESS_DELAY)
        self._delay.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.note)
        row.addWidget(self.cancel_button)
        self.hide()

    @property
    def busy(self) -> bool:
        return self._runner is not None

    def start(self, work: Callable[[], Job[Any]]) -> None:
        """Take the job's steps in the background; what is under way gives way to it."""
        if opened.opened is None:
            return
        if self._runner is not None:
            self._next = work
            self._runner.requestInterruption()
            return
        runner = self._runner = Runner(work())
        runner.stepped.connect(self._on_stepped)
        runner.succeeded.connect(self._on_succeeded)
        runner.failed.connect(messages.explain)
        runner.cancelled.connect(self._on_cancelled)
        runner.finished.connect(self._on_finished)
        self._delay.start()
        runner.begin()

    def give_up(self) -> None:
        """Ask the job to end at its next step."""
        if self._runner is not None:
            self._runner.requestInterruption()

    def _on_stepped(self, step: Step) -> None:
        self.bar.setMaximum(step.total)
        self.bar.setValue(step.done)
        self.note.setText(step.note)

    def _on_succeeded(self, result: Any) -> None:
        if self._next is None:
            self.done.emit(result)

    def _on_cancelled(self) -> None:
        if self._next is None:
            self.given_up.emit()

    def _on_finished(self) -> None:
        self._runner = None
        self._delay.stop()
        self.hide()
        if (work := self._next) is not None:
            self._next = None
            self.start(work)
