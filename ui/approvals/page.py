"""The page 审批: what is under way and what was decided; a double click opens the levels, the notice, the papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from models.approvals import approval as approvals
from models.approvals import matters, signing
from models.approvals.approval import APPROVAL_STATES, Approval, ApprovalState, ApprovalStep, accept
from models.approvals.notices import PublicNotice
from models.core.dates import PartDate, this_day
from models.core.record import Record
from models.office import workdays
from models.people.person import Person
from reports.approvals import listing
from ui.approvals.dialog import ApprovalDialog
from ui.approvals.form import ApprovalForm
from ui.approvals.workdays import WorkdaysDialog
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.printing.print_button import PrintButton
from ui.tables.list_columns import table_columns
from ui.tables.tables import Column
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

ONLY_LATE_APPROVALS = "只看超期"


class ApprovalsList(RecordList):
    """Approvals with their filter line."""

    NOUN = "受理"
    LISTING = listing.APPROVAL_LIST
    PERSONAL = frozenset({"name", "street"})
    EMPTY = "还没有审批事项。\n\n点“登记受理”登记第一件申请，各级签署后双击打开，逐级登记意见。"

    def __init__(self, session: Session, person: Person | None = None, parent: QWidget | None = None) -> None:
        self.standing: dict[int, signing.Waiting] = {}
        super().__init__(session, person, parent)

    def columns(self) -> list[Column]:
        own = {part: partial(self._where, part) for part in ("level", "due", "left")}
        return table_columns(self.LISTING, own)

    def _where(self, part: str, approval: Approval) -> Any:
        where = self.standing.get(approval.id)
        if where is None:
            return ""
        known = where.step.level if part == "level" else getattr(where, part)
        return "" if known is None else known

    def fill_line(self) -> None:
        self.line.add_choice("年度")
        self.line.add_choice("状态", APPROVAL_STATES)
        self.line.add_choice("事项", matters.matters())
        self.line.add_tick(ONLY_LATE_APPROVALS)

    def reload_line(self) -> None:
        self.line.offer_years("年度", approvals.approval_years())

    def query(self) -> ModelSelect[Any]:
        line = self.line
        year = line.year("年度")
        query = approvals.approvals(line.words(), line.chosen("状态"), line.chosen("事项"), year)
        if self.person is not None:
            query = query.where(Approval.person == self.person)
        self.standing = _standing()
        if line.ticked(ONLY_LATE_APPROVALS):
            late = [key for key, where in self.standing.items() if where.overdue]
            query = query.where(Approval.id.in_(late))
        return query  # type: ignore[no-any-return]

    def told(self, query: ModelSelect[Any]) -> str:
        ids = {key for (key,) in query.select(Approval.id).order_by().tuples()}
        mine = [where for key, where in self.standing.items() if key in ids]
        late = sum(where.overdue for where in mine)
        return f"共{len(ids):,}件，办理中{len(mine):,}件，其中超过期限{late:,}件"

    def form(self, record: Approval) -> FileForm[Any]:
        return ApprovalForm(self.session, record.person, asks=not record.whom)

    def new(self) -> Approval:
        today = PartDate.of(this_day())
        new = Approval(person=self.person, accepted_on=today, applied_on=today, state=ApprovalState.OPEN)
        new.handler = self.session.user
        return new

    def named(self, record: Approval) -> str:
        return f"{record.number}{record.whom}的{record.matter}"

    def drop(self, record: Approval) -> None:
        for step in record.steps:
            step.delete_instance()
        for notice in PublicNotice.select().where(PublicNotice.approval == record):
            notice.delete_instance()
        record.delete_instance()

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [("逐级签署", "mdi6.draw-pen", self.show_steps)]

    def more_widgets(self) -> list[QPushButton]:
        prints = PrintButton()
        prints.offer_register(
            "审批台账", lambda: partial(listing.approvals_register, self.query(), self.session.practice)
        )
        days = QPushButton(icon("mdi6.calendar-clock"), "工作日历")
        days.setAutoDefault(False)
        days.clicked.connect(lambda: self.show_workdays())
        return [prints, days] if self.person is None else [prints]

    def show_workdays(self) -> None:
        run_dialog(WorkdaysDialog(self.session, self))

    def show_steps(self, record: Any = None) -> None:
        """Open the chosen approval: its levels, its notice, its papers."""
        chosen = record if isinstance(record, Record) else self.table.record()
        if chosen is not None:
            run_dialog(ApprovalDialog(self.session, Approval.get_by_id(chosen.id), self))

    def _write(self, form: FileForm[Any]) -> None:
        """A new application is taken in, with its number and its levels."""
        record: Any = form.record
        if record.id is not None:
            form.write()
            return
        saved: int = accept(record).id
        QTimer.singleShot(0, self, lambda: self.table.go_to(saved))

    def _join(self) -> None:
        super()._join()
        self.table.opened.disconnect(self.change)
        self.table.opened.connect(self.show_steps)


def _standing() -> dict[int, signing.Waiting]:
    """Where every open approval stands, read with one query."""
    calendar, today = workdays.calendar(), this_day()
    steps: dict[int, list[ApprovalStep]] = {}
    open_ones = Approval.select(Approval.id).where(Approval.state == ApprovalState.OPEN)
    for step in (
        ApprovalStep.select().where(ApprovalStep.approval.in_(open_ones)).order_by(ApprovalStep.place)
    ):
        steps.setdefault(step.approval_id, []).append(step)
    found = {key: signing.waiting_among(some, today, calendar) for key, some in steps.items()}
    return {key: where for key, where in found.items() if where is not None}


class ApprovalsPage(ApprovalsList):
    """The section 审批."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)


class ApprovalsTab(ApprovalsList):
    """The tab 审批 of a person's file."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(session, person, parent)
