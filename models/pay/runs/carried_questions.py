"""Carried questions 在发待核: what was paid before it could be asked goes on being paid, and stays open until somebody answers.

Nobody's pay changes because a new version asks. Where an archive comes from a version without questions, each question that
is open against a grant which was being paid is kept as carried; what opens later holds the pay like any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.core.record import insert_all
from models.pay.dues.dues import Dues
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.pay.eligibility.eligibility_questions import OpenQuestion
from models.pay.grants import claims
from models.pay.grants.claims import Claim
from models.pay.runs.runs import POSTED, PayLine
from models.pay.standards import months
from models.pay.standards.months import Month
from models.payments.payment import REGULAR, Payment, usual_item

WHY = "此前已在发放，疑问尚未核定，照发待核"
REGULARLY = Payment.programme.in_(("", REGULAR))


def paid_questions(this_month: Month) -> list[EligibilityDecision]:
    """What is to be carried of an archive that has paid: what is open against grants that were ever paid regularly.

    It is looked for in this month and in the last month that was paid. Nothing is written.
    """
    paid, items, last = _paid_identities(), _paid_items(), _last_paid()
    reckoner = Dues()
    carried: list[EligibilityDecision] = []
    for group in claims.by_person(claims.read_claims()):
        running = {each.identity for each in group if each.identity in paid or _item(each) in items}
        if running:
            carried += _of_person(reckoner, group, running, {this_month, last or this_month})
    return carried


def carry_all(month: Month) -> int:
    """Carry whatever is open in a month against anybody's grant, inside an entry; returns how many questions."""
    reckoner = Dues()
    carried = [
        each
        for group in claims.by_person(claims.read_claims())
        for each in _of_person(reckoner, group, {claim.identity for claim in group}, {month})
    ]
    insert_all(EligibilityDecision, carried)
    return len(carried)


def _of_person(
    reckoner: Dues, group: list[Claim], running: set[int], looked_at: Iterable[Month]
) -> list[EligibilityDecision]:
    found: dict[tuple[int, str, str], OpenQuestion] = {}
    for month in looked_at:
        for due in reckoner.at(group, month):
            for each in due.questions if due.claim.identity in running else ():
                if not each.carried:
                    found[each.identity, each.rule.code, each.facts] = each
    return [
        EligibilityDecision(
            person=group[0].person, identity=each.identity, rule=each.rule.code, answer=EligibilityAnswer.CARRIED,
            clause=each.clause, reason=WHY, facts=each.facts,
        )
        for each in found.values()
    ]  # fmt: skip


def _paid_identities() -> set[int]:
    """The identities that a run or a payment has paid."""
    of_runs: Any = PayLine.select(PayLine.identity).where(PayLine.kind.in_(POSTED)).distinct().tuples()
    by_hand: Any = Payment.select(Payment.identity).where(REGULARLY, Payment.identity.is_null(False))
    return {identity for (identity,) in (*of_runs, *by_hand.distinct().tuples())}


def _paid_items() -> set[tuple[int, str]]:
    """Person and item of the regular payments that name no identity."""
    rows: Any = Payment.select(Payment.person, Payment.item).where(
        REGULARLY, Payment.identity.is_null(), Payment.person.is_null(False)
    )
    return set(rows.distinct().tuples())


def _item(claim: Claim) -> tuple[int, str]:
    return claim.person, usual_item(claim.kind)


def _last_paid() -> Month | None:
    """The last month for which anything regular was paid."""
    by_runs = PayLine.select(PayLine.month).where(PayLine.kind.in_(POSTED))
    by_hand = Payment.select(Payment.month).where(REGULARLY, Payment.month.is_null(False))
    last = (
        by_runs.order_by(PayLine.month.desc()).first(),
        by_hand.order_by(Payment.month.desc()).first(),
    )
    return max((months.month_of(each.month) for each in last if each is not None), default=None)
