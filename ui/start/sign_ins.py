"""Sign-ins 登录记录 in the window: who opened the archive, and who tried in vain; printed and saved as it is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.archive.opened import opened_archive
from models.office.sign_ins import SignInDeed, months_of_sign_ins, sign_ins, users_signed_in
from reports.changes.sign_in_list import SIGN_IN_LIST, SIGN_INS_TITLE, sign_ins_register
from ui.lists.list_foot import with_foot
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.filter_line import FilterLine
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

SIGN_INS_EXPLAINED = "每次登录、解锁和输错密码都在这里，最近的在前；只能增加，谁也不能改、不能删。"
NO_SIGN_INS = "没有这样的登录记录。"
OF_MONTH, OF_USER, OF_KIND = "月份", "用户", "情况"


class SignInsDialog(QDialog):
    """The list, only to look at, to print and to save."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(SIGN_INS_TITLE)
        self.line = FilterLine(self)
        for label, names in (
            (OF_MONTH, months_of_sign_ins()),
            (OF_USER, users_signed_in()),
            (OF_KIND, SignInDeed),
        ):
            self.line.add_choice(label, names)
        self.rows = QueryModel(table_columns(SIGN_IN_LIST), self)
        self.table = called(RecordTable(self.rows, "sign-ins", NO_SIGN_INS, self), SIGN_INS_TITLE)
        self.prints = PrintButton("打印、导出")
        self.prints.offer_register(SIGN_INS_TITLE, self._register)
        self.line.changed.connect(self.read)
        self._lay_out()
        self.read()

    def read(self) -> None:
        """Show those that are chosen."""
        self.rows.show(sign_ins(*self._chosen()))

    def _chosen(self) -> list[str]:
        return [self.line.chosen(label) for label in (OF_MONTH, OF_USER, OF_KIND)]

    def _register(self) -> Gathered:
        """Those that are chosen, gathered when they are printed."""
        chosen, practice = self._chosen(), opened_archive().practice
        told = "，".join(filter(None, chosen)) or "全部"
        return lambda: sign_ins_register(sign_ins(*chosen), told, practice)

    def _lay_out(self) -> None:
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        top = QHBoxLayout()
        top.addWidget(self.line, stretch=1)
        top.addWidget(self.prints)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(look(QLabel(SIGN_INS_EXPLAINED, wordWrap=True), "quiet"))
        layout.addLayout(top)
        layout.addWidget(with_foot(self.table), stretch=1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(1000, 520)
