"""What is due in a month, for programs and for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from models.pay.dues.due import Due
from models.pay.standards import months

DueAnswer = dict[str, Any]


def due_answer(due: Due) -> DueAnswer:
    """One grant's due as ``commands`` of the manual lists it; a refused one has no amount, and ``why`` says the reason."""
    claim, base = due.claim, due.rate and due.rate.base
    facts = due.spell.facts if due.spell else None
    return {
        "number": claim.number,
        "name": claim.name,
        "kind": claim.kind,
        "class": claim.category or claim.test or None,
        "grade": (facts.grade if facts else claim.grade) or None,
        "nature": (facts.nature if facts else claim.nature) or None,
        "month": months.iso(due.month),
        "amount": None if due.refused else f"{due.yuan:.2f}",
        "standard": f"{base.amount:.2f}" if base else None,
        "unit": base.unit if base else None,
        "why": due.why(),
        "ask": due.ask.sentence() if due.ask else None,
        "clause": due.clause or None,
    }


def dues_told(found: Iterable[Due]) -> Iterator[str]:
    """The same in lines of plain Chinese."""
    for due in found:
        claim = due.claim
        amount = "未计算" if due.refused else f"{due.yuan:,.2f}元"
        yield f"{claim.number}  {claim.name}  {claim.title()}  {amount}  {due.why()}"


def due_refusal(due: Due) -> str:
    """The line that says which grant was refused, and why."""
    return f"{due.claim.name}（{due.claim.number}）{due.claim.title()}：{due.reason}"
