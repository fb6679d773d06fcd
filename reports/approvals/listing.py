"""审批台账: every approval in a row, with the days of its levels."""

from __future__ import annotations

from collections.abc import Iterable

from models.approvals.approval import Approval, ApprovalStep
from models.people.outsiders import recipient
from reports.tables.register import END, START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 10), Heading("受理编号", 22), Heading("申请人", 20), Heading("身份证号", 37), Heading("街道(镇)", 26),
    Heading("审批事项", 40, START), Heading("受理日期", 22), Heading("各级签署", 62, START), Heading("办理状态", 18),
    Heading("办结日期", 22), Heading("批准金额(元)", 22, END), Heading("经办人", 18),
)  # fmt: skip
MONEY = 10


def register(some: Iterable[Approval], practice: bool = False) -> Register:
    """The ledger of these approvals."""
    rows = []
    for each in some:
        whom = recipient(each)
        steps = each.steps.order_by(ApprovalStep.place)
        signed = "；".join(f"{step.level}{step.verdict}{step.signed_on}" for step in steps if step.verdict)
        own = (each.number, each.whom, whom.number if whom else "", whom.street if whom else "", each.matter)
        rows.append((*own, each.accepted_on, signed, each.state, each.decided_on, each.granted, each.handler))
    return Register(
        "审批事项登记台账", HEADINGS, numbered(rows), ("单位：元",), "件", MONEY, practice=practice
    )
