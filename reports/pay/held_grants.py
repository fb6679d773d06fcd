"""Grants and their dues of a month on paper and as a workbook."""

from __future__ import annotations

from collections.abc import Iterable

from models.pay.dues.held_grants import PAID, Held
from models.pay.standards import months
from models.pay.standards.months import Month
from reports.tables.register import END, START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 11), Heading("姓名", 19), Heading("身份证号", 39), Heading("人员类别", 32), Heading("街道(镇)", 23),
    Heading("享受时间", 35), Heading("标准", 27), Heading("应发(元)", 22, END), Heading("情况", 20), Heading("说明", 52, START),
)  # fmt: skip
MONEY = 7


def register(found: Iterable[Held], month: Month, words: str = "", practice: bool = False) -> Register:
    """The list of grants as the officer looks at it."""
    rows = [
        (
            each.claim.name, each.claim.number, each.claim.title(), each.claim.street, each.when(),
            each.due.rate.words() if each.due is not None and each.due.rate is not None else "",
            each.due.yuan if each.due is not None and each.condition == PAID else None, each.condition, each.brief(),
        )
        for each in found
    ]  # fmt: skip
    above = (f"范围：{words or '全部'}",)
    return Register(
        f"{months.words(month)}定期抚恤补助应发明细表",
        HEADINGS,
        numbered(rows),
        above,
        "项",
        MONEY,
        practice=practice,
    )
