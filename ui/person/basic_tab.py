"""The basic tab 基本信息: the person's form, the family, and what old rosters said besides."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.own_fields.own_values import OwnValue
from models.people.person import Person
from ui.forms.file_forms import FileForm, FormRoom
from ui.jobs.session import Session
from ui.person.forms_tab import FormsTab
from ui.person_forms.family import Family
from ui.person_forms.person_form import PersonForm
from ui.widgets import theme


class PersonPage(FormsTab):
    """Everything about the person that is not an identity."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        room = FormRoom(self)
        self.form = PersonForm(parent=room.viewport(), reading=True)
        self.family = Family(session)
        self.remarks = QLabel(wordWrap=True)
        self.remarks_heading = theme.look(QLabel("原花名册中的其他栏目"), "heading")
        for widget in (self.family, self.remarks_heading, self.remarks):
            self.form.add_wide(widget)
        self.form.end()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        room.hold(self.form)
        layout.addWidget(room)
        self.form.open_other.connect(self.person_wanted)
        self.show_person(person)

    def forms(self) -> list[FileForm[Any]]:
        return [self.form]

    def shown_form(self) -> FileForm[Any]:
        return self.form

    def show_person(self, person: Person) -> None:
        self.form.edit(person)
        self._show_others(person)

    def renew(self, person: Person) -> list[str]:
        self._show_others(person)
        return self.form.renewed(person)

    def read_only(self, read_only: bool) -> None:
        self.form.read_only(read_only)

    def holds(self, uid: str) -> bool:
        record = self.form.record
        if record is None:
            return False
        own = OwnValue.select().where(OwnValue.person == record, OwnValue.uid == uid)
        return bool(record.uid == uid or own.exists())

    def go_to(self, uid: str, field: str) -> None:
        self.form.go_to(field)

    def _show_others(self, person: Person) -> None:
        self.family.show_person(person)
        told = list(person.remarks)
        lines = (f"<tr><td>{escape(r.label)}　　</td><td>{escape(r.words)}</td></tr>" for r in told)
        self.remarks.setText(f"<table cellspacing='4'>{''.join(lines)}</table>" if told else "")
        for widget in (self.remarks_heading, self.remarks):
            widget.setVisible(bool(told))
