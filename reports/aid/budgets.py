"""The budget sheet 预算执行情况表: planned, committed, paid, left, by programme and source."""

from __future__ import annotations

from decimal import Decimal

from models.aid import budgets
from models.archive import opened
from reports.tables.register import END, START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 10), Heading("发放类别", 40, START), Heading("资金来源", 36, START), Heading("预算(元)", 30, END),
    Heading("拟发和已批准(元)", 32, END), Heading("已发放(元)", 30, END), Heading("剩余(元)", 30, END),
    Heading("执行率", 18, END), Heading("预算文号", 40, START),
)  # fmt: skip
PAID = 5
SIGNED = ("单位负责人：", "财务负责人：", "制表人：", "（公章）")


def sheet(year: int, practice: bool | None = None) -> Register:
    """The year's sheet; the sum at its foot is what was paid."""
    rows = [
        (
            each.programme or "（未注明）", each.fund or "（未注明）", each.planned, each.committed, each.paid,
            each.left if each.left is not None else "未列预算", percent(each.share),
            each.budget.document if each.budget else "",
        )
        for each in budgets.lines(year)
    ]  # fmt: skip
    practice = opened.current().practice if practice is None else practice
    return Register(
        f"{year}年优抚资金预算执行情况表", HEADINGS, numbered(rows), ("单位：元", "合计为已发放金额"), "项", PAID, SIGNED,
        practice=practice,
    )  # fmt: skip


def percent(share: Decimal | None) -> str:
    """A fraction with one place: 83.9%; empty where there is no plan."""
    return "" if share is None else f"{share * 100:.1f}%"
