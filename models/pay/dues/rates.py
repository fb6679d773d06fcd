"""Rates: which standards apply to somebody in a month, and what they come to; or which row is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from models.law.law_memory import standing_rows
from models.pay.dues.missing import (
    Missing,
    NoStandard,
    TwoStandards,
    Unconfirmed,
    UnknownCriteria,
    Unregistered,
)
from models.pay.grants.entitlements import GrantFacts
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.pay.standards.months import Month
from models.pay.standards.standards import (
    LAYERS,
    MONTHLY,
    MONTHLY_PER_YEAR_SERVED,
    NATIONAL,
    PER_YEAR_SERVED,
    WORDED_CRITERIA,
    YEARLY,
    YEARLY_PER_YEAR_SERVED,
    Standard,
)
from models.people.identity import DISABLED

NEEDED = {DISABLED: ("grade", "nature")}  # what a kind cannot do without, whatever rows there are
NO_YEARS = "没有登记服义务兵折算年限，也没有起止时间"


@dataclass(frozen=True, slots=True)
class DueRate:
    """What somebody is due in a month: fen of each layer, and the standards that say so, the base first."""

    amounts: tuple[int, int, int]  # by layer, as in ``LAYERS``
    standards: tuple[Standard, ...]
    reckoned: str  # how they come to it, in words
    said: str  # the standards in short

    @property
    def amount(self) -> int:
        return sum(self.amounts)

    @property
    def base(self) -> Standard:
        return self.standards[0]

    def with_local(self, fen: int, reckoned: str, said: str) -> DueRate:
        """The same with so many fen more that the place pays, which no standard says."""
        national, provincial, local = self.amounts
        return replace(
            self,
            amounts=(national, provincial, local + fen),
            reckoned=f"{self.reckoned}；{reckoned}",
            said=f"{self.said}＋{said}",
        )

    def words(self) -> str:
        """``106670元/年`` or ``600元/月＋省50元/月``."""
        return self.said


class StandardRates:
    """The standards of the archive as they are now, looked up by what somebody is and the month."""

    def __init__(self, ways: Ways, standards: Iterable[Standard] | None = None) -> None:
        self.ways = ways
        self._rows: dict[str, list[Standard]] = defaultdict(list)
        for standard in standing_rows(Standard) if standards is None else standards:
            self._rows[standard.kind].append(standard)
        self._ages: dict[str, tuple[int, ...]] = {}
        self._alone = {each.kind for each in self.rows() if each.alone}
        self._added_to = self._alone | {each.kind for each in self.rows() if each.age_from is not None}
        self._known: dict[tuple[GrantFacts, Month], DueRate | Missing] = {}

    def rows(self) -> list[Standard]:
        """All standards that are looked up here."""
        return [each for rows in self._rows.values() for each in rows]

    def ages(self, kind: str) -> tuple[int, ...]:
        """The ages from which something is added for a kind, the highest first."""
        if kind not in self._ages:
            said = {each.age_from for each in self._rows[kind] if each.age_from is not None}
            self._ages[kind] = tuple(sorted(said, reverse=True))
        return self._ages[kind]

    def for_alone(self, kind: str) -> bool:
        """Whether anything is added for those of a kind who are 孤老."""
        return kind in self._alone

    def adds(self, kind: str) -> bool:
        """Whether anything is added for those of a kind who are old or alone."""
        return kind in self._added_to

    def at(self, facts: GrantFacts, month: Month) -> DueRate | Missing:
        key = facts, month
        if key not in self._known:
            self._known[key] = self._find(facts, month)
        return self._known[key]

    def _find(self, facts: GrantFacts, month: Month) -> DueRate | Missing:
        rows = [each for each in self._rows[facts.kind] if each.first <= month <= each.last]
        if unknown := [n for n in NEEDED.get(facts.kind, ()) if not getattr(facts, n)]:
            return UnknownCriteria(tuple(unknown))
        fitting = [each for each in rows if _fits(each, facts)]
        found: list[Standard] = []
        for layer in LAYERS:
            of_layer = [each for each in fitting if each.layer == layer and not each.is_addition]
            chosen = self._of_layer(layer, facts, month, of_layer, rows)
            if isinstance(chosen, Missing):
                return chosen
            found += chosen
        added = _additions([each for each in fitting if each.is_addition], month)
        if isinstance(added, Missing):
            return added
        found += added
        if facts.years is None and any(each.unit in PER_YEAR_SERVED for each in found):
            return Unregistered(NO_YEARS)
        national, provincial, local = (
            sum(_fen(each, facts, month) for each in found if each.layer == layer) for layer in LAYERS
        )
        words = "；".join(_reckoned(each, facts, month) for each in found)
        first, *more = found
        said = "＋".join((first.rate(), *(f"{each.layer}{each.rate()}" for each in more)))
        return DueRate((national, provincial, local), tuple(found), words, said)

    def _of_layer(
        self, layer: str, facts: GrantFacts, month: Month, fitting: list[Standard], rows: list[Standard]
    ) -> list[Standard] | Missing:
        """The one standard of a layer, or none where there need not be one."""
        needed = layer in self.ways.layers(facts.kind)
        confirmed = [each for each in fitting if each.confirmed]
        if not confirmed:
            if fitting and (needed or layer != NATIONAL):
                return Unconfirmed(fitting[0], month)
            return self._missing(layer, facts, month, rows) if needed else []
        confirmed.sort(key=_closeness, reverse=True)
        if len(confirmed) > 1 and _closeness(confirmed[0]) == _closeness(confirmed[1]):
            return TwoStandards(confirmed[0], confirmed[1], month)
        return confirmed[:1]

    def _missing(self, layer: str, facts: GrantFacts, month: Month, rows: list[Standard]) -> Missing:
        asked = [
            n
            for n in WORDED_CRITERIA
            if not getattr(facts, n) and any(getattr(r, n) for r in rows if r.layer == layer)
        ]
        if asked and not any(getattr(r, n) == "" for n in asked for r in rows if r.layer == layer):
            return UnknownCriteria(tuple(asked))
        return NoStandard(layer, facts, month)


def _fits(standard: Standard, facts: GrantFacts) -> bool:
    if standard.is_addition and not _old_or_alone(standard, facts):
        return False
    return all(getattr(standard, name) in ("", getattr(facts, name)) for name in WORDED_CRITERIA)


def _old_or_alone(standard: Standard, facts: GrantFacts) -> bool:
    old = standard.age_from is None or (facts.age_from is not None and facts.age_from >= standard.age_from)
    return old and (bool(facts.alone) or not standard.alone)


def _additions(fitting: list[Standard], month: Month) -> list[Standard] | Missing:
    """What is paid beside the standards: of each layer one for age and one for being alone, the one that says most."""
    found: list[Standard] = []
    for layer, alone in product(LAYERS, (False, True)):
        some = [each for each in fitting if each.layer == layer and bool(each.alone) is alone]
        confirmed = sorted(
            (e for e in some if e.confirmed), key=lambda e: (_closeness(e), e.age_from or 0), reverse=True
        )
        if some and not confirmed:
            return Unconfirmed(some[0], month)
        found += confirmed[:1]
    return found


def _closeness(standard: Standard) -> int:
    """How much a standard says of whom it is for: the one that says more goes first."""
    return sum(getattr(standard, name) != "" for name in WORDED_CRITERIA)


def _fen(standard: Standard, facts: GrantFacts, month: Month) -> int:
    """What one standard comes to in a month, in fen."""
    fen = int((standard.amount or 0) * 100) * (facts.years or 0 if standard.unit in PER_YEAR_SERVED else 1)
    return fen if standard.unit in (MONTHLY, MONTHLY_PER_YEAR_SERVED) else months.share(fen, month)


def several_months(rate: DueRate, facts: GrantFacts, count: int) -> int:
    """What so many months at one rate come to, in fen: 12 months of a yearly standard are exactly it."""
    total = 0
    for standard in rate.standards:
        fen = int((standard.amount or 0) * 100) * (
            facts.years or 0 if standard.unit in PER_YEAR_SERVED else 1
        )
        total += (
            months.half_up(fen * count, 12)
            if standard.unit in (YEARLY, YEARLY_PER_YEAR_SERVED)
            else fen * count
        )
    return total


def _reckoned(standard: Standard, facts: GrantFacts, month: Month) -> str:
    """How a standard comes to its part of the month, in words."""
    words = f"{standard.describe()}（{standard.when()}，{standard.document or standard.source}）"
    times = f"×{facts.years}年" if standard.unit in PER_YEAR_SERVED else ""
    if standard.unit in (MONTHLY, MONTHLY_PER_YEAR_SERVED):
        return f"{words}{times}" if times else f"{words}按月发"
    m = month % 12 + 1
    less = f"减{m - 1}/12" if m > 1 else ""
    return f"{words}{times}，{m}月份按全年{m}/12{less}四舍五入到分"
