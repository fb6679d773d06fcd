"""The lines of a run on paper and as a workbook, as the officer looks through them: all, or one group with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from models.pay.runs.run_lines import GROUP_ALL, outcome
from models.pay.runs.runs import LineKind, PayLine, PayRun
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register


def _amount(line: PayLine) -> Decimal | None:
    return None if line.kind in (LineKind.STOPPED, LineKind.NOT_RECKONED) else line.amount


RUN_LINE_LIST = Listing(
    PayLine,
    (
        ListColumn("name", 76, 20),
        ListColumn("number", 160, 38),
        ListColumn("category", 150, 36),
        ListColumn("kind", 56, 14, heading="明细"),
        ListColumn("month", 76, 18),
        ListColumn("standard", 120, 28, heading="标准"),
        ListColumn("amount", 96, 23, END, words=_amount, order=PayLine.amount, summed=lambda line: line.amount),
        ListColumn("change", 90, heading="与上批比较"),
        ListColumn("outcome", 160, 22, heading="回盘", words=outcome),
        ListColumn("reason", 360, 70, START),
        ListColumn("account", 170),
        ListColumn("bank", 120),
        ListColumn("street", 100),
        ListColumn("item", 170),
    ),
    first=("name", "category", "kind", "month", "amount", "standard", "change", "outcome", "reason", "number"),
    number=11, money="amount", counted="行",
)  # fmt: skip
LINES_SIGNATURES = ("制表：", "复核：", "负责人：")


def lines_register(run: PayRun, group: str, found: Iterable[Any], practice: bool = False) -> Register:
    """The lines of a group."""
    title = f"发放批次{run.number}明细" + ("" if group == GROUP_ALL else f"（{group}）")
    return RUN_LINE_LIST.register(title, found, (run.title(),), practice, LINES_SIGNATURES)
