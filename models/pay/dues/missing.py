"""Why a month cannot be reckoned: what is missing, as a value that can be asked, with the sentence that an officer reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from models.pay.grants.entitlements import GrantFacts
from models.pay.standards import months
from models.pay.standards.months import Month
from models.pay.standards.standards import Standard


class Missing:
    """Something that must be known first."""

    __slots__ = ()

    def words(self) -> str:
        """The sentence that names it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Unregistered(Missing):
    """The person's file does not say something; the sentence says what."""

    said: str

    def words(self) -> str:
        return self.said


@dataclass(frozen=True, slots=True)
class UnknownCriteria(Missing):
    """The file does not say what the standards ask for: grade, nature …"""

    names: tuple[str, ...]  # fields of ``Standard``

    def words(self) -> str:
        return f"没有登记{_labels(self.names)}，找不到适用的标准"


@dataclass(frozen=True, slots=True)
class NoStandard(Missing):
    """A layer has no standard for somebody in a month."""

    layer: str
    facts: GrantFacts
    month: Month

    def words(self) -> str:
        facts = self.facts
        parts = (facts.category or facts.kind, facts.grade, facts.nature, facts.period, facts.household)
        whom = " ".join(filter(None, (facts.kind, *(p for p in parts if p != facts.kind))))
        return f"缺少{months.month_words(self.month)}的{self.layer}标准：{whom}"


@dataclass(frozen=True, slots=True)
class Unconfirmed(Missing):
    """A layer's standard is there and nobody has confirmed it."""

    draft: Standard
    month: Month

    def words(self) -> str:
        draft = self.draft
        why = f"推算：{draft.derived_by}" if draft.derived_by else draft.notes or draft.source
        return (
            f"{months.month_words(self.month)}的{draft.layer}标准未确认：{draft.whom()}，{draft.when()}，"
            f"登记为{draft.rate()}（{why}）"
        )


@dataclass(frozen=True, slots=True)
class TwoStandards(Missing):
    """Two standards of a layer apply and neither says more of whom it is for."""

    first: Standard
    second: Standard
    month: Month

    def words(self) -> str:
        return f"{months.month_words(self.month)}有两条标准同样适用：{self.first.describe()}、{self.second.describe()}"


@dataclass(frozen=True, slots=True)
class Incomparable(Missing):
    """The higher of two subsidies is paid, and the other one cannot be reckoned."""

    title: str
    other: Missing

    def words(self) -> str:
        return f"应与{self.title}比较就高，但后者算不出：{self.other.words()}"


@dataclass(frozen=True, slots=True)
class Unassigned(Missing):
    """Money was paid by hand for the month without saying for which subsidy."""

    month: Month
    yuan: Decimal

    def words(self) -> str:
        return f"{months.month_words(self.month)}已登记发放{self.yuan}元，没有注明是哪项待遇"


def _labels(names: Iterable[str]) -> str:
    return "、".join(Standard.labels()[name] for name in names)
