"""The line of backups on the desk: when one was good last, when restoring was tried, and the button that tries it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from models.backups.automatic_backup import backs_up
from models.backups.backup_state import backup_state, drill_state
from ui.backups.backup_window import BackupWindow
from ui.jobs.session import Session
from ui.widgets.dialogs import open_dialog
from ui.widgets.theme import look


class BackupLine(QWidget):
    """Says it in two short sentences; of a practice archive, of a past day and of a copy nothing is said."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.words = QLabel(wordWrap=True)
        self.drill_button = QPushButton("恢复演练")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.drill_button, 0, Qt.AlignmentFlag.AlignTop)
        self.drill_button.clicked.connect(self._drill)
        self.setVisible(backs_up(session.archive))
        self.read()

    def read(self) -> None:
        """Say how it stands now."""
        backup, drilled = backup_state(self._session.archive), drill_state(self._session.archive)
        self.words.setText(f"{backup.words}\n{drilled.words}")
        self.words.setToolTip(f"{backup.hint}\n{drilled.hint}")
        look(self.words, "doubt" if backup.nags or drilled.nags else "quiet")

    def _drill(self) -> None:
        window = BackupWindow(self._session, self.window())
        window.changed.connect(self.read)
        open_dialog(window)
        window.try_restoring()
