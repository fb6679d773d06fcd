"""Fund needs 资金需求: what each fund needs in each month, added up from people that are alike and from those reckoned singly."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from models.pay.dues.due import Due
from models.pay.dues.missing import Missing
from models.pay.dues.rates import DueRate, StandardRates
from models.pay.grants.entitlements import GrantFacts
from models.pay.standards.months import Month
from models.payments.payment import regular_items, usual_item


class AlikeMonths(NamedTuple):
    """Months in a row in which grants have the same facts; without facts nobody can reckon them, and ``unknown`` says why."""

    first: Month
    last: Month
    fund: str
    facts: GrantFacts | None
    held: bool
    unknown: str = ""


@dataclass(slots=True)
class FundNeed:
    """What one fund needs in one month: people who are paid and fen; what waits for an answer, and what nobody can reckon."""

    month: Month
    fund: str
    people: int = 0
    fen: int = 0
    held_people: int = 0
    held_fen: int = 0
    unknown: int = 0


@dataclass(slots=True)
class MonthlyNeeds:
    """What all funds need in some months, by month and fund in the order of the kinds; why something could not be reckoned."""

    lines: list[FundNeed]
    reasons: Counter[str]
    newest: dict[str, Month]  # of each fund the month from which the latest base standard that was used holds

    def fen(self, month: Month) -> int:
        return sum(line.fen for line in self.lines if line.month == month)


class NeedCount:
    """Needs as they are added up."""

    def __init__(self, rates: StandardRates) -> None:
        self.rates = rates
        self.lines: dict[tuple[Month, str], FundNeed] = {}
        self.reasons: Counter[str] = Counter()
        self.newest: dict[str, Month] = defaultdict(int)

    def line(self, month: Month, fund: str) -> FundNeed:
        if (month, fund) not in self.lines:
            self.lines[month, fund] = FundNeed(month, fund)
        return self.lines[month, fund]

    def alike(self, part: AlikeMonths, month: Month, count: int) -> None:
        """A month of grants that are alike, of so many people."""
        rate = self.rates.at(part.facts, month) if part.facts is not None else None
        line = self.line(month, part.fund)
        if not isinstance(rate, DueRate):
            self._unknown(line, rate.words() if isinstance(rate, Missing) else part.unknown, count)
        elif part.held:
            line.held_people += count
            line.held_fen += rate.amount * count
        else:
            line.people += count
            line.fen += rate.amount * count
            self._used(part.fund, rate)

    def person(self, month: Month, found: list[Due]) -> None:
        """A month of somebody with several grants; who is paid two of one fund is one person of it."""
        paid: set[str] = set()
        held: set[str] = set()
        for due in found:
            fund = usual_item(due.claim.kind)
            if due.excluded or not fund:
                continue
            line = self.line(month, fund)
            if due.refused or due.rate is None:
                self._unknown(line, due.reason, 1)
            elif due.held:
                line.held_people += fund not in held
                line.held_fen += due.fen
                held.add(fund)
            else:
                line.people += fund not in paid
                line.fen += due.fen
                paid.add(fund)
                self._used(fund, due.rate)

    def needs(self) -> MonthlyNeeds:
        order = regular_items()
        lines = sorted(self.lines.values(), key=lambda line: (line.month, order.index(line.fund)))
        return MonthlyNeeds(lines, self.reasons, dict(self.newest))

    def _unknown(self, line: FundNeed, why: str, count: int) -> None:
        line.unknown += count
        self.reasons[why] += count

    def _used(self, fund: str, rate: DueRate) -> None:
        self.newest[fund] = max(self.newest[fund], rate.base.first)
