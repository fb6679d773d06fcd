"""The fields of the office's own 自设栏目 as a list: defined, put in order, retired."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import ModelSelect, fn
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from models.own_fields import own_fields, own_values
from models.own_fields.own_fields import OwnField, OwnType
from models.own_fields.own_values import OwnValue
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import CENTRE, END
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.lists.record_list import RecordList

COUNT_OF_PEOPLE = OwnValue.select(fn.COUNT(OwnValue.id)).where(OwnValue.field == OwnField.id).alias("people")
NO_OWN_FIELDS = "还没有自设栏目。\n\n点“登记自设栏目”起个名称、选个类型，每份档案的基本信息里就多出这一栏。"
OWN_FIELD_LIST = Listing(
    OwnField,
    (
        ListColumn("name", 220),
        ListColumn("type", 70),
        ListColumn("choices", 150),
        ListColumn("secret", 56, align=CENTRE),
        ListColumn("on_file", 110, align=CENTRE),
        ListColumn("people", 80, align=END, heading="已登记(人)", words=lambda field: field.people),
        ListColumn("retired", 56, align=CENTRE),
    ),
    sorts=False,
)  # in the order in which the form asks them


class OwnFieldForm(FileForm[OwnField]):
    """One field; words to choose from are asked of an 选项 alone."""

    def __init__(self) -> None:
        super().__init__()
        self.type = CodeBox(names=list(OwnType))
        self.for_fields(OwnField, ["name"], required=["name"])
        self.bind("type", "类型", self.type, required=True)
        self.for_fields(OwnField, ["choices"], wide=["choices"])
        self.for_fields(OwnField, ["secret", "on_file"])
        self.choices: Any = self.editors["choices"]
        self.type.changed.connect(self._mark)

    def edit(self, record: OwnField) -> None:
        super().edit(record)
        self._mark()

    def _mark(self) -> None:
        asked = self.type.value() == OwnType.CHOICE
        self.choices.setEnabled(asked)
        self.choices.setPlaceholderText("用顿号隔开，如：甲、乙、丙" if asked else "")


class OwnFieldsPage(RecordList):
    """All fields, in the order in which the form asks them."""

    NOUN = "自设栏目"
    LISTING = OWN_FIELD_LIST
    OF_PEOPLE = False
    HINT = "栏目名称"
    EMPTY = NO_OWN_FIELDS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)

    def query(self) -> ModelSelect[Any]:
        fields: Any = own_fields.in_order().select(OwnField, COUNT_OF_PEOPLE)
        words = self.line.words()
        found: ModelSelect[Any] = fields.where(OwnField.name.contains(words)) if words else fields
        return found

    def told(self, query: ModelSelect[Any]) -> str:
        return f"共{query.count()}个自设栏目"

    def form(self, record: OwnField) -> OwnFieldForm:
        return OwnFieldForm()

    def new(self) -> OwnField:
        return OwnField(type=OwnType.WORDS, secret=False, on_file=True)

    def named(self, record: OwnField) -> str:
        return f"自设栏目“{record.name}”"

    def drop(self, record: Any) -> None:
        own_values.drop_field(record)

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("停用或恢复", "mdi6.archive-outline", self.retire),
            ("上移", "mdi6.arrow-up", lambda: self._move(-1)),
            ("下移", "mdi6.arrow-down", lambda: self._move(1)),
        ]

    def retire(self) -> None:
        """Ask a field no more, keeping what it said; or ask it again."""
        if (field := self._current()) is not None:
            field.retired = not field.retired
            words = "停用" if field.retired else "恢复使用"
            attempt_entry(self, self.session, f"{words}自设栏目：{field.name}", field.save)

    def _move(self, by: int) -> None:
        if (field := self._current()) is not None:
            title = f"调整自设栏目次序：{field.name}"
            attempt_entry(self, self.session, title, lambda: own_fields.move_field(field, by))

    def _current(self) -> OwnField | None:
        chosen = self.table.record()
        return None if chosen is None else OwnField.get_by_id(chosen.id)

    def _write(self, form: FileForm[Any]) -> None:
        field: Any = form.record
        own_values.define(field)
        QTimer.singleShot(0, self, lambda: self.table.go_to(field.id))
