"""What the main window always says: whose archive, where it lies, how many, how much; and 演练 where nothing is real."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from ui import theme
from ui.session import Session

PRACTICE = "演练库　这里的人都是编造的，可以随便试，不影响真实档案"


class PracticeBand(QLabel):
    """The coloured band of a practice archive."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PRACTICE, parent)
        theme.look(self, "practice")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


class StatusLine(QStatusBar):
    """Count and selection on the left, user and folder on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.count, self.selection = QLabel(), QLabel()
        self.user = QLabel(f"用户：{session.user}")
        self.folder = QLabel(f"档案库：{session.folder.name}")
        self.folder.setToolTip(str(session.folder))
        for label in (self.count, self.selection, self.folder, self.user):
            theme.look(label, "status")
        self.addWidget(self.count)
        self.addWidget(self.selection, 1)
        self.addPermanentWidget(self.folder)
        self.addPermanentWidget(self.user)

    def say_count(self, words: str) -> None:
        self.count.setText(words)

    def say_selection(self, words: str) -> None:
        self.selection.setText(words)
