"""Overpaid 多发 is what was paid for months after a death: 死亡的从下一个月起停发 (伤残抚恤管理办法第二十六条).

The month of the death itself is still due. What the law leaves to the family (6 or 12 months of what was paid) is a grant of its
own and is never set off here by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from peewee import fn

from models.core.dates import PartDate
from models.payments.payment import REGULAR, Payment
from models.people.person import Person

PAID_BY_MONTHS = (
    REGULAR,
    "物价补贴",
    "",
)  # programmes that are paid for months; the first archives named none


class Overpaid(NamedTuple):
    """The payments for months after a death, oldest first, and their sum in yuan."""

    payments: tuple[Payment, ...]

    @property
    def amount(self) -> Decimal:
        return sum((each.amount or Decimal(0) for each in self.payments), Decimal(0))

    @property
    def months(self) -> tuple[str, ...]:
        """The months, each once, as ISO text."""
        return tuple(sorted({str(each.month) for each in self.payments}))

    def span(self) -> str:
        """The months in words: 2020年5月至2020年7月（3个月）."""
        if not self.months:
            return ""
        first, last = (
            PartDate(*map(int, month.split("-"))).chinese() for month in (self.months[0], self.months[-1])
        )
        return f"{first}（1个月）" if first == last else f"{first}至{last}（{len(self.months)}个月）"


def last_month(died: PartDate) -> str:
    """The last month that is due, as ISO text: of a death of which only the year is known, December."""
    return f"{died.year:04d}-{died.month or 12:02d}"


def overpaid(person: Person | int, died: PartDate) -> Overpaid:
    """What was paid to somebody for months after the one of the death."""
    after = (Payment.person == person) & (Payment.month > last_month(died))
    query = Payment.select().where(after, Payment.programme.in_(PAID_BY_MONTHS))
    return Overpaid(tuple(query.order_by(Payment.month, Payment.id)))


# What runs have deducted for months of a person after a month (ISO text), in yuan: runs come after deaths.
DEDUCTED_BY_RUNS: list[Callable[[int, str], Decimal]] = []


def taken_back(person: Person | int, died: PartDate) -> Decimal:
    """What runs have taken back of what was paid after the death, by paying so much less of what was still due, in yuan."""
    who = person if isinstance(person, int) else int(person.id)
    return sum((deducted(who, last_month(died)) for deducted in DEDUCTED_BY_RUNS), Decimal(0))


def still_paid() -> list[Person]:
    """People whose death is on file and to whom something was paid for a later month all the same."""
    month: Any = fn.SUBSTR(Person.died, 1, 7)
    whole = fn.LENGTH(Person.died) >= 7
    later = Payment.select(Payment.id).where(
        Payment.person == Person.id, Payment.month > month, Payment.programme.in_(PAID_BY_MONTHS)
    )  # asked of each of the dead; joined, every payment would be looked at
    query: Any = Person.select().where(Person.died.is_null(False), whole, fn.EXISTS(later))
    return list(query.order_by(Person.id))
