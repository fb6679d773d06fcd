"""Forms: a record on one side, its editors on the other, messages between."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Generic, TypeVar, cast

from peewee import Field as ModelField
from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from models.core.record import Count, Day, Flag, Record, Text, Yuan
from ui.disclosure.covers import SECRET
from ui.forms.editors import (
    CodeBox,
    CountEdit,
    DateEdit,
    Editor,
    FlagBox,
    LineEdit,
    NumberEdit,
    TextEdit,
    YuanEdit,
)
from ui.forms.field_grid import Field, FieldGrid
from ui.forms.form_draft import FormDraft
from ui.widgets import theme
from ui.widgets.enter_key import EnterKey
from ui.widgets.fitting import TypeFit

_R = TypeVar("_R", bound=Record)


def editor_for(field: ModelField) -> Editor:
    """The editor that suits a field of a model."""
    if isinstance(field, Text):
        if field.name == "number":
            return NumberEdit()
        if field.codes or field.suggests:
            return CodeBox(field.codes or field.suggests, editable=bool(field.suggests))
        return TextEdit() if field.long else LineEdit()
    for kind, editor in ((Count, CountEdit), (Flag, FlagBox), (Day, DateEdit), (Yuan, YuanEdit)):
        if isinstance(field, kind):
            return cast(Editor, editor())
    raise TypeError(f"no editor for {field}")


class RecordForm(QWidget, Generic[_R]):
    """Edits one record: what is typed goes into it at once, ``take_back`` undoes that, saving is the owner's part."""

    changed = Signal()
    validity_changed = Signal(bool)
    entered = Signal(QWidget)  # Enter led to this editor: bring it into view
    ended = Signal()  # Enter in the last editor

    COLUMNS = 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record: _R | None = None
        self.editors: dict[str, Editor] = {}
        self.messages: dict[str, QLabel] = {}
        self.labels: dict[str, QLabel] = {}
        self.general = theme.look(QLabel(wordWrap=True), "problem")  # problems of fields that are not here
        self._fields: dict[str, Field] = {}
        self._before: dict[str, Any] = {}  # what the record said when it was shown
        self._seen: dict[str, Any] = {}  # and how the editors say that
        self._touched: set[str] = set()
        self._strict = False  # whether fields that nobody has touched yet are complained of
        self._read_only = False
        self._grid = FieldGrid(self, self.COLUMNS)
        TypeFit(self, self._fit)
        self.draft = FormDraft(self)
        self._grid.add_wide(self.draft.offer)
        self._grid.add_wide(self.general)
        self.general.hide()
        self._enter = EnterKey(self)
        self._enter.entered.connect(self.entered)
        self._enter.ended.connect(self.ended)
        self._enter.left.connect(self._on_left)

    def section(self, title: str) -> None:
        """Begin a group of fields under a heading."""
        self._grid.add_heading(title)

    def add_wide(self, widget: QWidget) -> None:
        """Put any widget across the whole form."""
        self._grid.add_wide(widget)

    def bind(self, attribute: str, label: str, editor: Editor, span: int = 1, required: bool = False) -> None:
        """Keep an attribute and an editor equal, with room below for a message. ``span`` counts columns."""
        widget = cast(QWidget, editor)
        field = self._grid.add(label, widget, span, required)
        field.star(not self._read_only)
        self.editors[attribute], self._fields[attribute] = editor, field
        self.messages[attribute], self.labels[attribute] = field.message, field.label
        editor.set_read_only(self._read_only)
        editor.changed.connect(lambda: self._on_changed(attribute))
        if isinstance(editor, CodeBox):
            editor.is_known = lambda word: self._is_known(attribute, word)
        self._enter.watch(widget)

    def for_fields(
        self,
        model: type[Record],
        names: Sequence[str],
        required: Collection[str] = (),
        wide: Collection[str] = (),
    ) -> None:
        """Bind fields of a model, each with its own label and the editor that suits it."""
        for name in names:
            field = model._meta.fields[name]
            editor = editor_for(field)
            if isinstance(field, Text):
                cast(QWidget, editor).setProperty(SECRET, field.secret.value)
            across = name in wide or isinstance(editor, TextEdit)
            self.bind(name, field.verbose_name, editor, self.COLUMNS if across else 1, name in required)

    def edit(self, record: _R) -> None:
        """Show a record; from now on what is typed goes into it."""
        self.record = None
        self._before = {attribute: record.value_of(attribute) for attribute in self.editors}
        self._touched.clear()
        self._strict = record.id is not None
        for attribute, editor in self.editors.items():
            with QSignalBlocker(cast(QWidget, editor)):
                editor.set_value(self._before[attribute])
        self._seen = {attribute: editor.value() for attribute, editor in self.editors.items()}
        self.record = record
        self.draft.begin()
        self.check()

    def read_only(self, read_only: bool) -> None:
        """Make it a quiet sheet to read, or a form to fill in."""
        self._read_only = read_only
        for attribute, editor in self.editors.items():
            editor.set_read_only(read_only)
            self._fields[attribute].star(not read_only)
        self.draft.offer.answerable(not read_only)
        self.check()

    def label_of(self, attribute: str) -> str:
        """What a field is called here."""
        return self._fields[attribute].words

    def is_read_only(self) -> bool:
        """Whether nothing can be typed now."""
        return self._read_only

    def go_to(self, attribute: str) -> bool:
        """Put the cursor into a field; False when it is not in this form."""
        if attribute in self.editors:
            self._go_to(cast(QWidget, self.editors[attribute]))
        return attribute in self.editors

    def dirty(self) -> bool:
        """Whether something stands in the form that was not there when it was shown."""
        return bool(self.changes()) or any(editor.fault() for editor in self.editors.values())

    def changes(self) -> dict[str, Any]:
        """The changed attributes and their values now."""
        if self.record is None:
            return {}
        now = {attribute: editor.value() for attribute, editor in self.editors.items()}
        return {attribute: value for attribute, value in now.items() if value != self._seen[attribute]}

    def take_back(self) -> None:
        """Put back everything that was there when the record was shown."""
        if self.record is not None:
            for attribute, value in self._before.items():
                setattr(self.record, attribute, value)
            self.edit(self.record)

    def apply(self) -> bool:
        """Put everything into the record; False, and every problem shown, when it may not be saved so."""
        assert self.record is not None
        for editor in self.editors.values():
            getattr(editor, "settle", lambda: None)()
        for attribute, value in self.changes().items():
            setattr(self.record, attribute, value)
        self._strict = True
        problems = self.check()
        if first := next((name for name in self.editors if name in problems), None):
            self.go_to(first)
        return not problems

    def check(self) -> dict[str, str]:
        """Ask the record for its problems and doubts, show them below the fields, and return the problems."""
        if self.record is None:
            return {}
        faults = {name: words for name, editor in self.editors.items() if (words := editor.fault())}
        broken = dict(self.record.rules())
        problems = {**(broken or dict(self.record.conflicts())), **faults}
        doubts: dict[str, str] = {}
        for doubt in () if broken else self.record.doubts():  # which take a record that keeps its rules
            doubts.setdefault(doubt.field, doubt.message)
        self.complain(problems, doubts)
        self.validity_changed.emit(not problems)
        return problems

    def complain(self, problems: dict[str, str], doubts: dict[str, str] | None = None) -> None:
        """Show problems (red) and doubts (amber) below their fields, and the others' problems above all."""
        for attribute, field in self._fields.items():
            field.say(*self._verdict(attribute, problems, doubts or {}))
        elsewhere = [words for name, words in problems.items() if name not in self.editors]
        self.general.setText("；".join(elsewhere))
        self.general.setVisible(self._strict and bool(elsewhere))

    def _verdict(self, attribute: str, problems: dict[str, str], doubts: dict[str, str]) -> tuple[str, str]:
        if hint := self.editors[attribute].hint():
            return "hint", hint
        if attribute in problems and (self._strict or attribute in self._touched):
            return "problem", problems[attribute]
        return ("doubt", doubts[attribute]) if attribute in doubts else ("hint", "")

    def _is_known(self, attribute: str, word: str) -> bool:
        """Whether another record of the archive says the same word there."""
        if self.record is None or attribute not in self.record._meta.fields:
            return False
        kind = type(self.record)
        return bool(kind.select().where(kind._meta.fields[attribute] == word).exists())

    def _on_changed(self, attribute: str) -> None:
        if self.record is None:
            return
        setattr(self.record, attribute, self.editors[attribute].value())
        self.check()
        self.draft.touch()
        self.changed.emit()

    def _on_left(self, widget: QWidget) -> None:
        """Whoever leaves a field wants to hear about it."""
        if not self._read_only:
            self._touched |= {name for name, field in self._fields.items() if field.editor is widget}
            QTimer.singleShot(0, self, self.check)

    def _go_to(self, widget: QWidget) -> None:
        self._enter.go_to(widget)

    def _fit(self) -> None:
        self._grid.fit()
        self._grid.fill(self.width())

    # What Qt asks for

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.fill(event.size().width())


def scrolled_form(form: RecordForm[Any]) -> QScrollArea:
    """The form in a scroll area that follows Enter from field to field."""
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have the keyboard
    area.setWidgetResizable(True)
    area.setWidget(form)
    form.entered.connect(lambda widget: area.ensureWidgetVisible(widget, 40, 60))
    return area
