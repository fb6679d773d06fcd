"""Sign-ins 登录记录 in the window: who opened the archive, and who tried in vain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from models.office.sign_ins import SignIn, sign_ins
from reports.tables.list_columns import ListColumn, Listing
from ui.tables.list_columns import table_columns
from ui.tables.list_foot import with_foot
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets.theme import look

SIGN_IN_LIST = Listing(
    SignIn,
    (
        ListColumn("at", 150, words=lambda row: row.at[:16].replace("T", " ")),
        ListColumn("user", 100),
        ListColumn("deed", 110),
        ListColumn("words", 300),
        ListColumn("pc", 130),
        ListColumn("system", 110),
    ),
)
SIGN_INS_EXPLAINED = "每次登录、解锁和输错密码都在这里，最近的在前；只能增加，谁也不能改、不能删。"
NO_SIGN_INS = "还没有登录过。"


class SignInsDialog(QDialog):
    """The list, only to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("登录记录")
        self.rows = QueryModel(table_columns(SIGN_IN_LIST), self)
        self.table = RecordTable(self.rows, "sign-ins", NO_SIGN_INS, self)
        self.rows.show(sign_ins())
        close = QPushButton("关闭")
        close.clicked.connect(self.accept)
        words = look(QLabel(SIGN_INS_EXPLAINED), "quiet")
        words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(words)
        layout.addWidget(with_foot(self.table), stretch=1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(1000, 520)
