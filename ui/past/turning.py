"""The turning 往日和今天: from today's archive to a past one, with progress, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.archive.opened import Archive, opened_archive
from models.core.past_day import PastDay
from models.past import past_archive
from ui.jobs import jobs, one_thread
from ui.jobs.jobs import Progress


class Turning(QObject):
    """Says ``turned`` when the past archive is open instead of today's; what is cancelled or fails leaves today's open."""

    turned = Signal()

    def __init__(self, window: QWidget, day: PastDay) -> None:
        super().__init__(window)
        self._window, self._today, self._title = window, opened_archive(), f"正在准备{day.title()}的档案"
        Progress(window, self._title, past_archive.copy_for(day)).then(self._turn).start()

    def _turn(self, past: Archive) -> None:
        stop_work()
        past_archive.open_past(past)
        made = Progress(self._window, self._title, past_archive.make_past()).then(lambda _: self._settle())
        made.stopped.connect(lambda: past_archive.come_back(self._today))
        made.start()

    def _settle(self) -> None:
        past_archive.settle()
        self.turned.emit()


def stop_work() -> None:
    """Let no thread work with the archive while another one is opened."""
    jobs.stop_all()
    one_thread.wait_for_all()
