"""The box that chooses an outsider 未建档人员 inside a form, or writes one down."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QPushButton, QWidget

from models.core.name_order import in_name_order
from models.people.outsiders import Outsider, found_by
from ui.forms.editors import LineEdit
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs.session import Session
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

OUTSIDERS_OFFERED = 12  # people offered at a time


class OutsiderForm(FileForm[Outsider]):
    """One person without a file."""

    def __init__(self) -> None:
        super().__init__()
        names = ["name", "number", "category", "street", "address", "phone", "account", "notes"]
        self.for_fields(Outsider, names, required=["name"], wide=["address"])


class OutsiderBox(QWidget):
    """Somebody known already, found by name or number; or a new one, by the button."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outsider: Outsider | None = None
        self._found: list[Outsider] = []
        self.words = LineEdit(100, "姓名或身份证号", self)
        self.new_button = QPushButton(icon("mdi6.account-plus-outline"), "登记")
        self.new_button.setAutoDefault(False)
        self.new_button.setToolTip("登记一位没有档案的人，如义务兵家庭、自主就业退役士兵")
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._take)
        self.words.setCompleter(completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.new_button)
        self.setFocusProxy(self.words)
        self.words.textEdited.connect(self._on_edited)
        self.words.editingFinished.connect(self.settle)
        self.new_button.clicked.connect(self.add)

    def value(self) -> Any:
        return self._outsider

    def set_value(self, value: Outsider | None) -> None:
        self._outsider = value
        self.words.set_value(described_outsider(value) if value else "")

    def set_read_only(self, read_only: bool) -> None:
        self.words.set_read_only(read_only)
        self.new_button.setVisible(not read_only)

    def fault(self) -> str:
        return (
            "请从列出的人中选一位，或者点“登记”"
            if self.words.text().strip() and self._outsider is None
            else ""
        )

    def hint(self) -> str:
        return ""

    def settle(self) -> None:
        """When the words can mean only one person, it is that one."""
        if self._outsider is None and self.words.text().strip():
            self._offer()
            if len(self._found) == 1:
                self.set_value(self._found[0])
                self.changed.emit()

    def add(self) -> None:
        """Ask for somebody new, as an entry of its own, and take him."""
        made = Outsider(name="" if any(c.isdigit() for c in self.words.text()) else self.words.text().strip())
        form = OutsiderForm()
        form.edit(made)
        run_dialog(RecordDialog(self._session, form, "登记未建档人员", None, self, QSize(640, 380)))
        if made.id is not None:
            self.set_value(made)
            self.changed.emit()

    def _offer(self) -> None:
        found = (
            Outsider.select()
            .where(found_by(self.words.text()))
            .order_by(in_name_order(Outsider.name))
            .limit(OUTSIDERS_OFFERED)
        )
        self._found = list(found)
        self._offered.setStringList([described_outsider(each) for each in self._found])

    def _on_edited(self) -> None:
        self._outsider = None
        self._offer()
        if self._found and self.words.hasFocus():
            self.words.completer().complete()
        self.changed.emit()

    def _take(self, words: str) -> None:
        self.set_value(self._found[self._offered.stringList().index(words)])
        self.changed.emit()

    # What Qt asks for

    def sizeHint(self) -> QSize:
        return QSize(220, self.words.sizeHint().height())


def described_outsider(outsider: Outsider) -> str:
    """Somebody so that namesakes can be told apart."""
    return "　".join(filter(None, (outsider.name, outsider.number, outsider.category)))
