"""Restoring 恢复 in the window: in the archive's place with the old one kept, in a folder beside, or as a copy to look at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.backups import backup, restoring
from models.backups.restoring import FoundBackup
from models.core.jobs import Job
from ui.backups.restore_window import RESTORING_TITLE, RestoreWindow
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.widgets import window_memory
from ui.widgets.dialogs import open_dialog

IN_PLACE = "用{}的备份换下现在的档案库：\n{}\n\n现在的档案库改名留在旁边，一点不动；备份以后登记的，换上的档案库里没有。"
OLD_KEPT = "已经恢复到：\n{}\n\n换下的档案库在：\n{}\n\n请用原来的用户名和密码打开。"
BESIDE = "将把备份“{}”恢复到：\n{}\n\n原来的档案库不会改动。"


class Restoring(QWidget):
    """Lets a backup be chosen and brings it back; an invisible part of the first window."""

    restored = Signal(Path)  # the archive's folder, which can be opened now
    began, ended = Signal(), Signal()

    def __init__(self, documents: Path, free: Callable[[], Path], parent: QWidget) -> None:
        """``free`` says which folder a backup is restored into that takes no archive's place."""
        super().__init__(parent)
        self.hide()
        self._documents, self._free = documents, free
        self._window: RestoreWindow | None = None

    def choose(self) -> None:
        """Show the backups that are found."""
        shown = RestoreWindow(window_memory.recent_archives(), self._documents, self.parentWidget())
        shown.restore_wanted.connect(self._put_back)
        shown.file_wanted.connect(self.restore_beside)
        shown.look_wanted.connect(self._look)
        self._window = shown
        open_dialog(shown)

    def restore_beside(self, file: Path) -> None:
        """Make an archive of that backup after a question, in a folder of its own."""
        folder = self._free()
        if messages.ask(self._asking(), BESIDE.format(file.name, folder), "恢复"):
            self._run(backup.restore(file, folder), lambda _: self.restored.emit(folder))

    def _put_back(self, found: FoundBackup) -> None:
        file, folder, at = found.generation.file, found.archive, found.generation.at
        if folder is None:
            self.restore_beside(file)
            return
        words = IN_PLACE.format(f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}", folder)
        answers = {"恢复": True, "恢复到另一个文件夹": False}
        answer = messages.choose(self._asking(), words, answers)
        if answer:
            self._run(restoring.put_back(file, folder), partial(self._tell_old, folder))
        elif answer is False:
            folder = self._free()
            self._run(backup.restore(file, folder), lambda _: self.restored.emit(folder))

    def _tell_old(self, folder: Path, old: Path | None) -> None:
        self.restored.emit(folder)
        if old is not None:
            messages.tell(self.parentWidget(), OLD_KEPT.format(folder, old))

    def _look(self, file: Path) -> None:
        self._run(restoring.look_at_backup(file), self.restored.emit)

    def _run(self, job: Job[Path | None] | Job[Path], then: Callable[[Path | None], object]) -> None:
        """Do it behind a progress; the list of backups has served then."""
        self.began.emit()
        progress = Progress(self._asking(), RESTORING_TITLE, job)
        progress.stopped.connect(self.ended)
        progress.then(lambda made: self._done(made, then)).start()

    def _done(self, made: Path | None, then: Callable[[Path | None], object]) -> None:
        self.ended.emit()
        if self._window is not None:
            self._window.accept()
            self._window = None
        then(made)

    def _asking(self) -> QWidget | None:
        return self._window if self._window is not None and self._window.isVisible() else self.parentWidget()
