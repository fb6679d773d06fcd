"""Fileless people: who was paid for the month before a run and has no file: no line of the run can be about them, so they are named apart."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from models.pay.runs.runs import PayRun, RunKind
from models.pay.standards import months
from models.payments.payment import REGULAR as REGULAR_PROGRAMME
from models.payments.payment import Payment
from models.people.outsiders import Outsider


class Fileless(NamedTuple):
    """Somebody without a file who was paid, as what and how much altogether in yuan."""

    number: str
    name: str
    item: str
    amount: Decimal

    def words(self) -> str:
        return f"{self.name}（{self.number}）{self.item}，上月登记发放{self.amount:,.2f}元：没有档案，本月未发放，请建档或核实"


def paid_without_file(run: PayRun) -> list[Fileless]:
    """Those people, by name; nobody for runs that are not the regular ones of months."""
    if run.kind != RunKind.REGULAR:
        return []
    query = (
        Payment.select(Payment, Outsider)
        .join(Outsider)
        .where(Payment.programme.in_(("", REGULAR_PROGRAMME)), Payment.month == months.part(run.span[0] - 1))
    )
    if run.item:
        query = query.where(Payment.item == run.item)
    sums: dict[tuple[str, str, str], Decimal] = {}
    for payment in query:
        assert payment.outsider is not None
        key = str(payment.outsider.number), str(payment.outsider.name), str(payment.item)
        sums[key] = sums.get(key, Decimal(0)) + (payment.amount or Decimal(0))
    return [Fileless(*key, amount) for key, amount in sorted(sums.items(), key=lambda each: each[0][1])]
