"""One approval from beginning to end: its levels, its notices, its papers."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.approvals import signing
from models.approvals.approval import YES, Approval, ApprovalStep
from models.office import workdays
from ui.approvals.signing import SignDialog
from ui.jobs.session import Session
from ui.tables.small_tables import SmallTable
from ui.tables.tables import Column
from ui.widgets.dialogs import run_dialog

STEPS = [
    Column("level", "环节", lambda s: s.level, None, 96),
    Column("received", "收到日期", lambda s: s.received or "", None, 96),
    Column("limit", "期限", lambda s: s.limit_words, None, 150),
    Column("due", "应办结", lambda s: due_words(s), None, 170),
    Column("verdict", "结论", lambda s: s.verdict, None, 76),
    Column("opinion", "意见", lambda s: s.opinion, None, 200),
    Column("signed_by", "负责人", lambda s: s.signed_by, None, 80),
    Column("signed_on", "签字日期", lambda s: s.signed_on or "", None, 96),
    Column("notes", "备注", lambda s: s.notes, None, 120, hidden=True),
]


def due_words(step: ApprovalStep) -> str:
    """The last day of a level that has not signed, and how many working days are left."""
    if step.verdict == YES or step.limit is None or step.received is None:
        return ""
    where = signing.waiting_among([step], date.today(), workdays.calendar())
    if where is None or where.due is None or where.left is None:
        return ""
    left = f"还有{where.left}天" if where.left >= 0 else f"超{-where.left}天"
    return f"{where.due}（{left}）"


class Steps(SmallTable):
    """The levels in the order in which they sign."""

    def __init__(self, session: Session, approval: Approval) -> None:
        self.approval = approval
        super().__init__(session, "审批环节", STEPS, "approval_steps", "没有环节")
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
        if chosen is not None:
            run_dialog(SignDialog(self.session, chosen, self))

    def delete(self) -> None:
        """Levels stay."""

    def whose(self) -> str:
        return self.approval.whom
