"""Postings: what each month of each grant has come to so far, by the runs and by payments that were entered by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeAlias

from peewee import fn

from models.core.record import db
from models.pay.grants.claims import Claim
from models.pay.runs.runs import POSTED, LineKind, PayLine, PayOutcome, PayRun, RunKind, RunState
from models.pay.standards import months
from models.pay.standards.months import NEVER, Month
from models.payments.payment import REGULAR as PROGRAMME
from models.payments.payment import Payment, regular_items, usual_item
from models.people.identity import BankAccount

Amounts: TypeAlias = tuple[int, int, int]  # fen by layer: national, provincial, local
PostingKey: TypeAlias = tuple[int, Month]  # identity and month
HandPaid: TypeAlias = tuple[int | None, str]  # for which identity, if it was said, and as what item
NO_AMOUNTS: Amounts = (0, 0, 0)


Account: TypeAlias = tuple[str, str, str]  # where money goes: bank, account, holder
UNKNOWN_ACCOUNT: Account = ("", "", "")


def posted(since: Month, without: PayRun | None = None) -> dict[PostingKey, Amounts]:
    """What every month from ``since`` on has come to in the runs, other than a run that is drawn up anew."""
    query: Any = PayLine.select(
        PayLine.identity,
        PayLine.month,
        fn.SUM(PayLine.amount),
        fn.SUM(PayLine.provincial),
        fn.SUM(PayLine.local),
    ).where(PayLine.kind.in_(POSTED), PayLine.month >= months.part(since))
    if without is not None and without.id:
        query = query.where(PayLine.run != without.id)
    sql, parameters = query.group_by(PayLine.identity, PayLine.month).sql()
    found: dict[PostingKey, Amounts] = {}
    for identity, month, total, provincial, local in db.execute_sql(sql, parameters):
        rest = total - (provincial or 0) - (local or 0)
        found[identity, months.first_in(month) or 0] = (rest, provincial or 0, local or 0)
    return found


def payments_by_hand(since: Month) -> dict[int, dict[Month, list[Payment]]]:
    """The regular payments from ``since`` on that no run made, by person and month."""
    made = PayOutcome.select(PayOutcome.payment).where(PayOutcome.payment.is_null(False))
    found: dict[int, dict[Month, list[Payment]]] = defaultdict(lambda: defaultdict(list))
    for payment in Payment.select().where(
        Payment.programme.in_(("", PROGRAMME)),
        Payment.person.is_null(False),
        Payment.month >= months.part(since),
        Payment.id.not_in(made),
    ):
        if payment.month is not None and payment.person_id is not None:
            found[payment.person_id][months.month_of(payment.month)].append(payment)
    return found


def paid_by_hand_in(month: Month) -> dict[int, set[HandPaid]]:
    """Who was paid for a month by payments that no run made: by person, for which identity (if said) and item."""
    found: dict[int, set[HandPaid]] = defaultdict(set)
    for person, of_month in payments_by_hand(month).items():
        for payment in of_month.get(month, ()):
            found[person].add((payment.identity_id, str(payment.item)))
    return dict(found)


def assigned(payments: Iterable[Payment], group: list[Claim]) -> tuple[dict[int, int], Decimal]:
    """Which identity of a person each payment is for: fen by identity, and the yuan that cannot be told."""
    fen: dict[int, int] = defaultdict(int)
    unknown = Decimal(0)
    for payment in payments:
        fitting = [claim.identity for claim in group if _is_for(payment, claim)]
        if payment.identity_id is None and len(fitting) != 1 and len(group) == 1:
            fitting = [group[0].identity]
        if len(fitting) == 1:
            fen[fitting[0]] += int((payment.amount or 0) * 100)
        else:
            unknown += payment.amount or 0
    return fen, unknown


def _is_for(payment: Payment, claim: Claim) -> bool:
    if payment.identity_id is not None:
        return bool(payment.identity_id == claim.identity)
    words = (claim.kind, claim.category or claim.kind)
    return payment.category in words or payment.item == usual_item(claim.kind)


def deducted_after(person: int, month: str) -> Decimal:
    """What runs that were paid have deducted of what a person was paid for months after a month (ISO text), in yuan."""
    paid_runs = PayRun.select(PayRun.id).where(
        PayRun.state.in_((RunState.PAID, RunState.RETURNED, RunState.SETTLED))
    )
    lines = PayLine.select(PayLine.amount.total()).where(
        PayLine.person == person,
        PayLine.kind == LineKind.DEDUCTED,
        PayLine.month > month,
        PayLine.run.in_(paid_runs),
    )
    return -(lines.scalar() or Decimal(0))


def claimed(people: Iterable[int], without: PayRun) -> dict[int, int]:
    """What runs, other than one that is drawn up anew, have written down to be claimed of each of some people, in fen."""
    query: Any = PayLine.select(PayLine.person, PayLine.amount.total()).where(
        PayLine.person.in_(list(people)), PayLine.kind == LineKind.CLAIMED, PayLine.run != (without.id or 0)
    )
    return {person: int(-amount * 100) for person, amount in query.group_by(PayLine.person).tuples()}


def first_paid() -> dict[str, Month]:
    """The first month that a regular run was for, by item; later than any month where there was none."""
    first: dict[str, Month] = dict.fromkeys(regular_items(), NEVER)
    for run in PayRun.select().where(PayRun.kind == RunKind.REGULAR):
        for item in (run.item,) if run.item else regular_items():
            first[item] = min(first[item], run.span[0])
    return first


def accounts() -> dict[tuple[int, int | None], Account]:
    """The accounts in use, by person and identity; the newest goes first, and an identity's own before the person's."""
    found: dict[tuple[int, int | None], Account] = {}
    query: Any = BankAccount.select(
        BankAccount.person, BankAccount.identity, BankAccount.bank, BankAccount.account, BankAccount.holder
    ).where(BankAccount.until.is_null())
    sql, parameters = query.order_by(BankAccount.id).sql()
    for person, identity, bank, account, holder in db.execute_sql(sql, parameters):
        found[person, identity] = found[person, None] = (bank, account, holder)
    return found
