"""The services tab 服务保障 of a person's file: his or her rows of each register of services that has any, below one another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.core.record import Record
from models.people.person import Person
from reports.ledger.registers import ATTACHED, VETERANS, Kind, kinds_of
from reports.tables.list_columns import Listing
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.ledger.personal_registers import PersonalPage
from ui.ledger.registers import RegisterForm
from ui.pages.page import Page
from ui.tables.small_tables import SmallTable
from ui.widgets import theme

NOTHING_YET = "“服务保障”的登记表里还没有{name}的记录。到主窗口的“服务保障”里登记：{registers}。"


class RegisterTable(SmallTable):
    """The rows of one register that are about one person; a double click opens one."""

    def __init__(self, session: Session, kind: Kind, person: Person) -> None:
        self.kind, self.person = kind, person
        super().__init__(
            session, kind.section, _own_columns(kind), f"person/{kind.model._meta.table_name}", "没有记录"
        )

    def reload(self) -> None:
        self.show_rows(self.kind.rows().where(self.kind.model.person == self.person))
        self.setVisible(bool(self.rows.rowCount()))

    def form(self) -> FileForm[Any]:
        return RegisterForm(self.session, self.kind)

    def new(self) -> Record:
        return self.kind.model(person=self.person)  # type: ignore[no-any-return]

    def whose(self) -> str:
        return self.person.name


class ServicesTab(Page):
    """Those of its registers whose rows are about people; one without a row of this person is not shown."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        kinds = [kind for kind in kinds_of(VETERANS) if kind.personal]
        registers = "、".join(kind.section for kind in kinds)
        self.nothing = theme.look(QLabel(wordWrap=True), "quiet")
        self.nothing.setText(NOTHING_YET.format(name=person.name, registers=registers))
        self.tables = [RegisterTable(session, kind, person) for kind in kinds]
        column = QVBoxLayout(self)
        for part in (self.nothing, *self.tables):
            column.addWidget(part)
        column.addStretch(1)
        self.refresh()

    def read(self) -> None:
        for table in self.tables:
            table.reload()
        self.nothing.setVisible(all(table.isHidden() for table in self.tables))


def _own_columns(kind: Kind) -> Listing:
    """The register's columns but for those that are the same in each row of one person."""
    listing = kind.listing()
    left_out = {*PersonalPage.PERSONAL, ATTACHED.key}
    return replace(listing, columns=tuple(each for each in listing.columns if each.key not in left_out))
