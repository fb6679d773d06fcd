"""Entitlements: in which months an identity is entitled, as what, and which months nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from models.law import clauses
from models.pay.grants import basis
from models.pay.grants.beginnings import Beginning, Begun, ByApproval, beginning, resumed
from models.pay.grants.claims import Claim, StateLine
from models.pay.grants.rules import Ways, start_of
from models.pay.standards import months
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month, day_words
from models.people.identity import DISABLED, GONE, RECEIVING, EntitlementState

ENDED_STATES = (
    EntitlementState.STOPPED,
    EntitlementState.SUSPENDED,
    EntitlementState.CANCELLED,
    EntitlementState.MOVED,
    GONE,
)  # states that come after being paid
NO_STATE_NOW = "现在的优抚对象状态没有登记，不知是否仍享受待遇"
STOPS: dict[str, tuple[str, str]] = {
    GONE: ("去世停发", "死亡的从下一个月起停发"),
    EntitlementState.MOVED: (basis.MOVE, "当年由迁出地发"),
    EntitlementState.SUSPENDED: ("中止待遇", "从下一个月起停发"),
    EntitlementState.CANCELLED: ("取消停发", "从下一个月起停发"),
    EntitlementState.STOPPED: ("停发待遇", "从下一个月起停发"),
}  # what ends the pay: the matter in the law, the rule


class GrantFacts(NamedTuple):
    """What decides which standard somebody is paid."""

    kind: str
    category: str
    grade: str
    nature: str
    period: str
    household: str
    years: int | None
    age_from: int | None = None  # the highest age of an addition that is reached in the month
    alone: bool | None = None


class Spell(NamedTuple):
    """Months in a row in which an identity is entitled as one thing."""

    first: Month
    last: Month
    facts: GrantFacts
    beginning: Begun

    @property
    def begun(self) -> str:
        """Why it begins, in words; the clause with it."""
        return self.beginning.words() if isinstance(self.beginning, ByApproval) else self.beginning


class Unsure(NamedTuple):
    """Months of which the file does not tell whether the identity is entitled."""

    first: Month
    last: Month
    reason: str


@dataclass(slots=True)
class Entitlement:
    """All that an identity is entitled to; ``ended`` says why the last spell ends."""

    spells: list[Spell]
    unsure: list[Unsure]
    ended: str = ""

    def at(self, month: Month) -> Spell | Unsure | None:
        for doubt in self.unsure:
            if doubt.first <= month <= doubt.last:
                return doubt
        for spell in self.spells:
            if spell.first <= month <= spell.last:
                return spell
        return None


def entitlement(claim: Claim, ways: Ways) -> Entitlement:
    """The months in which a claim entitles, by its approval, its states, its death and the office's decision."""
    made = Entitlement([], [])
    if not _was_ever_paid(claim):
        return made
    begins = beginning(claim, ways)
    if _simply_goes_on(claim, begins):  # nearly everybody: one spell, found without looking for another end
        made.spells.append(Spell(begins.sure, NEVER, _facts(claim), begins.begun))
        return made
    if begins.first < begins.sure:
        made.unsure.append(Unsure(begins.first, begins.sure - 1, begins.doubt))
    spans = list(_spans(claim, ways, begins, made))
    last = months.month_of(claim.grant.ends) if claim.grant and claim.grant.ends else NEVER
    if last < NEVER:
        made.ended = f"单位核定发至{months.month_words(last)}（{claim.grant.basis if claim.grant else ''}）"
    died = months.first_in(claim.died)
    last = min(last, NEVER if died is None else died)
    made.unsure = [doubt._replace(last=min(doubt.last, last)) for doubt in made.unsure if doubt.first <= last]
    _end_by_death(claim, made)
    for first, end, begun in spans:
        if first <= min(end, last):
            made.spells += _by_grade(claim, ways, first, min(end, last), begun)
    return made


def _simply_goes_on(claim: Claim, begins: Beginning) -> bool:
    """Whether nothing ever changed since the beginning, which is known."""
    return (
        begins.first == begins.sure
        and claim.state == RECEIVING
        and not (claim.died or claim.grant or claim.regrades)
        and (not claim.history or (len(claim.history) == 1 and claim.history[0].state == RECEIVING))
    )


def _facts(claim: Claim) -> GrantFacts:
    return GrantFacts(
        claim.kind, claim.category, claim.grade, claim.nature, claim.period, claim.household, claim.years
    )


def _was_ever_paid(claim: Claim) -> bool:
    """Whether the identity is or was 享受待遇.

    A roster may know of somebody only that he died, or that he is no longer paid and until when he was.
    """
    if claim.state == RECEIVING or any(change.state == RECEIVING for change in claim.history):
        return True
    until = claim.died if claim.state == GONE else claim.paid_to
    return claim.state in ENDED_STATES and bool(claim.approved and until)


def _spans(
    claim: Claim, ways: Ways, begins: Beginning, made: Entitlement
) -> Iterator[tuple[Month, Month, Begun]]:
    """The spans between stops and resumptions: first month, last month, why it begins."""
    first, begun, is_open, seen = begins.sure, begins.begun, True, False
    dated = [change for change in claim.history if _day(change)]
    if len(dated) > 1:
        dated.sort(key=lambda change: _day(change) or "")
    for change in dated:
        if change.state == RECEIVING:
            if not is_open:
                first, begun = resumed(claim, ways, change)
                is_open = True
            seen = True
        elif is_open and (seen or claim.approved):
            last, latest = _stopped(change)
            if latest > last and not claim.died:
                made.unsure.append(
                    Unsure(last + 1, latest, f"{change.state}日期只记到{day_words(_day(change))}")
                )
            made.ended = _ended(claim, change, last)
            yield first, last, begun
            is_open, first = False, latest + 1
    if is_open and claim.state != RECEIVING and not claim.died and claim.paid_to:
        last = months.last_in(claim.paid_to) or NEVER
        made.ended = f"现为{claim.state}，登记已发至{day_words(claim.paid_to)}"
        yield first, last, begun
    elif is_open and claim.state != RECEIVING and not claim.died:
        made.unsure.append(
            Unsure(first, NEVER, f"现为{claim.state}，没有登记从何时起" if claim.state else NO_STATE_NOW)
        )
    elif is_open:
        yield first, NEVER, begun
    elif claim.state == RECEIVING:
        made.unsure.append(Unsure(first, NEVER, "恢复享受待遇，没有登记从何时起"))


def _day(change: StateLine) -> str | None:
    return change.died_on or change.since if change.state == GONE else change.since


def _stopped(change: StateLine) -> tuple[Month, Month]:
    """The last month that is paid, as it surely is and as it may be; after a move out the year is paid to its end."""
    if change.state == EntitlementState.MOVED:
        paid = months.last_in(change.paid_to)
        last = paid if paid is not None else (months.first_in(change.since) or 0) // 12 * 12 + 11
        return last, last
    day = _day(change)
    return months.first_in(day) or BEFORE_ALL_MONTHS, months.last_in(day) or NEVER


def _ended(claim: Claim, change: StateLine, last: Month) -> str:
    matter, rule = STOPS.get(change.state, ("", "从下一个月起停发"))
    if change.state == EntitlementState.MOVED and change.paid_to:
        rule = "按登记的已发至月份"
    elif day := _day(change):
        law = clauses.cite(matter, day, claim.category or claim.kind, claim.kind)
        rule = "，".join(filter(None, (rule, law)))
    return f"{day_words(_day(change))}{change.state}，发至{months.month_words(last)}（{rule}）"


def _end_by_death(claim: Claim, made: Entitlement) -> None:
    if not claim.died:
        return
    last, latest = months.first_in(claim.died) or BEFORE_ALL_MONTHS, months.last_in(claim.died) or NEVER
    made.ended = made.ended or _ended(claim, StateLine(GONE, None, None, claim.died, ""), last)
    if latest > last:
        made.unsure.append(Unsure(last + 1, latest, f"去世日期只记到{day_words(claim.died)}"))


def _by_grade(claim: Claim, ways: Ways, first: Month, last: Month, begun: Begun) -> Iterator[Spell]:
    """A span cut where the grade of a disability changed."""
    facts = _facts(claim)
    if claim.kind != DISABLED or not claim.regrades:
        yield Spell(first, last, facts, begun)
        return
    changes = sorted(claim.regrades)
    starts = [start_of(claim.kind, months.last_in(c.approved) or 0, ways) for c in changes]
    grade, words = changes[0].before, begun
    for number, (change, (start, rule, by_law)) in enumerate(zip(changes, starts, strict=True)):
        if first < start:
            yield Spell(first, min(last, start - 1), facts._replace(grade=grade[0], nature=grade[1]), words)
            first = start
        grade = change.after if number + 1 < len(changes) else (claim.grade, claim.nature)
        why = basis.start_words(claim.kind, claim.category, change.approved, rule, by_law)
        words = f"{day_words(change.approved)}调整为{grade[0]}{grade[1]}，自{months.month_words(start)}起（{why}）"
        if first > last:
            return
    yield Spell(first, last, facts._replace(grade=grade[0], nature=grade[1]), words)
