"""The window to restore 从备份恢复: all backups that are found, by date, with what is in each; to bring back, to look at, to check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.backups.backup import hashes_in, proven_files
from models.backups.restoring import FoundBackup, find_backups
from models.core.jobs import Job, Step
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.one_thread import Aside
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

RESTORING_TITLE = "从备份恢复"
RESTORING_EXPLAINED = "选一份备份，按“恢复”。现在的档案库不会删除，改个名字原样留着。拿不准的先“打开看看”。"
LOOKING_FOR_BACKUPS = "正在找这台电脑上和U盘里的备份……"
NO_BACKUP_FOUND = "没有找到备份。备份在U盘上的，插上U盘再打开这个窗口；在别的文件夹里的，按“别的备份文件…”。"
BACKUP_WHOLE = "这份备份完好，可以恢复：{}"
BACKUP_FILES = "备份文件 (*.youfu);;所有文件 (*)"
SMALLEST_LIST = (760, 460)  # pixels


def backup_line(found: FoundBackup) -> str:
    """A backup in two lines: when and why it was made, and what is in it and where it lies."""
    each = found.generation
    reason = f"　{each.contents.reason}" if each.contents else ""
    name = f"　{each.contents.folder}" if each.contents else ""
    at = f"{each.at.year}年{each.at.month}月{each.at.day}日 {each.at:%H:%M}"
    return f"{at}{reason}{name}\n{each.words()}　　在 {each.file.parent}"


class RestoreWindow(QDialog):
    """Lists the backups of these archives and of the sticks that are in; says which is wanted for what."""

    restore_wanted = Signal(object)  # a FoundBackup
    file_wanted = Signal(Path)  # another file, to be restored beside
    look_wanted = Signal(Path)

    def __init__(
        self, archives: Sequence[Path] = (), start: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(RESTORING_TITLE)
        self._start = start or Path()
        self.found: list[FoundBackup] = []
        self.list = called(QListWidget(), "找到的备份")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.note = look(QLabel(LOOKING_FOR_BACKUPS, wordWrap=True), "hint")
        self.restore_button = look(QPushButton(icon("mdi6.backup-restore", "paper"), "恢复"), "primary")
        self.look_button = QPushButton(icon("mdi6.eye-outline"), "打开看看")
        self.check_button = QPushButton(icon("mdi6.shield-check-outline"), "核对")
        self.other_button = QPushButton(icon("mdi6.folder-open-outline"), "别的备份文件…")
        self._lay_out()
        self._join()
        Aside(self, lambda: find_backups(archives)).then(self.show_found).begin()

    def show_found(self, found: list[FoundBackup]) -> None:
        """List them, the newest that is no ruin chosen."""
        self.found = found
        self.list.addItems([backup_line(each) for each in found])
        self.note.setText("" if found else NO_BACKUP_FOUND)
        self.note.setVisible(not found)
        whole = next((row for row, each in enumerate(found) if not each.generation.fault), -1)
        self.list.setCurrentRow(whole)
        self.list.setFocus()

    def chosen(self) -> FoundBackup | None:
        """The backup on which the officer stands."""
        row = self.list.currentRow()
        return self.found[row] if 0 <= row < len(self.found) else None

    def check(self) -> None:
        """Read all of the chosen backup, scans too, and say whether it is whole."""
        if (found := self.chosen()) is not None:
            words = found.generation.words()
            checked = Progress(self, "核对备份", _checked(found.generation.file))
            checked.then(lambda _: messages.tell(self, BACKUP_WHOLE.format(words))).start()

    def _restore(self) -> None:
        if (found := self.chosen()) is not None:
            self.restore_wanted.emit(found)

    def _look(self) -> None:
        if (found := self.chosen()) is not None:
            self.look_wanted.emit(found.generation.file)

    def _choose_other(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "选择备份文件", str(self._start), BACKUP_FILES)
        if chosen:
            self.file_wanted.emit(Path(chosen))

    def _offer(self) -> None:
        found = self.chosen()
        for button in (self.restore_button, self.look_button, self.check_button):
            button.setEnabled(found is not None and not found.generation.fault)

    def _lay_out(self) -> None:
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        for button in (self.other_button, self.check_button, self.look_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        close.setAutoDefault(False)
        row.addWidget(self.restore_button)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (look(QLabel(RESTORING_EXPLAINED, wordWrap=True), "quiet"), self.note):
            layout.addWidget(widget)
        layout.addWidget(self.list, stretch=1)
        layout.addLayout(row)
        self.setMinimumSize(*SMALLEST_LIST)

    def _join(self) -> None:
        self.restore_button.setDefault(True)
        self.restore_button.clicked.connect(self._restore)
        self.look_button.clicked.connect(self._look)
        self.check_button.clicked.connect(self.check)
        self.other_button.clicked.connect(self._choose_other)
        self.list.currentRowChanged.connect(lambda _: self._offer())
        self.list.itemDoubleClicked.connect(lambda _: self._restore())
        self._offer()


def _checked(file: Path) -> Job[None]:
    total = len(hashes_in(file))
    for number, _ in enumerate(proven_files(file), start=1):
        yield Step(number, total, f"第{number:,}个文件，共{total:,}个")
