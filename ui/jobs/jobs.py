"""Running a job in the background, behind a progress window that appears when it takes long."""

from __future__ import annotations

import atexit
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from models.core.jobs import Job, Step
from models.core.record import db
from ui.jobs.inert_window import Inert
from ui.jobs.messages import explain, plain_fault
from ui.widgets import theme

PROGRESS_DELAY = 500  # milliseconds before a progress window shows itself
TELL_EVERY = 0.05  # seconds between two steps that are told to the window
TURN = 0.0005  # seconds that a job may keep the interpreter while the window wants it: by itself Python gives it ten times as long


class News(QObject):
    """Tells whoever listens that a job has ended, well or not."""

    ended = Signal()


news = News()
_running: set[Runner] = set()  # a thread must not be forgotten while it works
_told: set[Progress] = set()  # ended, and not yet deleted by Qt
FORGET = 100  # milliseconds


class Runner(QThread):
    """Takes a job's steps on a thread, and a database connection, of its own."""

    stepped = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, job: Job[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.muted = False  # nobody wants to hear any more
        self._job = job
        self.finished.connect(self._forget)

    def run(self) -> None:
        signal, result = self._outcome()
        if not self.muted:
            signal.emit(*result)

    def _outcome(self) -> tuple[SignalInstance, tuple[Any, ...]]:
        try:
            with db.connection_context() if db.database else nullcontext():  # no archive is open at the start
                self._take_steps()
            return self.cancelled, ()
        except StopIteration as end:
            return self.succeeded, (end.value,)
        except Exception as error:  # told to the user by whoever listens to `failed`
            return self.failed, (plain_fault(error),)

    def _take_steps(self) -> None:
        told = 0.0
        while not self.isInterruptionRequested():
            step = next(self._job)
            if (now := time.monotonic()) - told >= TELL_EVERY:
                told = now
                self.stepped.emit(step)
        self._job.close()  # unwinds the job's `with db.atomic()`: nothing is kept

    def begin(self) -> None:
        _running.add(self)
        self.start()

    def _forget(self) -> None:
        QTimer.singleShot(0, lambda: _running.discard(self))  # not while its own signal is being heard


def any_running() -> bool:
    """Whether anything works in the background."""
    return any(isValid(each) and each.isRunning() for each in _running)


def stop_all() -> None:
    """Cancel every job and wait for its end: before the archive is closed."""
    _running.difference_update([each for each in _running if not isValid(each)])
    for runner in list(_running):
        runner.muted = True
        runner.requestInterruption()
    for runner in list(_running):
        runner.wait()


def forget_told() -> None:
    """Forget what Qt has deleted, and not before.

    A progress knows who waits for it, often its own parent; forgotten while it is being deleted, it might take that parent
    along, which would delete it once more.
    """
    _told.difference_update([each for each in _told if not isValid(each)])
    if _told and QCoreApplication.instance() is not None:
        QTimer.singleShot(FORGET, forget_told)


sys.setswitchinterval(TURN)
atexit.register(stop_all)  # a thread that outlives the program's objects would bring it down


def whole(work: Callable[[], Any]) -> Job[Any]:
    """A job of one step, for work that cannot tell how far it has come."""
    yield Step(0, 0)
    return work()


class Progress(QDialog):
    """``Progress(self, "导入", job).then(self.reload).start()``

    The window behind it is blocked at once, and the progress shown after half a second. 取消 keeps nothing.
    """

    stopped = Signal()  # cancelled or failed

    def __init__(self, parent: QWidget | None, title: str, job: Job[Any], cancellable: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.runner = Runner(job)  # not a child: it may have to outlive a window that is closed
        self.note = theme.look(QLabel(), "quiet")
        self.bar = QProgressBar(minimum=0, maximum=0)
        self.cancel_button = QPushButton("取消")
        self._delay = QTimer(self, singleShot=True, interval=PROGRESS_DELAY)
        self._lay_out(title, cancellable)
        self._connect()

    def then(self, done: Callable[[Any], object]) -> Progress:
        """Call with the job's result, on the window's thread, once it has ended well."""
        self.runner.succeeded.connect(lambda result: self._after.append(lambda: done(result)))
        return self

    def start(self) -> Progress:
        self._held = Inert(self.parentWidget(), self)
        self._delay.start()
        self.runner.begin()
        return self

    def cancel(self) -> None:
        """Ask the job to end at its next step and to keep nothing."""
        if self.cancel_button.isEnabled():
            self.cancel_button.setEnabled(False)
            self.note.setText("正在取消……")
            self.runner.requestInterruption()

    def _lay_out(self, title: str, cancellable: bool) -> None:
        self._after: list[Callable[[], object]] = []
        self.cancel_button.setEnabled(cancellable)
        self.cancel_button.setAutoDefault(False)
        self.bar.setTextVisible(False)
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (theme.look(QLabel(title), "heading"), self.bar, self.note):
            layout.addWidget(widget)
        layout.addWidget(self.cancel_button, alignment=Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.cancel)
        self._delay.timeout.connect(self._appear)
        self.runner.stepped.connect(self._on_stepped)
        self.runner.failed.connect(self._on_failed)
        self.runner.cancelled.connect(lambda: self._after.append(self.stopped.emit))
        self.runner.finished.connect(self._on_finished)

    def _appear(self) -> None:
        self._held.release()
        self.open()

    def _on_stepped(self, step: Step) -> None:
        self.bar.setMaximum(step.total)
        self.bar.setValue(step.done)
        if self.cancel_button.isEnabled():
            self.note.setText(step.note)

    def _on_failed(self, error: BaseException) -> None:
        self._after.append(self.stopped.emit)
        self._after.append(lambda: explain(error))

    def _on_finished(self) -> None:
        """First the window is free again, then whoever asked is told."""
        self._delay.stop()
        self._held.release()
        self.done(QDialog.DialogCode.Accepted)
        news.ended.emit()
        for call in [] if self.runner.muted else self._after:
            call()
        _told.add(self)
        self.deleteLater()
        self.runner.deleteLater()
        QTimer.singleShot(FORGET, forget_told)

    def reject(self) -> None:
        self.cancel()
