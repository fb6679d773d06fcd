"""The listing of approvals 审批台账: every one in a row, with the days of its levels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.approvals.approval import Approval, ApprovalStep
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.recipient_columns import recipient_column
from reports.tables.register import END, START, Register


def _signed(approval: Approval) -> str:
    steps = approval.steps.order_by(ApprovalStep.place)
    return "；".join(f"{step.level}{step.verdict}{step.signed_on}" for step in steps if step.verdict)


APPROVAL_LIST = Listing(
    Approval,
    (
        ListColumn("number", 96, 22),
        recipient_column("name", 90, 20, heading="申请人"),
        replace(recipient_column("number", paper=37), key="whose_number"),
        recipient_column("street", 110, 26),
        ListColumn("matter", 190, 40, START),
        ListColumn("accepted_on", 96, 22),
        ListColumn("signed", paper=62, align=START, heading="各级签署", words=_signed),
        ListColumn("state", 84, 18),
        ListColumn("level", 96, heading="当前环节"),
        ListColumn("due", 96, heading="应办结"),
        ListColumn("left", 90, align=END, heading="剩余工作日"),
        ListColumn("asked", 96, align=END, heading="申请金额", summed=True),
        ListColumn("decided_on", 96, 22),
        ListColumn("granted", 96, 22, END, "批准金额", printed="批准金额(元)", summed=True),
        ListColumn("handler", 80, 18),
    ),
    first=("number", "name", "street", "matter", "accepted_on", "state", "level", "due", "left", "asked", "granted"),
    number=10, money="granted", counted="件",
)  # fmt: skip


def approvals_register(some: Iterable[Approval], practice: bool = False) -> Register:
    """The ledger of these approvals."""
    return APPROVAL_LIST.register("审批事项登记台账", some, ("单位：元",), practice)
