"""Personal registers of the ledger, whose rows are about somebody: 档案借阅, 承诺, 辅助器具."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from models.core.record import Record
from models.people.person import Person
from reports.ledger.registers import Kind
from ui.forms.file_forms import FileForm
from ui.forms.outsider_box import OutsiderBox
from ui.forms.person_box import PersonBox
from ui.jobs.session import Session
from ui.ledger.registers import RegisterPage


def ask_whom(form: FileForm[Any], session: Session, whose: str) -> None:
    """Let a form ask whom its record is about, on file or not."""
    form.bind("person", whose, PersonBox())
    form.bind("outsider", f"{whose}(未建档)", OutsiderBox(session))


class PersonalForm(FileForm[Any]):
    """Whom it is about, then every field of the record in its order."""

    def __init__(self, session: Session, kind: Kind, whose: str = "") -> None:
        """``whose`` is what the one it is about is called; empty where that is known already."""
        super().__init__()
        if whose:
            ask_whom(self, session, whose)
        self.for_fields(kind.model, list(kind.model.labels()), required=kind.required, wide=kind.wide)


class PersonalPage(RegisterPage):
    """Such a register, of everybody or of one person's file."""

    OF_PEOPLE = True
    PERSONAL = frozenset({"name", "number", "street"})
    WHOSE = "对象"

    def __init__(
        self, session: Session, kind: Kind, person: Person | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, kind, parent, person)

    def query(self) -> Any:
        query = super().query()
        return query.where(self.kind.model.person == self.person) if self.person is not None else query

    def form(self, record: Any) -> FileForm[Any]:
        return PersonalForm(self.session, self.kind, "" if record.whom else self.WHOSE)

    def new(self) -> Record:
        made = super().new()
        made.person = self.person
        return made  # type: ignore[no-any-return]
