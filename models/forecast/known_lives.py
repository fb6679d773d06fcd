"""Known lives 在册待遇: who is paid as what in which of the coming months, gathered once, whatever the standards will be.

Nearly everybody's months are alike: of one identity its months are cut where something changes, and people with the same facts are
counted together. Only several grants of one person, which may exclude each other by amount, are reckoned month by month.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.core.jobs import Job, Step
from models.forecast.fund_needs import AlikeMonths, MonthlyNeeds, NeedCount
from models.forecast.turnovers import TurnoverCount
from models.pay.dues.due import Due
from models.pay.dues.dues import Dues
from models.pay.dues.rates import StandardRates
from models.pay.grants import claims
from models.pay.grants.claims import Claim
from models.pay.grants.entitlements import Entitlement
from models.pay.standards import months
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month
from models.payments.payment import usual_item
from models.people.identity import Identity

LIVES_BETWEEN_STEPS = 500  # people between two steps of the job


@dataclass(slots=True)
class KnownLives:
    """The people of some months, as far as the archive knows them today."""

    span: range
    dues: Dues
    alike: Counter[AlikeMonths] = field(default_factory=Counter)
    several: list[list[Claim]] = field(default_factory=list)
    turnover: TurnoverCount = field(default_factory=TurnoverCount)

    def add(self, group: list[Claim]) -> None:
        """Take in the grants of one person."""
        entitled = [claim for claim in group if self._in_span(claim)]
        for claim in group:
            self.turnover.add(claim, self.dues.of(claim))
        if len(entitled) > 1:
            self.several.append(group)
        elif entitled:
            self._cut(entitled[0])

    def _in_span(self, claim: Claim) -> bool:
        parts = _parts(self.dues.of(claim))
        return any(first <= self.span[-1] and last >= self.span[0] for first, last in parts)

    def _cut(self, claim: Claim) -> None:
        """Cut the months of a grant that stands alone where something may change, and look at each part once."""
        edges = sorted({edge for edge in self._edges(claim) if self.span[0] < edge <= self.span[-1]})
        for first, following in zip([self.span[0], *edges], [*edges, self.span[-1] + 1], strict=True):
            for due in self.dues.at([claim], first):
                if not due.excluded and usual_item(claim.kind):
                    self.alike[_alike(due, first, following - 1)] += 1

    def _edges(self, claim: Claim) -> Iterator[Month]:
        """The months in which something may change; the first month after it for an end."""
        for first, last in _parts(self.dues.of(claim)):
            yield from (first, last + 1)
        for rule, unsettled in self.dues.asked.eligibility.unsettled(claim):
            yield from (max(rule.first, unsettled.first), min(rule.last, unsettled.last) + 1)
            for answer in self.dues.asked.eligibility.decided.get(
                (claim.identity, rule.code, unsettled.facts), ()
            ):
                yield BEFORE_ALL_MONTHS if answer.begins is None else months.month_of(answer.begins)
                yield NEVER if answer.ends is None else months.month_of(answer.ends) + 1

    def needs(self, rates: StandardRates | None = None) -> MonthlyNeeds:
        """What the months need under some standards; under those that the lives were gathered with unless told."""
        told = NeedCount(rates or self.dues.rates)
        for part, count in self.alike.items():
            for month in range(max(part.first, self.span[0]), min(part.last, self.span[-1]) + 1):
                told.alike(part, month, count)
        reckoner = Dues(self.dues.ways, told.rates)
        for group in self.several:
            for month in self.span:
                told.person(month, reckoner.at(group, month))
        return told.needs()


def gather_lives(span: range, rates: StandardRates, until: int) -> Job[KnownLives]:
    """Read everybody's grants once, and their turnover in the years before ``until``; writes nothing, and may be given up."""
    lives = KnownLives(span, Dues(rates.ways, rates), turnover=TurnoverCount(until))
    total = Identity.select(Identity.person).distinct().count()
    yield Step(0, total, "正在读取待遇")
    for number, group in enumerate(claims.by_person(claims.read_claims())):
        lives.add(group)
        if number % LIVES_BETWEEN_STEPS == LIVES_BETWEEN_STEPS - 1:
            yield Step(number + 1, total, f"正在推算：{number + 1}人")
    yield Step(total, total, "正在合计")
    return lives


def _parts(found: Entitlement) -> list[tuple[Month, Month]]:
    """The first and last months of what an identity is surely or perhaps entitled in."""
    sure = [(spell.first, spell.last) for spell in found.spells]
    return sure + [(doubt.first, doubt.last) for doubt in found.unsure]


def _alike(due: Due, first: Month, last: Month) -> AlikeMonths:
    fund = usual_item(due.claim.kind)
    if due.spell is None:
        return AlikeMonths(first, last, fund, None, False, due.reason)
    return AlikeMonths(first, last, fund, due.spell.facts, due.held)
