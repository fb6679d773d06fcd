"""Returned payments: what a bank's answer about a payee leaves in the archive, a payment and an outcome for each line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.core.dates import PartDate, this_day
from models.core.record import Invalid
from models.pay.grants.rules import Ways
from models.pay.runs.bank_files import Payee
from models.pay.runs.runs import LineKind, PayLine, PayOutcome, PayRun
from models.pay.standards.months import month_of
from models.payments.payment import REGULAR, Payment


def outcomes_of(
    run: PayRun, payee: Payee, failed: str, made: Mapping[int, Payment], source: str
) -> Iterator[PayOutcome]:
    """What the bank said of a payee's lines: why they failed, or the payments that were made."""
    for line in payee.lines:
        outcome = PayOutcome(line=line, run=run, failed=failed, source=source)
        outcome.day, outcome.payment = PartDate.of(this_day()), made.get(line.id)
        yield outcome


def payments_of(run: PayRun, payee: Payee) -> dict[int, Payment]:
    """A payment for each line that was paid, by the line's id; what is deducted makes the first ones smaller."""
    money = {line.id: line.amount or Decimal(0) for line in payee.lines}
    deducted = -sum((amount for amount in money.values() if amount < 0), Decimal(0))
    fund = Ways.kept().fund
    made: dict[int, Payment] = {}
    for line in (line for line in payee.lines if money[line.id] > 0):
        taken = min(deducted, money[line.id])
        deducted -= taken
        if taken == money[line.id]:
            continue
        payment = Payment(
            person=line.person_id, identity=line.identity_id, month=line.month, item=line.item, category=line.category,
            programme="丧葬补助" if line.kind == LineKind.ONCE else REGULAR, standard=line.standard,
            amount=money[line.id] - taken, paid_on=run.paid_on, account=line.account, fund=fund,
            notes=_note(run, line, taken),
        )  # fmt: skip
        if problems := dict(payment.rules()):
            raise Invalid(problems)
        made[line.id] = payment
    return made


def _note(run: PayRun, line: PayLine, taken: Decimal) -> str:
    regular = line.kind == LineKind.DUE and line.month is not None and month_of(line.month) in run.span
    kind = "" if regular else f" {line.kind}"
    if line.kind == LineKind.ONCE and line.holder:
        kind += f"，收款人{line.holder}"
    return f"{run.number}{kind}" + (f"，应发{line.amount}元，扣回多发{taken}元" if taken else "")
