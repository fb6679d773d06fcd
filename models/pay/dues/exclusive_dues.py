"""Exclusive dues 不重复享受: of what one person is due in a month, what is not paid beside another, or the lower of two."""

from __future__ import annotations

from models.pay.dues.due import Due
from models.pay.dues.missing import Incomparable
from models.pay.grants.rules import Exclusion
from models.pay.standards import months

ANY_KIND = "*"


def exclude(rule: Exclusion, found: list[Due]) -> None:
    """Let a rule exclude one of a person's dues of a month."""
    mine = next((d for d in found if d.claim.kind == rule.kind and not d.excluded), None)
    if mine is None:
        return
    others = [d for d in found if d is not mine and not d.excluded and _beside(rule, d)]
    if rule.higher_only:
        for other in others:
            _pay_the_higher(rule, mine, other)
    elif others or mine.claim.pension in rule.beside:
        beside = others[0].claim.title() if others else mine.claim.pension
        mine.excluded, mine.beside = (
            rule,
            f"已享受{beside}，不重复享受（{rule.on_day(months.iso(mine.month))}）",
        )


def _beside(rule: Exclusion, due: Due) -> bool:
    return due.claim.kind in rule.beside or ANY_KIND in rule.beside


def _pay_the_higher(rule: Exclusion, mine: Due, other: Due) -> None:
    if wanting := mine.missing or other.missing:
        unknown = mine if mine.missing else other
        for due in (mine, other):
            if not due.missing:
                due.rate, due.missing = None, Incomparable(unknown.claim.title(), wanting)
        return
    lower, higher = (mine, other) if mine.fen <= other.fen else (other, mine)
    lower.excluded, lower.beside = (
        rule,
        f"与{higher.claim.title()}就高享受，本项不发（{rule.on_day(months.iso(lower.month))}）",
    )
