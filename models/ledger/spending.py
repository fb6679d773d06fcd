"""Spending on the year's work 双拥经费: what was budgeted for it and what was allotted, with the voucher.

Money of regular and one-off payments is planned in ``models.aid.budgets``; here stands what no payment programme has:
visits to the forces, publicity, activities (assessment standard, item 5: 活动经费列入财政预算, 附经费下拨凭证).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from peewee import Check

from models.core.masks import Secret
from models.core.record import Count, Day, Record, Text, Yuan
from models.ledger import years


class Spending(Record):
    """One line of the budget of one year."""

    NOUN = "双拥经费"
    NAMED_BY = "item"
    COUNTED = "双拥经费"
    EXPORTED = "spending"
    SINCE = ("day",)

    year = Count("年度", index=True)
    item = Text("经费项目")
    source = Text("资金来源")
    planned = Yuan("预算金额(元)")
    allotted = Yuan("拨付金额(元)")
    day = Day("拨付日期")
    document = Text("预算文号", secret=Secret.OPEN)
    voucher = Text("拨付凭证号", secret=Secret.OPEN)
    notes = Text("备注", long=True)

    class Meta:
        constraints = [
            Check('"planned" IS NULL OR "planned" >= 0'),
            Check('"allotted" IS NULL OR "allotted" >= 0'),
        ]

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_year(self.year)
        if not self.item.strip():
            yield "item", "请填写经费项目，如慰问部队经费"
        for field in ("planned", "allotted"):
            amount: Decimal | None = getattr(self, field)
            if amount is not None and amount < 0:
                yield field, "金额不能是负数"
        if self.day is not None and self.allotted is None:
            yield "allotted", "填写了拨付日期，请填写拨付金额"
