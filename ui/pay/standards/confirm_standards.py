"""To confirm standards 确认标准, the officer vouches for them with the paper that says them; only then do they count for pay."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from models.core.record import Record
from models.pay.grants.rules import Ways
from models.pay.standards import standards
from models.pay.standards.risen_standards import rise_doubts
from models.pay.standards.standards import Standard
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END
from ui.forms.editors import LineEdit
from ui.jobs import messages
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import RecordTable
from ui.widgets import theme, window_size
from ui.widgets.spoken_names import called

CONFIRMING_EXPLAINED = "请对照文件逐条核对金额和执行月份。确认以后，这些标准即用于计算应发金额；以后仍可修改，修改都记入操作日志。"
CONFIRMING_LIST = Listing(
    Standard,
    (
        ListColumn("whom", 260, heading="对象", words=lambda standard: standard.whom()),
        ListColumn("amount", 110, align=END),
        ListColumn("unit", 90),
        ListColumn("when", 190, heading="执行时间", words=lambda standard: standard.when()),
        ListColumn("notes", 180),
    ),
    sorts=False,
)


def confirmed_unusual(parent: QWidget, rows: Sequence[Record]) -> bool:
    """Whether the officer stands by rows that are far more or less than what holds before them; yes where none is."""
    doubts = rise_doubts(rows, int(Ways.kept().rise_asked))
    words = messages.with_doubts("有的标准与以前相差很大：", doubts)
    return not doubts or messages.ask_losing(parent, words, "核对无误，确认", "再看看")


class ConfirmDialog(QDialog):
    """Asks for the number of the paper, and confirms all the standards or none."""

    def __init__(self, session: Session, waiting: Sequence[Standard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._waiting = session, list(waiting)
        self.setWindowTitle(f"确认标准（{len(self._waiting)}条）")
        self.rows = FactRows(table_columns(CONFIRMING_LIST), lambda standard: standard.id, self)
        self.table = called(RecordTable(self.rows, "confirming", "", self), "要确认的标准")
        self.document = LineEdit(60, "如 青退役军人发〔2021〕35号；文号、依据至少填一项")
        self.source = LineEdit(120, "文件名称、发文单位或网址")
        self.problem = theme.look(QLabel(wordWrap=True), "problem")
        self.buttons = QDialogButtonBox()
        self.yes = self.buttons.addButton("确认，用于计算", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.rows.show_facts(self._waiting)
        self.document.setFocus()

    def accept(self) -> None:
        document, source = self.document.value(), self.source.value()
        if not document and not source:
            self._say("请填写文号或依据：以后查账要看得出标准从哪里来")
            self.document.setFocus()
            return
        if not confirmed_unusual(self, self._waiting):
            return
        user = self._session.user
        if attempt_write(
            self, self._session, lambda: standards.confirm_standards(self._waiting, user, document, source)
        ):
            super().accept()
            return
        for standard in self._waiting:  # nothing was kept
            standard.confirmed = False

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()

    def _lay_out(self) -> None:
        theme.look(self.yes, "primary").setAutoDefault(False)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.problem.hide()
        fields = QFormLayout()
        fields.addRow("文号", self.document)
        fields.addRow("依据", self.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(theme.look(QLabel(CONFIRMING_EXPLAINED, wordWrap=True), "quiet"))
        column.addWidget(self.table, 1)
        column.addLayout(fields)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        window_size.resize(self, 880, 460)
