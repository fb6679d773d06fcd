"""Grants as they are held: who is entitled by what right, from and until when, and what that comes to in a month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.core.states import State
from models.pay.dues.due import Due
from models.pay.dues.dues import Dues
from models.pay.dues.missing import Incomparable, Missing, NoStandard, Unconfirmed
from models.pay.grants import claims
from models.pay.grants.claims import Claim
from models.pay.grants.entitlements import Entitlement
from models.pay.standards import months
from models.pay.standards.months import NEVER, Month
from models.pay.standards.standards import CRITERIA, Standard
from models.payments.payment import REGULAR, Payment
from models.people.identity import Identity
from models.people.person import Person

FEW_IDENTITIES = 3_000  # identities


class HeldCondition(State):
    """What a month is for a grant."""

    PAID = "应发"
    HELD = "待核定"  # not paid before an officer has answered what is asked
    UNKNOWN = "未计算"
    EXCLUDED = "不重复享受"
    ENDED = "不在享受期"
    NOT_YET = "未享受"


GRANT_CONDITIONS = tuple(HeldCondition)


@dataclass(frozen=True, slots=True)
class HeldGrant:
    """One identity, its entitlement, and its due in the month that was asked for."""

    claim: Claim
    entitled: Entitlement
    month: Month
    due: Due | None

    @property
    def condition(self) -> HeldCondition:
        """What the month is for it."""
        if self.due is not None:
            return (
                HeldCondition.UNKNOWN
                if self.due.refused
                else HeldCondition.EXCLUDED
                if self.due.excluded
                else HeldCondition.HELD
                if self.due.held
                else HeldCondition.PAID
            )
        return HeldCondition.ENDED if self.entitled.spells else HeldCondition.NOT_YET

    @property
    def first(self) -> Month | None:
        """The first month of all that it is surely entitled in."""
        return self.entitled.spells[0].first if self.entitled.spells else None

    @property
    def last(self) -> Month | None:
        """The last month; None while it goes on."""
        last = self.entitled.spells[-1].last if self.entitled.spells else NEVER
        return last if last < NEVER else None

    def when(self) -> str:
        """``2013年8月起`` or ``2013年8月至2020年6月``."""
        if self.first is None:
            return ""
        return f"{months.month_words(self.first)}{'起' if self.last is None else f'至{months.month_words(self.last)}'}"

    def right(self) -> str:
        """By what right it is held, and why it ended."""
        begun = self.entitled.spells[-1].begun if self.entitled.spells else ""
        return "；".join(filter(None, (begun, self.entitled.ended)))

    def asked(self) -> str:
        """What stands open against it in the month, one sentence to a question; empty where nothing does."""
        return "\n".join(each.told() for each in self.due.questions) if self.due is not None else ""

    def told(self) -> str:
        """Why the month comes to what it comes to, after what is asked."""
        if self.due is not None:
            return "；".join(filter(None, (self.asked().replace("\n", "；"), self.due.why())))
        if not self.entitled.spells:
            return f"状态为“{self.claim.state or '未登记'}”，没有开始享受待遇"
        if self.first is not None and self.month < self.first:
            return f"还没有到起发月份：{self.entitled.spells[0].begun}"
        return self.entitled.ended or f"{months.month_words(self.month)}不在享受期内"

    def brief(self) -> str:
        """The same without why it begins, where that is told already."""
        return self.due.why(begun=False) if self.due is not None else self.told()


def held_grants(month: Month, found: Iterable[Claim] | None = None) -> list[HeldGrant]:
    """All identities of the archive, or some, with what they come to in a month; a person's together."""
    reckoner, told = Dues(), []
    for group in claims.by_person(claims.read_claims() if found is None else found):
        due = {each.claim.identity: each for each in reckoner.at(group, month)}
        told += [HeldGrant(claim, reckoner.of(claim), month, due.get(claim.identity)) for claim in group]
    return told


def grants_of_person(person: Person, month: Month) -> list[HeldGrant]:
    """What one person holds in a month."""
    return held_grants(month, claims.claims_of_person(person))


def months_paid(person: Person) -> list[tuple[Month, Month]]:
    """The months for which regular subsidies were paid, those in a row together, the oldest first."""
    paid = Payment.select(Payment.month).where(Payment.person == person, Payment.programme.in_(("", REGULAR)))
    spans: list[tuple[Month, Month]] = []
    for month in sorted({months.month_of(each.month) for each in paid if each.month is not None}):
        if spans and spans[-1][1] == month - 1:
            spans[-1] = spans[-1][0], month
        else:
            spans.append((month, month))
    return spans


def count() -> int:
    """How many identities there are to be reckoned."""
    return Identity.select().count()


def few() -> bool:
    """Whether so few identities are held that nobody feels it when all are looked through."""
    return count() <= FEW_IDENTITIES


def wanted_standard(missing: Missing | None) -> Standard | None:
    """The standard for want of which a due is refused: the one to confirm, or a new one with what is known of it.

    None when it is not a standard that is wanting.
    """
    if isinstance(missing, Incomparable):
        return wanted_standard(missing.other)
    if isinstance(missing, Unconfirmed):
        return missing.draft
    if not isinstance(missing, NoStandard):
        return None
    facts = missing.facts
    like: Standard | None = (
        Standard.select().where(Standard.kind == facts.kind).order_by(Standard.begins.desc()).first()
    )
    known = {name: getattr(facts, name) for name in CRITERIA if like is not None and getattr(like, name)}
    unit = like.unit if like is not None else ""
    begins = months.part(missing.month)
    return Standard(kind=facts.kind, layer=missing.layer, unit=unit, begins=begins, confirmed=False, **known)
