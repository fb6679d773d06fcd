"""To confirm a document 确认政策文件, the officer looks at all that rests on it and vouches for it once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Record
from models.pay.policy import policy_documents
from models.pay.policy.policy_kinds import is_derived
from ui.forms.editors import LineEdit
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.pay.policy.policy_rows import policy_rows
from ui.pay.standards.confirm_standards import confirmed_unusual
from ui.tables.tables import RecordTable
from ui.widgets import theme, window_size
from ui.widgets.spoken_names import called

VOUCHING_EXPLAINED = (
    "请对照文件原件逐条核对数额和执行月份。确认以后即用于计算应发金额；以前没有截止月份的同一项标准，截止到新标准起始的前一个月。"
    "确认错了可以用“撤销”（Ctrl+Z）整份收回。"
)


class ConfirmDocumentDialog(QDialog):
    """Confirms the rows of one document, all or none; those that were derived only when the officer says so."""

    def __init__(
        self, session: Session, name: str, waiting: Sequence[Record], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._name, self._waiting = session, name, list(waiting)
        derived = sum(map(is_derived, self._waiting))
        self.setWindowTitle(f"确认政策文件：{name}")
        self.rows = policy_rows(self)
        self.table = RecordTable(
            self.rows, "confirming_document", "没有印出数额的各条，请勾选下面的一项", self
        )
        called(self.table, "要确认的各条")
        self.with_derived = QCheckBox(f"推算的{derived}条也已经逐格与文件原件核对，一并确认")
        self.with_derived.setVisible(bool(derived))
        self.document = LineEdit(60, "不填的保留各条原来的文号")
        self.source = LineEdit(120, "不填的保留各条原来的依据")
        self.buttons = QDialogButtonBox()
        self.yes = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.with_derived.toggled.connect(lambda _: self._show())
        self._show()

    def chosen(self) -> list[Record]:
        """The rows that are to be confirmed."""
        return [row for row in self._waiting if self.with_derived.isChecked() or not is_derived(row)]

    def accept(self) -> None:
        chosen, user = self.chosen(), self._session.user
        document, source = self.document.value(), self.source.value()
        if not confirmed_unusual(self, chosen):
            return
        if attempt_write(
            self,
            self._session,
            lambda: policy_documents.confirm_rows(chosen, user, self._name, document, source),
        ):
            super().accept()

    def _show(self) -> None:
        chosen = self.chosen()
        self.rows.show_facts(chosen)
        self.yes.setText(f"确认这{len(chosen)}条")
        self.yes.setEnabled(bool(chosen))

    def _lay_out(self) -> None:
        theme.look(self.yes, "primary").setAutoDefault(False)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        fields = QFormLayout()
        fields.addRow("文号", self.document)
        fields.addRow("依据", self.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(theme.look(QLabel(VOUCHING_EXPLAINED, wordWrap=True), "quiet"))
        column.addWidget(self.table, 1)
        column.addWidget(self.with_derived)
        column.addLayout(fields)
        column.addWidget(self.buttons)
        window_size.resize(self, 1080, 600)
