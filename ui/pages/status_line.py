"""The status line of the main window: whose archive, where it lies, how many, how much; and 演练 where nothing is real."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from ui.jobs.session import Session
from ui.widgets import theme, window_memory

PRACTICE = "演练库　这里的人都是编造的，可以随便试，不影响真实档案"


HOW_TO_BACK_UP = "“更多”里的“备份…”把整个档案库存成一个加密的文件，请存到另一个硬盘或U盘"
MASKED_SCREEN = "屏幕已遮盖（按F7恢复）"
LONG_AGO = 30  # days


def last_backup(folder: Path) -> date | None:
    """The day on which an archive was last copied from this PC; None when it never was."""
    told = window_memory.recall(f"backup/last/{folder}")
    return date.fromisoformat(told) if isinstance(told, str) else None


def remember_backup(folder: Path) -> None:
    """The archive was copied today."""
    window_memory.remember(f"backup/last/{folder}", date.today().isoformat())


class PracticeBand(QLabel):
    """The coloured band of a practice archive."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PRACTICE, parent)
        theme.look(self, "practice")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


class Shrinking(QLabel):
    """Words that give way where there is little room; the tool tip says them all."""

    def say(self, words: str) -> None:
        self.setText(words)
        self.setToolTip(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class StatusLine(QStatusBar):
    """Count on the left, user and folder on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.count = Shrinking()
        self.user = QLabel(f"用户：{session.user}")
        self.folder = QLabel(f"档案库：{session.folder.name}")
        self.folder.setToolTip(str(session.folder))
        self.backup, self.masked = QLabel(), theme.look(QLabel(MASKED_SCREEN), "oldbackup")
        for label in (self.count, self.backup, self.folder, self.user):
            theme.look(label, "status")
        self.addWidget(self.count, 1)
        self.addPermanentWidget(self.masked)
        self.masked.hide()
        self.addPermanentWidget(self.backup)
        self.addPermanentWidget(self.folder)
        self.addPermanentWidget(self.user)

        self.backup.setVisible(not session.practice)
        self.say_backup(last_backup(session.folder))

    def say_backup(self, day: date | None) -> None:
        """When the archive was last copied from this PC; long ago is said in another colour."""
        self.backup.setText(f"上次备份：{day.month}月{day.day}日" if day is not None else "还没有备份")
        self.backup.setToolTip(f"最近一次在这台电脑上备份：{day}" if day is not None else HOW_TO_BACK_UP)
        old = day is None or (date.today() - day).days > LONG_AGO
        theme.look(self.backup, "oldbackup" if old else "status")

    def say_mask(self, masked: bool) -> None:
        """Whether the screen is masked, so that nobody takes asterisks for what is on file."""
        self.masked.setVisible(masked)

    def say_count(self, words: str) -> None:
        self.count.say(words)
