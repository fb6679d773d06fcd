"""The budget sheet 预算执行情况表: planned, committed, paid, left, by programme and source."""

from __future__ import annotations

from decimal import Decimal

from models.aid import budgets
from models.aid.budgets import Budget
from models.archive import opened
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register

BUDGET_LIST = Listing(
    Budget,
    (
        ListColumn("programme", 110, 40, align=START, heading="发放类别", words=lambda line: line.programme or "（未注明）"),
        ListColumn("fund", 110, 36, align=START, words=lambda line: line.fund or "（未注明）"),
        ListColumn("planned", 110, 30, align=END, heading="预算", printed="预算(元)", words=lambda line: line.planned),
        ListColumn("committed", 110, 32, align=END, heading="拟发和已批准", printed="拟发和已批准(元)", words=lambda line: line.committed),
        ListColumn("paid", 110, 30, align=END, heading="已发放", printed="已发放(元)", words=lambda line: line.paid),
        ListColumn("left", 110, 30, align=END, heading="剩余", printed="剩余(元)", words=lambda line: "未列预算" if line.left is None else line.left),
        ListColumn("share", 110, 18, align=END, heading="执行率", words=lambda line: percent(line.share)),
        ListColumn("document", 110, 40, align=START, heading="预算文号", words=lambda line: line.budget.document if line.budget else ""),
    ),
    number=10, money="paid", counted="项",
)  # fmt: skip
BUDGET_SIGNATURES = ("单位负责人：", "财务负责人：", "制表人：", "（公章）")


def sheet(year: int, practice: bool | None = None) -> Register:
    """The year's sheet; the sum at its foot is what was paid."""
    practice = opened.opened_archive().practice if practice is None else practice
    above = ("单位：元", "合计为已发放金额")
    return BUDGET_LIST.register(
        f"{year}年优抚资金预算执行情况表", budgets.budget_lines(year), above, practice, BUDGET_SIGNATURES
    )


def percent(share: Decimal | None) -> str:
    """A fraction with one place: 83.9%; empty where there is no plan."""
    return "" if share is None else f"{share * 100:.1f}%"
