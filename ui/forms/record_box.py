"""The box that chooses one of the office's own records inside a form, a gift, a team, a unit; what is missed there is added by its button."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.core.record import Record
from ui.forms.combo_boxes import Box
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs.session import Session
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

_R = TypeVar("_R", bound=Record)


class RecordBox(QWidget, Generic[_R]):
    """One of the records that there are, or none yet; or a new one, by the button."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        known: Callable[[], Iterable[_R]],
        form: Callable[[], FileForm[_R]],
        new: Callable[[], _R],
        none: str = "",
    ) -> None:
        """``known``: those to choose from; ``form`` and ``new``: how another one is asked for; ``none``: how nothing is called."""
        super().__init__()
        self._session, self._known, self._form, self._new, self._none = session, known, form, new, none
        self._records: list[_R] = []
        self.box = Box()
        self.new_button = QPushButton(icon("mdi6.plus"), "新增")
        self.new_button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        row.addWidget(self.new_button)
        self.setFocusProxy(self.box)
        self._offer()
        self.box.changed.connect(self.changed)
        self.new_button.clicked.connect(self.add)

    def value(self) -> Any:
        row = self.box.currentIndex()
        return self._records[row - 1] if row > 0 else None

    def set_value(self, value: _R | None) -> None:
        self.box.setCurrentIndex(self._records.index(value) + 1 if value in self._records else 0)

    def set_read_only(self, read_only: bool) -> None:
        self.box.set_read_only(read_only)
        self.new_button.setVisible(not read_only)

    def fault(self) -> str:
        return ""

    def hint(self) -> str:
        return ""

    def add(self) -> None:
        """Ask for a new one and choose it."""
        form, record = self._form(), self._new()
        form.edit(record)
        run_dialog(RecordDialog(self._session, form, f"新增{record.NOUN}", None, self))
        if record.id is not None:
            self._offer()
            self.set_value(record)
            self.box.setFocus()

    def _offer(self) -> None:
        blocked = self.box.blockSignals(True)
        self._records = list(self._known())
        self.box.clear()
        self.box.addItems([self._none, *(str(each.value_of(str(each.NAMED_BY))) for each in self._records)])
        self.box.blockSignals(blocked)
