"""The steps of one approval: who signs or signed in which order, by when, and what each said."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from models.approvals import signing
from models.approvals.approval import Approval, ApprovalStep, Verdict
from models.core.dates import this_day
from models.office import workdays
from reports.tables.list_columns import ListColumn, Listing
from ui.approvals.signing import SignDialog
from ui.jobs.session import Session
from ui.tables.small_tables import SmallTable
from ui.widgets.dialogs import run_dialog


def due_words(step: ApprovalStep) -> str:
    """The last day of a level that has not signed, and how many working days are left."""
    if step.verdict == Verdict.YES or step.limit is None or step.received is None:
        return ""
    where = signing.waiting_among([step], this_day(), workdays.calendar())
    if where is None or where.due is None or where.left is None:
        return ""
    left = f"还有{where.left}天" if where.left >= 0 else f"超{-where.left}天"
    return f"{where.due}（{left}）"


APPROVAL_STEP_LIST = Listing(
    ApprovalStep,
    (
        ListColumn("level", 96, heading="环节"),
        ListColumn("received", 96),
        ListColumn("limit", 150, heading="期限", field="limit_words"),
        ListColumn("due", 170, heading="应办结", words=due_words),
        ListColumn("verdict", 76),
        ListColumn("opinion", 200),
        ListColumn("signed_by", 80),
        ListColumn("signed_on", 96),
        ListColumn("notes", 120, hidden=True),
    ),
    sorts=False,
)


class ApprovalSteps(SmallTable):
    """The levels in the order in which they sign."""

    refused = Signal()  # a level has just said no, which ends the matter

    def __init__(self, session: Session, approval: Approval) -> None:
        self.approval = approval
        super().__init__(session, "审批环节", APPROVAL_STEP_LIST, "approval_steps", "没有环节")
        self.buttons.itemAt(0).widget().hide()  # levels come with the matter
        self.buttons.itemAt(1).widget().setText("签署")  # type: ignore[attr-defined]
        self.buttons.itemAt(2).widget().hide()
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(self.approval.steps.order_by(ApprovalStep.place))
        where = signing.waiting(Approval.get_by_id(self.approval.id))
        if where is not None:
            self.table.go_to(where.step.id)

    def change(self, record: Any = None) -> None:
        """Sign for the chosen level."""
        chosen = record if isinstance(record, ApprovalStep) else self.table.record()
        if chosen is None:
            return
        run_dialog(SignDialog(self.session, chosen, self))
        if ApprovalStep.get_by_id(chosen.id).verdict == Verdict.NO:
            self.refused.emit()

    def delete(self) -> None:
        """Levels stay."""

    def whose(self) -> str:
        return self.approval.whom
