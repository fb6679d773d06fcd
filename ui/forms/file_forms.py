"""Forms of a person's file: they notice when somebody else writes what they show, and save only what was changed."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from models.core.record import Invalid, Record, Refusal
from ui.forms.record_form import RecordForm
from ui.jobs import messages

_R = TypeVar("_R", bound=Record)


class FileForm(RecordForm[_R]):
    """A form over a record that an undo, an import or another window may change meanwhile."""

    def __init__(self, parent: QWidget | None = None, reading: bool = False) -> None:
        """``reading``: to be read until ``read_only(False)`` opens it."""
        super().__init__(parent)
        self._read_only = reading
        self._clashes: dict[str, str] = {}  # field → what somebody else wrote there while one typed

    def edit(self, record: _R) -> None:
        self._clashes = {}
        super().edit(record)

    def write(self) -> None:
        """Save what was changed of the record's own fields, inside an entry; what is none, the record keeps elsewhere."""
        assert self.record is not None
        fields = self.record._meta.fields
        if changed := self.changes():
            self.record.save(only=[fields[name] for name in changed if name in fields] or None)

    def renewed(self, record: _R) -> list[str]:
        """Take in what was written meanwhile, keeping what is being typed; returns the labels of what is new."""
        before = self._before
        new = [name for name in self.editors if getattr(record, name) != before[name]]
        if not new:
            return []
        typed = {name: (value, _text(self.editors[name])) for name, value in self._typed().items()}
        self.edit(record)
        for name, (value, text) in typed.items():
            self.editors[name].set_value(value)
            if value is None and text and isinstance(editor := self.editors[name], QLineEdit):
                editor.setText(text)
        now = {name: getattr(record, name) for name in new}
        self._clashes = {
            n: f"刚才已被改为“{_words(before_typing(self, n))}”"
            for n in now
            if n in typed and n in self.changes()
        }
        self.check()
        labels = record.labels()
        return [labels.get(name) or self.label_of(name) for name in new]

    def complain(self, problems: dict[str, str], doubts: dict[str, str] | None = None) -> None:
        super().complain(problems, {**(doubts or {}), **self._clashes})

    def explain(self, refusal: Refusal) -> None:
        """Show what forbids saving: beside its field where the form has one, else in a box."""
        if not isinstance(refusal, Invalid):
            messages.explain(refusal, self)
        elif left := self.show_problems(refusal.problems):
            messages.explain(Refusal("；".join(left.values())), self)

    def show_problems(self, problems: dict[str, str]) -> dict[str, str]:
        """Show what a refusal said at its fields; returns what has no field here."""
        self._strict = True
        self.complain({name: words for name, words in problems.items() if name in self.editors})
        return {name: words for name, words in problems.items() if name not in self.editors}

    def end(self) -> None:
        """Nothing comes below: room that is left over stays empty there."""
        self._grid.end()

    def begin_typing(self) -> None:
        """Go to the first field that can be filled in."""
        shown = {name: cast(QWidget, editor) for name, editor in self.editors.items()}
        self.go_to(
            next((name for name, each in shown.items() if each.isEnabled() and not each.isHidden()), "")
        )

    def _typed(self) -> dict[str, Any]:
        faulty = {name: editor.value() for name, editor in self.editors.items() if editor.fault()}
        return self.changes() | faulty


class FormRoom(QScrollArea):
    """Room for a form that is built in it: building it elsewhere and moving it in would dress every field twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have the keyboard

    def hold(self, form: FileForm[Any]) -> None:
        """Show a form whose parent is the viewport, and follow Enter from field to field."""
        self.setWidget(form)
        form.entered.connect(lambda widget: self.ensureWidgetVisible(widget, 40, 60))


def before_typing(form: RecordForm[Any], attribute: str) -> Any:
    """What the archive holds in a field, whatever is being typed there."""
    return form._before[attribute]


def _text(editor: object) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else ""


def _words(value: Any) -> str:
    if value is None or value == "":
        return "（空）"
    return {True: "是", False: "否"}.get(value, str(value)) if isinstance(value, bool) else str(value)
