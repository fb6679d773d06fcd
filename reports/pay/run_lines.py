"""The lines of a run on paper and as a workbook, as the officer looks through them: all, or one group with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.pay.runs.run_lines import ALL, outcome
from models.pay.runs.runs import STOPPED, UNKNOWN, PayRun
from reports.tables.register import END, START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 11), Heading("姓名", 20), Heading("身份证号", 38), Heading("人员类别", 36), Heading("明细", 14),
    Heading("月份", 18), Heading("标准", 28), Heading("金额(元)", 23, END), Heading("回盘", 22), Heading("说明", 70, START),
)  # fmt: skip
MONEY = 7
SIGNED = ("制表：", "审核：", "负责人：")


def register(run: PayRun, group: str, found: Iterable[Any], practice: bool = False) -> Register:
    """The lines of a group."""
    rows = [
        (
            line.name, line.number, line.category, line.kind, line.month, line.standard,
            None if line.kind in (STOPPED, UNKNOWN) else line.amount, outcome(line), line.reason,
        )
        for line in found
    ]  # fmt: skip
    title = f"发放批次{run.number}明细" + ("" if group == ALL else f"（{group}）")
    return Register(
        title, HEADINGS, numbered(rows), (run.title(),), "行", money=MONEY, signed=SIGNED, practice=practice
    )
