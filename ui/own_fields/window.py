"""The window of the office's own fields 自设栏目."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.jobs.session import Session
from ui.own_fields.own_fields import OwnFieldsPage
from ui.pages.help_window import HelpWindow, show_manual
from ui.widgets import theme, window_size

ABOUT_OWN_FIELDS = (
    "档案里没有、本单位又要登记的事项，在这里设成一栏。设好以后，基本信息里可以填写，优抚对象列表里可以显示、筛选、排序，"
    "花名册里表头相同的一列会读进来。不再用的请停用，登记过的内容会留着。"
)
OWN_FIELDS_CHAPTER = "自设栏目"


class OwnFieldsWindow(QDialog):
    """The list, and a way to the manual."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("自设栏目")
        self.help: HelpWindow | None = None
        self.page = OwnFieldsPage(session, self)
        manual, leave = QPushButton("说明"), QPushButton("关闭")
        for button, act in ((manual, self.show_help), (leave, self.reject)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        buttons = QHBoxLayout()
        buttons.addWidget(manual)
        buttons.addStretch()
        buttons.addWidget(leave)
        column = QVBoxLayout(self)
        column.addWidget(theme.look(QLabel(ABOUT_OWN_FIELDS, wordWrap=True), "quiet"))
        column.addWidget(self.page, 1)
        column.addLayout(buttons)
        window_size.resize(self, 860, 560)

    def show_help(self) -> None:
        """Open the manual at the chapter about them."""
        self.help = show_manual(OWN_FIELDS_CHAPTER, self.help)
