"""The budget's need 预算测算: what regular subsidies have taken and will take of a year, against what was planned for them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from peewee import Expression

from models.aid.budgets import Budget
from models.forecast.fund_needs import FundNeed
from models.pay.standards import months
from models.pay.standards.months import Month
from models.payments.payment import REGULAR, Payment


class BudgetNeed(NamedTuple):
    """One year: paid for months before the forecast, needed in its months, planned by all sources together; yuan."""

    year: int
    paid: Decimal
    first: Month  # the first and the last month of the year that the forecast has
    last: Month
    needed: Decimal
    planned: Decimal | None  # None: nobody entered a budget

    @property
    def whole(self) -> bool:
        """Whether the forecast goes to the year's end."""
        return self.last % 12 == 11

    @property
    def left(self) -> Decimal | None:
        """What the budget leaves, less than nothing where it does not suffice."""
        return None if self.planned is None else self.planned - self.paid - self.needed

    def words(self) -> str:
        """The year in one sentence."""
        parts = [f"{self.year}年："]
        if self.paid:
            parts.append(f"{self.first % 12 + 1}月以前已发{self.paid:,.2f}元，")
        parts.append(f"{months.span_words(self.first, self.last)}需要{self.needed:,.2f}元")
        if self.left is None:
            parts.append(f"；没有登记{REGULAR}的预算")
        elif self.left < 0:
            parts.append(f"；预算{self.planned:,.2f}元，不够{-self.left:,.2f}元，请及早申请追加")
        else:
            parts.append(
                f"；预算{self.planned:,.2f}元，{'可余' if self.whole else '到时还剩'}{self.left:,.2f}元"
            )
        return "".join(parts)


def budget_needs(span: range, lines: Sequence[FundNeed]) -> list[BudgetNeed]:
    """The years of a forecast, each against its budget."""
    needed: dict[int, int] = {}
    for line in lines:
        needed[line.month // 12] = needed.get(line.month // 12, 0) + line.fen
    found = []
    for year in sorted({month // 12 for month in span}):
        mine = [month for month in span if month // 12 == year]
        money = Decimal(needed.get(year, 0)).scaleb(-2)
        found.append(BudgetNeed(year, _paid_before(year, mine[0]), mine[0], mine[-1], money, _planned(year)))
    return found


def _paid_before(year: int, month: Month) -> Decimal:
    """What was paid as regular subsidy for the months of a year before one of them."""
    of_months = Expression(Payment.month, ">=", str(year)) & Expression(Payment.month, "<", months.iso(month))
    query: Any = Payment.select(Payment.amount.total()).where(Payment.programme.in_(("", REGULAR)), of_months)
    return query.scalar() or Decimal(0)


def _planned(year: int) -> Decimal | None:
    plans = list(Budget.select().where(Budget.year == year, Budget.programme == REGULAR))
    return sum((each.planned or Decimal(0) for each in plans), Decimal(0)) if plans else None
