"""The watch of backups 等U盘: when the second place is there again and behind, it is backed up to in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from models.archive.opened import opened_archive
from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places, backs_up, stick_is_behind
from models.backups.backup_places import backup_memory, second_place
from models.core.jobs import finish
from models.core.record import Refusal
from ui.jobs.questions import Question
from ui.jobs.session import Session

WATCH_EVERY = 60_000  # milliseconds


class BackupWatch(QObject):
    """Looks every minute, where a second place is set; says ``backed_up`` when the stick got what it missed."""

    backed_up = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._mark = session.archive.keys.archive_mark
        self._work = Question(_bring_up_to_date, self)
        self._work.answered.connect(self._on_answered)
        self._timer = QTimer(self, interval=WATCH_EVERY)
        self._timer.timeout.connect(self.look)
        if backs_up(session.archive):
            self._timer.start()

    def look(self) -> None:
        """Look now."""
        if backup_memory(self._mark).folder and not self._work.busy:
            self._work.ask()

    def _on_answered(self, done: bool | None) -> None:
        if done is None:  # refused, which the line at the foot goes on saying: not tried again every minute
            self._timer.stop()
        elif done:
            self.backed_up.emit()


def _bring_up_to_date() -> bool | None:
    """Whether the stick was backed up to; None when it would not take it."""
    if not stick_is_behind():
        return False
    second = second_place(opened_archive())
    try:
        finish(back_up_to_places(IN_BETWEEN, [second] if second else []))
    except Refusal:
        return None
    return True
