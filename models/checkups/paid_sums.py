"""Paid sums 已发金额: what the archive says each right was paid by the month, beside which a list's amounts are laid.

A list tells amounts of one month, of a quarter, of a year; it does not always say which. So its amounts are laid beside what was
paid in the newest 1, 2, 3, 6 and 12 months up to its day, and the span that agrees with most people is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from peewee import fn

from models.pay.standards import months
from models.pay.standards.months import Month
from models.payments.payment import REGULAR, Payment
from models.people.identity import Identity

SPANS_TRIED = (1, 2, 3, 6, 12)  # months
PaidKey = tuple[int, str]  # the person's id, the kind of identity ('' = none was named)


@dataclass(slots=True)
class PaidSums:
    """The sums in yuan of the newest ``span`` months by person and kind; ``last`` is the newest month, None where nothing was paid."""

    last: Month | None = None
    span: int = 1
    by_month: dict[PaidKey, dict[Month, Decimal]] = field(default_factory=lambda: defaultdict(dict))
    by_person: dict[int, set[PaidKey]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def read(cls, until: datetime) -> PaidSums:
        """What was paid in the twelve months up to the newest that was paid for by a day."""
        regular = (
            (Payment.programme == REGULAR)
            & Payment.person.is_null(False)
            & (Payment.month <= f"{until:%Y-%m}")
        )
        last: Any = Payment.select(fn.MAX(Payment.month).coerce(False)).where(regular).scalar()
        if last is None:
            return cls()
        made = cls(months.month(*map(int, str(last).split("-"))))
        first = months.iso(made.first_of(max(SPANS_TRIED)))
        kind = fn.COALESCE(Identity.kind, "")
        rows: Any = (
            Payment.select(Payment.person, kind, Payment.month, Payment.amount.total())
            .left_outer_join(Identity)
            .where(regular, Payment.month >= first)
            .group_by(Payment.person, kind, Payment.month)
        )
        for person, of_kind, month, amount in rows.tuples():
            made.by_month[(person, of_kind)][months.month_of(month)] = amount
            made.by_person[person].add((person, of_kind))
        return made

    def first_of(self, span: int) -> Month:
        assert self.last is not None
        return self.last - span + 1

    def keys(self, person: int, kind: str) -> list[PaidKey]:
        """What a row about a kind ('' = all) is laid beside."""
        return sorted(key for key in self.by_person.get(person, ()) if kind in ("", key[1]) or not key[1])

    def paid(self, keys: Iterable[PaidKey], span: int = 0) -> Decimal:
        """The sum of some keys in the newest months."""
        first = self.first_of(span or self.span) if self.last is not None else 0
        amounts = (
            amount for key in keys for month, amount in self.by_month.get(key, {}).items() if month >= first
        )
        return sum(amounts, Decimal(0))

    def fit(self, told: Mapping[PaidKey, Decimal]) -> None:
        """Take the span of months with which most of the amounts agree; of several the shortest."""
        if self.last is None:
            return
        agreeing = {
            span: sum(self.paid(self.keys(*key), span) == amount for key, amount in told.items())
            for span in SPANS_TRIED
        }
        self.span = max(SPANS_TRIED, key=lambda span: (agreeing[span], -span))

    def words(self) -> str:
        """The months that the amounts are laid beside."""
        return months.span_words(self.first_of(self.span), self.last) if self.last is not None else ""
