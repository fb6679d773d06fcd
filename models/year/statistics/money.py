"""What was paid: 优抚资金情况统计总表 by street, and the year's money by programme and month."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from peewee import JOIN, fn

from models.core import codes
from models.office import settings
from models.payments.payment import REGULAR, Payment
from models.people.identity import DISABLED, SURVIVORS, Identity
from models.people.outsiders import Outsider
from models.people.person import Person
from models.year.statistics.frame import (
    CellValue,
    StatisticHeading,
    StatisticSheet,
    by,
    cells,
    fact_among,
    present,
)

PENSION, LIVING, PREFERENCE, RELIEF, OTHER_PAYMENTS = (
    "定期抚恤金",
    "生活补助",
    "优待金",
    "临时救助",
    "其他补助",
)


class Paid(NamedTuple):
    """A payment with what statistics ask of it; ``whom`` is the same for the same recipient."""

    id: int
    whom: tuple[int | None, int | None]
    street: str
    programme: str
    kind: str
    month: str
    fund: str
    amount: Decimal

    @property
    def group(self) -> str:
        """The column of the form: pensions of the disabled and of survivors, living allowances, and so on."""
        if self.programme in ("", REGULAR):
            return PENSION if self.kind in (DISABLED, SURVIVORS) else LIVING
        return codes.statistic_groups().get(self.programme, OTHER_PAYMENTS)


def payments_of_year(year: int) -> list[Paid]:
    """Every payment of the year, by the month that it is for."""
    month = fn.SUBSTR(Payment.month, 6, 2).coerce(False)
    asked: Any = (
        Payment.select(
            Payment.id, Payment.person, Payment.outsider, fn.COALESCE(Person.street, Outsider.street, ""),
            Payment.programme, fn.COALESCE(Identity.kind, ""), month, Payment.fund, Payment.amount,
        )
        .join(Person, JOIN.LEFT_OUTER).switch(Payment).join(Outsider, JOIN.LEFT_OUTER)
        .switch(Payment).join(Identity, JOIN.LEFT_OUTER)
        .where(fn.SUBSTR(Payment.month, 1, 4).coerce(False) == str(year))
    )  # fmt: skip
    return [
        Paid(key, (person, outsider), *facts) for key, person, outsider, *facts in asked.tuples().iterator()
    ]


def funds(year: int) -> StatisticSheet:
    """优抚资金情况统计总表: of each street, the sum, the people, and number, sum and mean of each kind of payment."""
    facts = payments_of_year(year)
    order = codes.table("place").below(settings.office().area_code)
    rows = by("street", present("street", facts, order, every=True), "未登记街道(镇)")
    columns = [
        StatisticHeading("补助总额", total=True, tell=total_paid),
        StatisticHeading("发放总人数", total=True, tell=people_paid),
    ]
    for group in (PENSION, LIVING, PREFERENCE, RELIEF, OTHER_PAYMENTS):
        inside = fact_among("group", (group,))
        columns += [
            StatisticHeading("人数", inside, group, people_paid),
            StatisticHeading("金额", inside, group, total_paid),
            StatisticHeading("人均", inside, group, mean),
        ]
    note = "按发放月份所属年度统计；人数按领取人计，一人领取几项的在合计中只计一次。"
    return StatisticSheet(
        "优抚资金情况统计总表", "人、元", "街道(镇)", Payment, tuple(rows), tuple(columns),
        cells(rows, columns, facts), tuple(_proofs(facts)), (note,),
    )  # fmt: skip


def months(year: int) -> StatisticSheet:
    """优抚资金分月统计表: of each programme, what was paid for each month."""
    facts = payments_of_year(year)
    rows = by("programme", present("programme", facts, codes.table("programme").names()), "未登记类别")
    columns = [
        StatisticHeading(f"{month}月", fact_among("month", (f"{month:02d}",)), tell=total_paid)
        for month in range(1, 13)
    ]
    columns.append(StatisticHeading("合计", total=True, tell=total_paid))
    return StatisticSheet(
        "优抚资金分月统计表", "元", "发放类别", Payment, tuple(rows), tuple(columns),
        cells(rows, columns, facts), tuple(_proofs(facts)),
    )  # fmt: skip


def total_paid(facts: Sequence[Any]) -> CellValue:
    return sum((fact.amount for fact in facts), Decimal(0))


def people_paid(facts: Sequence[Any]) -> CellValue:
    return len({fact.whom for fact in facts})


def mean(facts: Sequence[Any]) -> CellValue:
    """The sum for each recipient, to the fen; nothing where nobody was paid."""
    count = len({fact.whom for fact in facts})
    return (
        (sum((fact.amount for fact in facts), Decimal(0)) / count).quantize(Decimal("0.01"))
        if count
        else None
    )


def _proofs(facts: Sequence[Paid]) -> list[str]:
    """How much the year's payments come to, by one addition over all of them."""
    ours = sum((fact.amount for fact in facts), Decimal(0))
    return [f"全年发放{len(facts):,}笔，合计{ours:,.2f}元"] if facts else []
