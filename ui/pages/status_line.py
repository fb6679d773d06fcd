"""The status line of the main window: whose archive, where it lies, how many, how much; and 演练 where nothing is real."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from models.backups.automatic_backup import backs_up
from models.backups.backup_state import backup_state
from ui.jobs.session import Session
from ui.updates.update_offer import UpdateOffer
from ui.widgets import theme

COPY_LOOKED_AT = "这是一份备份的副本，只供查看，不能登记；关闭以后删除，原来的档案库没有动"
PRACTICE = "演练库　这里的人都是编造的，可以随便试，不影响真实档案"


MASKED_SCREEN = "屏幕已遮盖（按F7恢复）"


class PracticeBand(QLabel):
    """The coloured band of a practice archive, or of another that is not the office's own."""

    def __init__(self, parent: QWidget | None = None, words: str | None = None) -> None:
        super().__init__(PRACTICE if words is None else words, parent)
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
        self.offer = UpdateOffer()
        self.backup, self.masked = QLabel(), theme.look(QLabel(MASKED_SCREEN), "oldbackup")
        for label in (self.count, self.backup, self.folder, self.user):
            theme.look(label, "status")
        self.addWidget(self.count, 1)
        self.addPermanentWidget(self.offer)
        self.addPermanentWidget(self.masked)
        self.masked.hide()
        self.addPermanentWidget(self.backup)
        self.addPermanentWidget(self.folder)
        self.addPermanentWidget(self.user)

        self._archive = session.archive
        self.backup.setVisible(backs_up(session.archive))
        self.say_backup()

    def say_backup(self) -> None:
        """When the archive was last backed up, and what is missing; long ago is said in another colour."""
        state = backup_state(self._archive)
        self.backup.setText(state.words)
        self.backup.setToolTip(state.hint)
        theme.look(self.backup, "oldbackup" if state.nags else "status")

    def say_mask(self, masked: bool) -> None:
        """Whether the screen is masked, so that nobody takes asterisks for what is on file."""
        self.masked.setVisible(masked)

    def say_count(self, words: str) -> None:
        self.count.say(words)
