"""Paid helps 帮扶金: the amount of a row of 困难帮扶 as a payment, one that is on record already or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.core.record import Record
from models.imports.plan import Plan
from models.imports.registers.entries import RegisterRecord
from models.imports.registers.pools import Pool, known_by, load
from models.imports.registers.rows import RegisterRow, told_value
from models.payments.payment import Payment
from models.veterans.hardship_aid import HardshipAid, paid_as_aid

OTHER_HELP = "帮扶金已登记为{}元，这里不同，没有改动；金额有误的请在“困难帮扶”里修改"


class PaidHelps:
    """The money of an import's helps, so that none is paid twice."""

    def __init__(self, plan: Plan, pools: dict[type[Record], Pool], rows: Sequence[RegisterRow]) -> None:
        self.plan = plan
        self.used: set[str] = set()  # uids of the payments that some help was
        if rows and Payment not in pools:
            pools[Payment] = _payments_of(rows)
        self.payments = pools.get(Payment)

    def take(self, row: RegisterRow, record: HardshipAid) -> bool:
        """Let a row's amount be the payment of its help; whether it got one now."""
        amount = row.line.facts.get("amount")
        if amount is None:
            return False
        if record.value_of("payment") is not None:
            if record.money != amount:
                row.line.doubt("amount", told_value(amount), OTHER_HELP.format(record.money))
            return False
        record.payment = self._payment(row, paid_as_aid(record, amount, row.line.facts.get("fund", "")))
        self.used.add(record.payment.uid)
        return True

    def _payment(self, row: RegisterRow, made: Payment) -> Any:
        """The payment on record that says the same and is no other help's, else the new one, which is then planned."""
        assert self.payments is not None
        alike = self.payments.find(("paid_on", "amount"), (known_by(row.who), made.paid_on, made.amount))
        for each in alike:
            if each.uid not in self.used and not _is_a_help(each):
                return each
        self.plan.records[Payment].append(made)
        self.payments.add(made, known_by(row.who))
        return made


def _is_a_help(payment: Any) -> bool:
    return payment.id is not None and bool(payment.aids.exists())


def _payments_of(rows: Sequence[RegisterRow]) -> Pool:
    """What was paid to the people of these rows in the years of their help."""
    days = (row.entry.facts.get("helped") or row.entry.facts.get("day") for row in rows)
    paid = [RegisterRecord(Payment, {"paid_on": day}, (), ()) for day in days]
    return load(Payment, paid, {known_by(row.who) for row in rows if row.who})
