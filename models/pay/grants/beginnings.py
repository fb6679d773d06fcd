"""Beginnings of pay 起发: from when somebody is entitled, at first and again after a stop, and by which clause of that day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from models.pay.grants import basis
from models.pay.grants.claims import Claim, StateLine
from models.pay.grants.rules import AT_SIXTY, Ways, sixty_of, start_of
from models.pay.standards import months
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month, day_words
from models.people.identity import RECEIVING

DISABLED_SOLDIER = "残疾军人"
NO_APPROVAL = "没有登记批准日期，不知从哪个月起享受"
NO_BIRTHDAY = "出生日期不明，不知何时满60周岁"


class ByApproval(NamedTuple):
    """Why pay begins with an approval; put into words when somebody reads it."""

    kind: str
    category: str
    approved: str
    first: Month
    rule: str
    by_law: bool

    def words(self) -> str:
        """``2013年7月4日批准，自2013年8月起发（…）``."""
        why = basis.start_words(self.kind, self.category, self.approved, self.rule, self.by_law)
        return f"{day_words(self.approved)}批准，自{months.month_words(self.first)}起发（{why}）"


Begun: TypeAlias = str | ByApproval


class Beginning(NamedTuple):
    """From when somebody is entitled: surely from ``sure`` on, perhaps from ``first`` on."""

    first: Month
    sure: Month
    begun: Begun
    doubt: str


def beginning(claim: Claim, ways: Ways) -> Beginning:
    """From when a claim is entitled, by the office's own decision or its approval."""
    if claim.grant and claim.grant.begins:
        first = months.month_of(claim.grant.begins)
        return Beginning(
            first, first, f"单位核定自{months.month_words(first)}起发（{claim.grant.basis}）", ""
        )
    approved = approved_on(claim)
    if approved is None:
        known = months.last_in(claim.paid_to)
        sure = NEVER if known is None else known + 1
        return Beginning(BEFORE_ALL_MONTHS, sure, f"此前已发至{day_words(claim.paid_to)}", NO_APPROVAL)
    sure, rule, by_law = start_of(claim.kind, months.last_in(approved) or 0, ways)
    first, doubt = sure, ""
    if len(approved) < 7:  # only the year is known
        first = start_of(claim.kind, months.first_in(approved) or 0, ways).month
        doubt = f"批准日期只记到{day_words(approved)}，不知从哪个月起享受"
    begun: Begun = ByApproval(claim.kind, claim.category, approved, sure, rule, by_law)
    if claim.kind in AT_SIXTY or claim.category == DISABLED_SOLDIER or _came_from_elsewhere(claim):
        for floor, words in (*_floors(claim, ways, approved), *_moved_at_first(claim)):
            if floor > sure:
                begun = words
            first, sure = max(first, floor), max(sure, floor)
    if claim.kind in AT_SIXTY and not claim.born:
        return Beginning(BEFORE_ALL_MONTHS, NEVER, "", NO_BIRTHDAY)
    return Beginning(first, sure, begun, doubt)


def approved_on(claim: Claim) -> str | None:
    """The day of approval, or else the one on which 享受待遇 was first registered."""
    return claim.approved or next((c.since for c in claim.history if c.state == RECEIVING and c.since), None)


def _floors(claim: Claim, ways: Ways, approved: str) -> Iterator[tuple[Month, str]]:
    """The months before which no approval and no resumption can count, each with its reason."""
    if claim.kind in AT_SIXTY and claim.born:
        first, sixty = sixty_of(claim.kind, months.last_in(approved) or 0, claim.born, ways)
        yield first, f"{day_words(claim.born)}出生，{sixty}（{months.month_words(first)}）起发"
    if claim.category == DISABLED_SOLDIER and claim.left and approved and approved <= claim.left:
        first = (int(claim.left[:4]) + 1) * 12
        law = _cited(basis.DISCHARGE_YEAR, claim.left, claim)
        yield first, f"退役当年由部队发，自{months.month_words(first)}起发{law}"


def _moved_at_first(claim: Claim) -> Iterator[tuple[Month, str]]:
    """The first month of somebody who came from elsewhere, with its reason."""
    if _came_from_elsewhere(claim):
        moved = claim.history[0]
        yield _moved_in(moved), _moved_words(claim, moved)


def _came_from_elsewhere(claim: Claim) -> bool:
    """Whether the first that is known of somebody is a move here."""
    return bool(claim.history) and claim.history[0].state == RECEIVING and bool(claim.history[0].place)


def _moved_words(claim: Claim, change: StateLine) -> str:
    law = "" if change.paid_to else _cited(basis.MOVE, change.since, claim)
    return f"{day_words(change.since)}迁入，自{months.month_words(_moved_in(change))}起发{law}"


def _cited(matter: str, day: str | None, claim: Claim) -> str:
    return basis.cited(matter, day, claim.kind, claim.category)


def _moved_in(change: StateLine) -> Month:
    """The first month after a move: after the paid-to month, or else the next January, whose clauses are ``basis.MOVE``."""
    paid = months.last_in(change.paid_to)
    if paid is not None:
        return paid + 1
    since = months.first_in(change.since)
    return BEFORE_ALL_MONTHS if since is None else (since // 12 + 1) * 12


def resumed(claim: Claim, ways: Ways, change: StateLine) -> tuple[Month, str]:
    """Paid again from the month after (伤残抚恤管理办法 of 2019, art. 25), or after a move in; never before sixty."""
    if change.place:
        first, begun = _moved_in(change), _moved_words(claim, change)
    else:
        first = (months.last_in(change.since) or NEVER) + 1
        law = _cited(basis.RESUMPTION, change.since, claim)
        begun = f"{day_words(change.since)}恢复，自下一个月{months.month_words(first)}起发{law}"
    if claim.grant and claim.grant.begins:
        return first, begun
    for floor, words in _floors(claim, ways, approved_on(claim) or ""):
        if floor > first:
            first, begun = floor, f"{day_words(change.since)}{'迁入' if change.place else '恢复'}，{words}"
    return first, begun
