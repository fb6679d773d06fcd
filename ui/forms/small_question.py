"""A small question before a deed: some fields, what the deed means, and the answer when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, cast

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from models.core.record import Refusal
from ui.forms.editors import Editor
from ui.jobs import messages
from ui.widgets import theme
from ui.widgets.spoken_names import called

QUESTION_MARGIN = 20  # pixels at both sides


class Asking(QDialog):
    """``Asking(self, "登记通知", "给30人登记通知", "登记", self.notify)``; a refusal is shown and the dialog stays open."""

    def __init__(
        self, parent: QWidget | None, title: str, words: str, yes: str, act: Callable[[dict[str, Any]], Any]
    ) -> None:
        """``act`` gets the values by name and does the deed; it may raise ``Refusal``."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._act = act
        self.editors: dict[str, Editor] = {}
        self._required: dict[str, str] = {}
        self.problem = theme.look(QLabel(wordWrap=True), "problem")
        self.problem.hide()
        self.rows = QFormLayout()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes_button = self.buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.yes_button, "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(QUESTION_MARGIN, 18, QUESTION_MARGIN, 16)
        layout.setSpacing(10)
        self.words = QLabel(words, wordWrap=True)
        layout.addWidget(self.words)
        layout.addLayout(self.rows)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(460)

    def add(self, name: str, label: str, editor: Editor, value: Any = None, required: bool = True) -> Asking:
        """One more field, filled in with what is usual."""
        if value is not None:
            editor.set_value(value)
        self.editors[name] = editor
        if required:
            self._required[name] = label
        self.rows.addRow(label, called(cast(QWidget, editor), label))
        return self

    def values(self) -> dict[str, Any]:
        return {name: editor.value() for name, editor in self.editors.items()}

    def accept(self) -> None:
        """Do the deed; close when it was done."""
        for editor in self.editors.values():
            getattr(editor, "settle", lambda: None)()
        faults = [fault for editor in self.editors.values() if (fault := editor.fault())]
        values = self.values()
        missing = [f"请填写{label}" for name, label in self._required.items() if values[name] in (None, "")]
        if faults or missing:
            self._say("；".join(faults or missing))
            return
        try:
            self._act(values)
        except Refusal as refusal:
            self._say(str(refusal))
        except Exception as error:
            messages.explain(error, self)
        else:
            super().accept()

    def _order(self) -> None:
        """Tab goes as the eye does: the fields first, then the answers."""
        chain = [*(cast(QWidget, each) for each in self.editors.values()), *self.buttons.buttons()]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)
        chain[0].setFocus()

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()
        self._fit()

    def _fit(self) -> None:
        """Room for all lines: a label that wraps asks for its height only once its width is known."""
        for label in (self.words, self.problem):
            label.setMinimumHeight(max(0, label.heightForWidth(self.width() - 2 * QUESTION_MARGIN)))
        self.adjustSize()

    # What Qt asks for

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        if not event.spontaneous():
            self._order()
