"""The practice archive 演练库: opened without a password, made and filled with invented people when there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models import store
from models.archive.opened import Archive
from models.people.person import Person
from ui.jobs.jobs import Progress
from ui.jobs.one_thread import Aside
from ui.jobs.session import Session
from ui.start.opening import opened_aside, take_over

PRACTICE_NAME = "优抚一人一档演练库"
PRACTICE_PEOPLE = 681


def tour_key(folder: Path) -> str:
    """Under which name this PC remembers how far the first tour of a practice archive has come."""
    return f"tour/{folder}"


class PracticeArchive(QWidget):
    """Opens practice archives, and makes the one of this PC; an invisible part of the first window."""

    ready = Signal(object)  # the Session
    refused = Signal(Path, object)  # folder, error
    cancelled = Signal()

    def __init__(self, documents: Path, people: int = PRACTICE_PEOPLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self.folder = documents / PRACTICE_NAME
        self._people = people

    def made(self) -> bool:
        return (self.folder / "archive.db").exists()

    def make(self) -> None:
        """Make the one of this PC, in the background."""

        def new() -> Archive:
            store.create_practice(self.folder)
            return store.open_practice(self.folder)

        self._aside(self.folder, new)

    def open(self, folder: Path) -> None:
        """Open any; the one of this PC is filled when it stands empty, as after a crash."""
        self._aside(folder, lambda: store.open_practice(folder))

    def _aside(self, folder: Path, open_it: Callable[[], Archive]) -> None:
        Aside(self, opened_aside(open_it)).then(
            self._fill, lambda error: self.refused.emit(folder, error)
        ).begin()

    def _fill(self, opened: Archive) -> None:
        session = take_over(opened)
        if opened.folder != self.folder or Person.select().exists():
            self.ready.emit(session)
            return
        from models.practice import filling  # when wanted: the first window need not wait for it

        job = Progress(self.window(), "正在建立演练库", filling.fill_and_pay(self._people, opened.user))
        job.then(lambda _: self._filled(session))
        job.stopped.connect(self._discard)
        job.start()

    def _filled(self, session: Session) -> None:
        session.wrote()
        self.ready.emit(session)

    def _discard(self) -> None:
        """Cancelled or failed: nothing stays."""
        store.close()
        store.discard_practice(self.folder)
        self.cancelled.emit()
