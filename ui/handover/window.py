"""The window of the handover 交接册: what is handed over now, and what was handed over before."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ui.handover.earlier import EarlierHandovers
from ui.handover.new_handover import NewHandover
from ui.jobs.session import Session
from ui.pages.help_window import HelpWindow, show_manual
from ui.widgets import theme, window_size

ABOUT_HANDOVER = "离岗或休假时，把开着的事、答应过的事、往后的日子、借出的档案和今天的数清点成一册，打印出来双方签字，记录留下。"
HANDOVER_CHAPTER = "交接册"


class HandoverWindow(QDialog):
    """Two tabs: this handover, and those before."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("交接册")
        self.help: HelpWindow | None = None
        self.earlier = EarlierHandovers(session)
        self.new = NewHandover(session, self._show_earlier)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.new, "这次交接")
        self.tabs.addTab(self.earlier, "以前的交接")
        self._lay_out()

    def show_help(self) -> None:
        """Open the manual at the chapter about handing over."""
        self.help = show_manual(HANDOVER_CHAPTER, self.help)

    def _show_earlier(self) -> None:
        self.tabs.setCurrentWidget(self.earlier)

    def _lay_out(self) -> None:
        manual, leave = QPushButton("说明"), QPushButton("关闭")
        for button, act in ((manual, self.show_help), (leave, self.reject)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        buttons = QHBoxLayout()
        buttons.addWidget(manual)
        buttons.addStretch()
        buttons.addWidget(leave)
        column = QVBoxLayout(self)
        column.addWidget(theme.look(QLabel(ABOUT_HANDOVER, wordWrap=True), "quiet"))
        column.addWidget(self.tabs, 1)
        column.addLayout(buttons)
        window_size.resize(self, 1040, 700)
