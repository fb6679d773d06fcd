"""The budget 预算 by year, source and programme: planned, committed, paid, left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import Expression, fn

from models.aid.items import items
from models.core import codes
from models.core.masks import Secret
from models.core.record import Count, Record, Refusal, Text, Yuan
from models.core.rights import SET_UP
from models.payments.payment import Payment

if TYPE_CHECKING:
    from models.aid.oneoffs import OneOff

BUDGET_SOURCES = ("中央财政", "省级财政", "市级财政", "区级财政", "中央和省级财政", "社会捐赠", "其他")
ANY_SOURCE = "全部"


class Budget(Record):
    """So much money of one source for one programme in one year."""

    NOUN = "预算"
    NAMED_BY = "programme"
    RIGHT = SET_UP
    SINCE = ("year",)

    year = Count("年度", index=True)
    fund = Text("资金来源")
    programme = Text("发放类别", "programme")
    planned = Yuan("预算金额(元)")
    document = Text("预算文号", secret=Secret.OPEN)
    notes = Text("备注", long=True)

    class Meta:
        indexes = ((("year", "fund", "programme"), True),)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.year is None or not 1950 <= self.year <= 2199:
            yield "year", "请填写年度，如2020"
        if not self.fund.strip():
            yield "fund", "请选择资金来源"
        if codes.table("programme").read(self.programme) != self.programme:
            yield "programme", "请选择发放类别"
        if self.planned is None or self.planned <= 0:
            yield "planned", "请填写预算金额，应大于0"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        alike = (Budget.year == self.year) & (Budget.fund == self.fund) & (Budget.programme == self.programme)
        if Budget.select().where(alike & (Budget.id != (self.id or 0))).exists():
            yield "programme", f"{self.year}年{self.fund}的{self.programme}已有预算，请修改那一条"


class BudgetLine(NamedTuple):
    """One line of the budget sheet, in yuan; without a plan where money went that nobody planned."""

    year: int
    fund: str
    programme: str
    planned: Decimal | None
    committed: Decimal
    paid: Decimal
    budget: Budget | None

    @property
    def left(self) -> Decimal | None:
        return None if self.planned is None else self.planned - self.committed - self.paid

    @property
    def share(self) -> Decimal | None:
        """How much of the plan was paid, as a fraction."""
        return None if not self.planned else self.paid / self.planned


def budget_lines(year: int) -> list[BudgetLine]:
    """The year's budget sheet, by programme and source, what was never planned too."""
    plans = {(each.programme, each.fund): each for each in Budget.select().where(Budget.year == year)}
    paid, committed = _paid(year), _committed(year)
    order = [*codes.table("programme").names(), ""]
    keys = sorted(
        plans.keys() | paid.keys() | committed.keys(),
        key=lambda key: (order.index(key[0]) if key[0] in order else len(order), key[1]),
    )
    return [
        BudgetLine(
            year, fund, programme, plans[programme, fund].planned if (programme, fund) in plans else None,
            committed.get((programme, fund), Decimal(0)), paid.get((programme, fund), Decimal(0)),
            plans.get((programme, fund)),
        )
        for programme, fund in keys
    ]  # fmt: skip


def refuse_overrun(some: Iterable[OneOff]) -> None:
    """Raise ``Refusal`` when a list needs more than its budgets leave; where nothing was planned nothing is refused.

    The list itself is already committed as 拟发, so what is left counts it in.
    """
    by_year = {one.year for one in some if one.year}
    touched = {(one.kind.programme, one.fund) for one in some}
    for year in sorted(by_year):
        for line in budget_lines(year):
            if (line.programme, line.fund) in touched and line.left is not None and line.left < 0:
                raise Refusal(
                    f"{year}年{line.fund}的{line.programme}预算{line.planned:,.2f}元，已发{line.paid:,.2f}元，"
                    f"拟发和已批准{line.committed:,.2f}元，超出{-line.left:,.2f}元，请先调整预算或名单"
                )


def budget_years() -> list[int]:
    """The years that have a plan, newest first."""
    found: Any = Budget.select(Budget.year).distinct().order_by(Budget.year.desc()).tuples()
    return [year for (year,) in found]


def _paid(year: int) -> dict[tuple[str, str], Decimal]:
    of_year = Expression(fn.SUBSTR(Payment.month, 1, 4), "=", str(year))
    rows: Any = (
        Payment.select(Payment.programme, Payment.fund, Payment.amount.total())
        .where(of_year)
        .group_by(Payment.programme, Payment.fund)
        .tuples()
    )
    return {(programme, fund): amount for programme, fund, amount in rows}


def _committed(year: int) -> dict[tuple[str, str], Decimal]:
    from models.aid.oneoffs import OneOff, OneOffState  # it asks for the budget, and the budget for it

    rows: Any = (
        OneOff.select(OneOff.item, OneOff.fund, OneOff.amount.total())
        .where(OneOff.year == year, OneOff.state.in_([OneOffState.DRAWN, OneOffState.APPROVED]))
        .group_by(OneOff.item, OneOff.fund)
        .tuples()
    )
    found: dict[tuple[str, str], Decimal] = {}
    for name, fund, amount in rows:
        key = (items()[name].programme, fund)
        found[key] = found.get(key, Decimal(0)) + amount
    return found
