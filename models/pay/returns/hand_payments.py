"""Hand payments 另行发放: lines of a run that were paid in cash or by another transfer, each entered and taken back by itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from models.core import journal
from models.core.amounts import yuan
from models.core.record import Refusal
from models.pay.returns import returns
from models.pay.returns.split_rows import some_lines_of
from models.pay.runs import bank_files
from models.pay.runs.bank_files import Payee
from models.pay.runs.runs import PayLine, PayOutcome, PayRun, RunState


def hand_paid_payees(run: PayRun, lines: Collection[PayLine]) -> list[Payee]:
    """The payees of just these lines; where something is deducted from a payee, the lines that it is deducted from go along."""
    chosen = {line.id for line in lines}
    parts = (_part(payee, chosen) for payee in bank_files.payees(run))
    return [part for part in parts if part is not None]


def hand_paid(run: PayRun, lines: Collection[PayLine]) -> list[PayOutcome]:
    """What was entered of these lines as paid by hand."""
    query = PayOutcome.select(PayOutcome, PayLine).join(PayLine).where(
        PayOutcome.run == run, PayOutcome.line.in_([line.id for line in lines]), PayOutcome.failed == "",
        PayOutcome.source == returns.PAID_OTHERWISE,
    )  # fmt: skip
    return list(query)


def take_back_hand_payments(run: PayRun, outcomes: Sequence[PayOutcome], user: str) -> None:
    """Take back that lines were paid by hand, with the payments that this made; the lines wait for an answer again."""
    if run.state != RunState.RETURNED:
        raise Refusal(f"{run.title()}现在是“{run.state}”，不能再撤下另行发放的登记")
    with journal.entry(f"撤下另行发放：{run.title()}，{told_lines([each.line for each in outcomes])}", user):
        for outcome in outcomes:
            payment = outcome.payment
            outcome.delete_instance()
            if payment is not None:
                payment.delete_instance()


def told_lines(lines: Sequence[PayLine]) -> str:
    """``张三等3行，合计1,800.00元``."""
    total = sum((line.amount or Decimal(0) for line in lines), Decimal(0))
    several = f"等{len(lines)}行" if len(lines) > 1 else ""
    return f"{lines[0].name}{several}，合计{yuan(total)}元"


def _part(payee: Payee, chosen: Collection[int]) -> Payee | None:
    if any((line.amount or 0) < 0 for line in payee.lines):
        return payee if any(line.id in chosen for line in payee.lines) else None
    return some_lines_of(payee, lambda line: line.id in chosen)
