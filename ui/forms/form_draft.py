"""The draft 草稿 of a form: written down while somebody types, taken along when the form ends in order, offered again when it did not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from peewee import ForeignKeyField
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton

from models.archive import opened
from models.core.record import KINDS_OF_RECORDS, Record, Refusal
from models.forms.drafts import TypedDraft, draft_path, drop_draft, keep_draft, read_draft
from models.people.person import Person
from ui.widgets import theme
from ui.widgets.scrolling import HighEnough

if TYPE_CHECKING:
    from ui.forms.editors import Editor
    from ui.forms.record_form import RecordForm

DRAFT_PAUSE = 3000  # milliseconds after a key until what stands there is written down
FIELDS_NAMED = 6  # fields of a draft that the offer names
logger = logging.getLogger(__name__)


class DraftOffer(HighEnough):
    """The strip above a form that left a draft; empty, and nothing, until there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.words: QLabel | None = None  # made with the buttons for the first offer: few forms ever have one
        self.buttons: list[QPushButton] = []
        self._ready = True
        self.hide()

    def say(self, words: str, take: Callable[[], None], drop: Callable[[], None]) -> None:
        """Offer it."""
        if self.words is None:
            self.words = self._laid_out(take, drop)
        self.words.setText(words)
        self.fit()
        self.show()

    def answerable(self, ready: bool) -> None:
        """Whether it can be taken up: not in a form that is only read."""
        self._ready = ready
        for button in self.buttons:
            button.setVisible(ready)
        self.fit()

    def _laid_out(self, take: Callable[[], None], drop: Callable[[], None]) -> QLabel:
        told = QLabel(wordWrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.addWidget(told, 1)
        for words, act in (("接着填", take), ("不要了", drop)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
            self.buttons.append(button)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.look(self, "notice")
        self.answerable(self._ready)
        return told


class FormDraft:
    """What one form keeps of what is typed in it. While an offer waits for its answer nothing new is written over it."""

    def __init__(self, form: RecordForm[Any]) -> None:
        self._form = form
        self.offer = DraftOffer()
        self.left: TypedDraft | None = None  # what waits to be taken up
        self._path: Path | None = None  # where this form's draft lies
        self._clock = QTimer(form, singleShot=True, interval=DRAFT_PAUSE)
        self._clock.timeout.connect(self.keep)
        form.destroyed.connect(self.end)

    def begin(self) -> None:
        """Another record is shown: what was typed before was saved or given up; has this one left a draft?"""
        self.end()
        self.left = read_draft(self._place()) if self._kept_here() else None
        if self.left is None:
            self.offer.hide()
            return
        fields = [self._form.label_of(name) for name in self.left.typed if name in self._form.editors]
        named = "、".join(fields[:FIELDS_NAMED]) + ("等" if len(fields) > FIELDS_NAMED else "")
        self.offer.answerable(not self._form.is_read_only())
        self.offer.say(
            f"{self.left.at}填到一半中断了，没有保存；填的还在，修改时可以接着填：{named}。",
            self.take_up,
            self.give_up,
        )

    def touch(self) -> None:
        """Something was typed."""
        if not self._clock.isActive() and self.left is None:
            self._clock.start()

    def keep(self) -> None:
        """Write down what stands there, or drop what was, when nothing differs any more."""
        form = self._form
        if form.record is None or not self._kept_here():
            return
        try:
            if form.dirty():
                self._path = keep_draft(self._draft())
            elif self._path is not None:
                drop_draft(self._path)
        except Refusal as refusal:
            logger.warning("a draft was not kept: %s", refusal)  # whoever types is not disturbed

    def take_up(self) -> None:
        """Put back into the form what was typed; it is a draft again until it is saved."""
        left, self.left = self.left, None
        self.offer.hide()
        for name, kept in (left.typed if left is not None else {}).items():
            if name in self._form.editors:
                _put(self._form.editors[name], kept)
        self.keep()

    def give_up(self) -> None:
        """Nobody wants it any more."""
        self.left, self._path = None, draft_path(self._place())
        self.offer.hide()
        self.end()

    def end(self) -> None:
        """The form was saved, given up or closed, and takes along what it had written."""
        path, self._path = self._path, None
        try:
            if path is not None:
                drop_draft(path)
        except Refusal as refusal:
            logger.warning("a draft was not dropped: %s", refusal)

    def _draft(self) -> TypedDraft:
        form, record = self._form, self._form.record
        assert record is not None
        changed = form.changes()
        typed = {n: _told(e) for n, e in form.editors.items() if n in changed or e.fault()}
        person = record if isinstance(record, Person) else None
        if getattr(record, "person_id", None) is not None:
            person = record.person
        named = person.name if person is not None else ""
        at = f"{datetime.now():%Y年%m月%d日 %H:%M}"
        whom = person.id if person is not None else None
        return TypedDraft(self._place(), f"{named}　{record.NOUN}".strip(), at, typed, whom)

    def _place(self) -> str:
        """Which form it is, over which record; a new one is told by what it belongs to."""
        form, record = self._form, self._form.record
        assert record is not None
        links = {
            field.object_id_name: getattr(record, field.object_id_name)
            for name, field in record._meta.fields.items()
            if isinstance(field, ForeignKeyField) and name not in form.editors
        }
        what = record.id if record.id is not None else f"new {links}"
        return f"{type(form).__name__} {record._meta.table_name} {what} {','.join(form.editors)}"

    def _kept_here(self) -> bool:
        """Of a past day nothing is written, and without an archive nothing is kept."""
        return opened.opened is not None and opened.opened.past is None


def _told(editor: Editor) -> Any:
    """What stands in an editor, as a file can hold it: its letters where it has a line, a record by its table and id."""
    value = editor.value()
    if isinstance(value, Record):
        return [value._meta.table_name, value.id]
    return editor.text() if isinstance(editor, QLineEdit) else value


def _put(editor: Editor, kept: Any) -> None:
    """Put back what ``_told`` said; a record that is gone since stays out."""
    if isinstance(kept, list):
        editor.set_value(KINDS_OF_RECORDS[kept[0]].get_or_none(id=kept[1]))
    elif isinstance(editor, QLineEdit):
        cast(QLineEdit, editor).setText(kept)
    else:
        editor.set_value(kept)
