"""Heirs 遗属 of somebody who died: who they are, what each gets, the written waiver, and the application that follows."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from models.core.record import Refusal
from models.deaths.after_death import AfterDeath
from models.deaths.heirs import Heir
from models.deaths.survivors_rights import start_approval
from models.people.attachments import take_away
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.materials.attachments import AttachmentsDialog
from ui.tables.small_tables import SmallTable
from ui.widgets.dialogs import run_dialog

HEIR_LIST = Listing(
    Heir,
    (
        ListColumn("name", 80),
        ListColumn("relation", 80, heading="关系"),
        ListColumn("share", 70),
        ListColumn("waived", 80),
        ListColumn("account", 170),
        ListColumn("number", 160),
        ListColumn("phone", 110),
    ),
)
NOTHING_PROPOSED = "按现在登记的死亡原因和等级，没有可以由遗属申请的定期抚恤金。"


class HeirForm(FileForm[Heir]):
    """One relative."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(Heir, ["name"], ["name"])
        self.bind("relation", "与逝者关系", CodeBox("family_relation", editable=True), required=True)
        names = ["number", "phone", "share", "waived", "bank", "account", "holder", "address", "notes"]
        self.for_fields(Heir, names, (), ["number", "account", "address"])


class HeirsTable(SmallTable):
    """The relatives of one dead person."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "遗属", HEIR_LIST, "heirs", "还没有登记遗属")
        self._found: AfterDeath | None = None
        self.add_button("书面声明…", "mdi6.paperclip", self.show_papers)
        self.add_button("受理遗属申请…", "mdi6.file-sign", self.start)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addStretch()  # in a high room the rows stay at the top

    def show_death(self, found: AfterDeath | None) -> None:
        self._found = found
        whose = found.person.id if found is not None else 0
        self.show_rows(Heir.select().where(Heir.person == whose).order_by(Heir.id))
        self.setEnabled(found is not None)

    def form(self) -> HeirForm:
        return HeirForm()

    def new(self) -> Heir:
        assert self._found is not None
        return Heir(person=self._found.person)

    def whose(self) -> str:
        assert self._found is not None
        return self._found.person.name

    def named(self, record: Any) -> str:
        return f"遗属“{record.name}”"

    def drop(self, record: Any) -> None:
        take_away(record)
        record.delete_instance()

    def show_papers(self) -> None:
        """The written waiver and other papers of the chosen relative."""
        if (heir := self.table.record()) is not None:
            run_dialog(AttachmentsDialog(self.session, heir, f"遗属{heir.name}", self))

    def start(self) -> None:
        """Take in the application that follows from the death, of the chosen relative."""
        heir, found = self.table.record(), self._found
        if heir is None or found is None:
            return
        if not found.proposed:
            messages.explain(Refusal(NOTHING_PROPOSED), self)
            return
        proposed = found.proposed[0]
        words = f"受理{heir.name}申请{proposed.category}定期抚恤金？\n依据：{proposed.clause}{proposed.asked}\n受理后在“审批”里逐级办理。"
        if messages.ask(self, words, "受理"):
            attempt_entry(
                self, self.session, f"受理遗属申请：{found.person.name}的{heir.relation}{heir.name}",
                lambda: start_approval(found.person, heir, proposed, self.session.user),
            )  # fmt: skip
