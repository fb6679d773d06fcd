"""The money of a list 名单金额: beside what the archive paid, right by right, so that all gaps together are what both sums differ by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from models.checkups.check_items import CheckedBook
from models.checkups.differences import UNSURE
from models.checkups.list_matching import MatchedRows
from models.checkups.paid_sums import PaidKey, PaidSums
from models.checkups.superior_lists import ListedRow
from models.core.record import among
from models.pay.runs.runs import PayOutcome
from models.payments.payment import Payment

NO_MONEY_THERE = "名单上没有金额一栏，没有核对金额"
NO_MONEY_HERE = "档案库里没有发放登记，没有核对金额"


class MoneyBalance(NamedTuple):
    """Both sums in yuan, and the months that they are about."""

    here: Decimal
    there: Decimal
    months: str

    @property
    def gap(self) -> Decimal:
        return self.there - self.here


class ListMoney:
    """Which sums were laid beside a row already; each is taken once, so that nothing is counted twice or forgotten."""

    def __init__(self, rows: Sequence[ListedRow], matched: MatchedRows, paid: PaidSums) -> None:
        self.rows, self.paid = rows, paid
        self.counted = paid.last is not None and any(row.amount is not None for row in rows)
        self.taken: set[PaidKey] = set()
        if self.counted:
            told: dict[PaidKey, Decimal] = {}
            for person, some in matched.of_people.items():
                for row in some:
                    if row.amount is not None:
                        told.setdefault((person, row.kind), row.amount)
            paid.fit(told)
            self.by_bank = _paid_by_bank(matched.of_people)

    def take(self, person: int, kind: str, amount: Decimal | None) -> Decimal:
        """By how much the list says more than was paid of a right ('' = of all that somebody has)."""
        if not self.counted:
            return Decimal(0)
        keys = [key for key in self.paid.keys(person, kind) if key not in self.taken]
        self.taken.update(keys)
        return (amount or Decimal(0)) - self.paid.paid(keys)

    def left(self, person: int | None, kinds: set[str]) -> Iterator[tuple[str, Decimal]]:
        """What was paid to somebody and no row was laid beside: each kind, and the gap."""
        if not self.counted or person is None:
            return
        for key in self.paid.keys(person, ""):
            if key not in self.taken and ("" in kinds or key[1] in kinds | {""}):
                self.taken.add(key)
                if gap := -self.paid.paid([key]):
                    yield key[1], gap

    def verdict(self, person: int | None, kind: str) -> tuple[CheckedBook | str, str]:
        """Who is probably wrong about what a right is paid."""
        if not self.counted or person is None:
            return UNSURE, "看批准的审批表和发放记录"
        if person in self.by_bank:
            return CheckedBook.SUPERIOR, f"{self.paid.words()}银行已按档案里的金额发成"
        return UNSURE, f"档案里{self.paid.words()}的发放没有银行回盘为证，请对照发放花名册"

    def balance(self) -> MoneyBalance | None:
        """Both sums; None where there was nothing to compare. Asked when everybody was compared."""
        if not self.counted:
            return None
        there = sum((row.amount or Decimal(0) for row in self.rows), Decimal(0))
        return MoneyBalance(self.paid.paid(self.taken), there, self.paid.words())

    def why_not(self) -> str:
        """Why no money was compared; '' where it was."""
        if self.counted:
            return ""
        return NO_MONEY_HERE if self.paid.last is None else NO_MONEY_THERE


def _paid_by_bank(people: Iterable[int]) -> set[int]:
    """Who of these people had a payment of which the bank said that it was made."""
    asked: Any = (
        Payment.select(Payment.person)
        .join(PayOutcome)
        .where(among(Payment.person, people), PayOutcome.failed == "")
        .distinct()
    )
    return {person for (person,) in asked.tuples()}
