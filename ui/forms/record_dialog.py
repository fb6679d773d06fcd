"""A dialog with one record's form: what is refused is shown at its field, what is saved is one entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from models.core.record import Record, Refusal
from ui.forms.file_forms import FileForm
from ui.forms.record_form import scrolled_form
from ui.jobs import messages
from ui.jobs.session import Session
from ui.widgets import theme, window_size

_R = TypeVar("_R", bound=Record)


class RecordDialog(QDialog):
    """Asks for one record and saves it as an entry of its own; Ctrl+S saves, Esc asks when something was typed."""

    def __init__(
        self,
        session: Session,
        form: FileForm[_R],
        title: str,
        write: Callable[[_R], Any] | None = None,
        parent: QWidget | None = None,
        size: QSize | None = None,
    ) -> None:
        """``title`` names the window and the entry; ``write`` saves in another way than ``record.save``."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.session, self.form, self._title = session, form, title
        form.end()
        self._write = write or (lambda record: record.save())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self.buttons.addButton("保存", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.save_button, "primary").setAutoDefault(False)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        form.ended.connect(self.save_button.setFocus)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled_form(form), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 12)
        foot.addWidget(self.buttons)
        layout.addLayout(foot)
        wanted = size or QSize(560, min(form.sizeHint().height() + 90, 600))
        window_size.resize(self, wanted.width(), wanted.height())

    def save(self) -> None:
        """Save and close; or show what forbids it."""
        record = self.form.record
        if record is None or not self.form.apply():
            return
        try:
            with self.session.entry(self._title):
                self._write(record)
        except Refusal as refusal:
            self.form.explain(refusal)
        else:
            self.accept()

    def _may_close(self) -> bool:
        return not self.form.dirty() or messages.ask_losing(
            self, "刚才填写的内容还没有保存，要放弃吗？", "放弃", "继续填写"
        )

    # --- what Qt asks for

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.form.begin_typing()

    def reject(self) -> None:
        if self._may_close():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()
