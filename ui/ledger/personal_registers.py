"""Personal registers of the ledger, whose rows are about somebody: 档案借阅, 承诺, 辅助器具."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from models.core.record import Record
from models.people.person import Person
from reports.ledger.registers import Kind
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.ledger.registers import RegisterForm, RegisterPage


class PersonalPage(RegisterPage):
    """Such a register, of everybody or of one person's file."""

    OF_PEOPLE = True
    PERSONAL = frozenset({"name", "number", "street"})

    def __init__(
        self, session: Session, kind: Kind, person: Person | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, kind, parent, person)

    def query(self) -> Any:
        query = super().query()
        return query.where(self.kind.model.person == self.person) if self.person is not None else query

    def form(self, record: Any) -> FileForm[Any]:
        return RegisterForm(self.session, self.kind, asks=not record.whom)

    def new(self) -> Record:
        made = super().new()
        made.person = self.person
        return made  # type: ignore[no-any-return]
