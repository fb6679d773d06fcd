"""The closing backup 日终备份: made when the archive is left, behind a progress that can be skipped, and never in the way of leaving."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.archive import opened
from models.backups.automatic_backup import DAY_END, back_up_to_places, due_at_close
from models.core.files import SQL_ERRORS
from models.core.jobs import Job
from models.core.record import Refusal
from ui.jobs import messages
from ui.jobs.jobs import Progress

AT_CLOSE = "正在自动备份，备份好就退出"
NOT_MADE = "自动备份没有全做成：\n\n{}\n\n请腾出空间、换一个U盘，或到“更多→备份与恢复”里另设备份处。"


def back_up_then(window: QWidget, leave: Callable[[], object]) -> None:
    """Back up when something was written, then leave; what goes wrong is told, and leaving goes on."""
    if not backup_due():
        leave()
        return
    progress = Progress(window, AT_CLOSE, _backed_up())
    progress.cancel_button.setText("这次不备份")
    progress.stopped.connect(leave)
    progress.then(lambda faults: _tell(window, faults, leave)).start()


def backup_due() -> bool:
    """Whether there is something to back up; where the disk has gone there is nothing that could be."""
    try:
        return opened.opened is not None and due_at_close()
    except (OSError, Refusal, *SQL_ERRORS):
        return False


def _backed_up() -> Job[list[str]]:
    """Every fault in words, instead of the first as a refusal."""
    try:
        outcome = yield from back_up_to_places(DAY_END)
    except Refusal as refusal:
        return [str(refusal)]
    return outcome.faults()


def _tell(window: QWidget, faults: list[str], leave: Callable[[], object]) -> None:
    if faults:
        messages.tell(window, NOT_MADE.format("\n".join(faults)))
    leave()
