"""The differences of the bank's returns from the archive: what was sent and never answered, failed, came back, or is entered otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from peewee import JOIN

from models.checkups.check_items import CheckedBook, check_item
from models.checkups.differences import UNSURE, Difference, Subject
from models.core.record import among
from models.deaths.overpaid import overpaid
from models.pay.runs.pay_notices import NoticeKind, PayNotice
from models.pay.runs.runs import TO_BANK, PayLine, PayOutcome, PayRun, RunKind, RunState
from models.payments.payment import Payment
from models.people.findings import Dossier

ANSWERED = (
    RunState.PAID,
    RunState.RETURNED,
    RunState.SETTLED,
)  # runs of which the bank has, or should have, answered
NO_ANSWER, NOT_ENTERED = "没有回盘", "没有登记"


class BankDifferences:
    """Which lines are paid again by others, and which run was the last, read once; then asked of some people at a time."""

    def __init__(self) -> None:
        again: Any = PayLine.select(PayLine.retry).where(PayLine.retry.is_null(False)).tuples()
        self.again = {line for (line,) in again}
        bounced: Any = PayNotice.select(PayNotice.line).where(
            PayNotice.kind == NoticeKind.BOUNCED, PayNotice.decided == ""
        )
        self.bounced = {line for (line,) in bounced.tuples()}
        regular = PayRun.select(PayRun.id).where(PayRun.kind == RunKind.REGULAR, PayRun.state.in_(ANSWERED))
        self.last = regular.order_by(PayRun.last.desc(), PayRun.id.desc()).scalar()

    def of_people(self, files: Sequence[tuple[Subject, Dossier]]) -> Iterator[Difference]:
        """What the bank's answers and the archive say differently of these people."""
        ids = [file.person.id for _, file in files]
        lines: dict[int, list[PayLine]] = defaultdict(list)
        asked = (
            PayLine.select(PayLine, PayRun, PayOutcome, Payment)
            .join(PayRun)
            .switch(PayLine)
            .join(PayOutcome, JOIN.LEFT_OUTER, attr="told")
            .join(Payment, JOIN.LEFT_OUTER, attr="paid")
            .where(among(PayLine.person, ids), PayLine.kind.in_(TO_BANK), PayRun.state.in_(ANSWERED))
        )
        for line in asked.order_by(PayLine.id):
            lines[line.person_id].append(line)
        for subject, file in files:
            yield from self._of_lines(subject, lines[file.person.id])
            yield from _after_death(subject, file)
            yield from self._stopped(subject, file, lines[file.person.id])

    def _of_lines(self, subject: Subject, lines: list[PayLine]) -> Iterator[Difference]:
        """Line by line what is not settled, and payment by payment whether it is what the bank paid."""
        sums: dict[int, list[PayLine]] = defaultdict(list)
        for line in lines:
            outcome: Any = getattr(line, "told", None)
            if outcome is None or outcome.line_id is None:
                if (line.amount or 0) > 0:
                    yield _bank(
                        subject,
                        "bank.silent",
                        line,
                        f"{line.amount:.2f}",
                        NO_ANSWER,
                        CheckedBook.BANK,
                        "向银行要回盘文件并读入",
                    )
            elif outcome.failed and line.id not in self.again:
                yield _bank(
                    subject,
                    "bank.failed",
                    line,
                    f"{line.amount:.2f}",
                    outcome.failed,
                    UNSURE,
                    "核对账号、户名，改好后重发",
                )
            elif not outcome.failed:
                if line.id in self.bounced:
                    yield _bank(
                        subject, "bank.bounced", line, "已发成", "退汇", UNSURE, "在批次里确认退汇，或问银行"
                    )
                sums[line.run_id].append(line)
        for some in sums.values():
            yield from _of_payments(subject, some)

    def _stopped(self, subject: Subject, file: Dossier, lines: list[PayLine]) -> Iterator[Difference]:
        """Rights that are no longer paid by the archive and stand in the last run all the same."""
        states = {each.id: each for each in file.identities}
        for line in lines:
            identity = states.get(line.identity_id)
            ended = identity is not None and not identity.paid and file.person.died is None
            if ended and line.run_id == self.last and (line.amount or 0) > 0:
                assert identity is not None
                why = "停发的从哪个月起：以后的批次会自动扣回；不该停的改回状态"
                yield _bank(
                    subject,
                    "bank.stopped",
                    line,
                    identity.state or "没有登记状态",
                    f"发了{line.amount:.2f}",
                    UNSURE,
                    why,
                )


def _of_payments(subject: Subject, lines: list[PayLine]) -> Iterator[Difference]:
    """Whether what is entered of a run comes to what the bank paid, to the fen; deductions make payments smaller."""
    paid = sum((line.amount or Decimal(0) for line in lines), Decimal(0))
    answers: list[Any] = [getattr(line, "told", None) for line in lines]
    found = [getattr(answer, "paid", None) for answer in answers]
    payments = {each.id: each for each in found if each is not None and each.id}
    entered = sum((each.amount or Decimal(0) for each in payments.values()), Decimal(0))
    if paid == entered or paid <= 0:
        return
    key = "bank.amount" if payments else "bank.no_payment"
    here = f"{entered:.2f}" if payments else NOT_ENTERED
    why = "以银行回盘为准，补登或改正发放登记"
    yield _bank(subject, key, lines[0], here, f"{paid:.2f}", CheckedBook.ARCHIVE, why, paid - entered)


def _after_death(subject: Subject, file: Dossier) -> Iterator[Difference]:
    if file.person.died is None:
        return
    found = overpaid(file.person, file.person.died)
    if found.payments:
        yield Difference(
            subject, check_item("bank.after_death"), CheckedBook.BANK, f"{file.person.died.chinese()}去世", f"发了{found.span()}",
            UNSURE, "在“身后止付”里核实、追回", "", None, found.amount,
        )  # fmt: skip


def _bank(
    subject: Subject,
    key: str,
    line: PayLine,
    here: str,
    there: str,
    wrong: CheckedBook | str,
    why: str,
    gap: Decimal = Decimal(0),
) -> Difference:
    month = line.month.chinese() if line.month else ""
    return Difference(
        subject,
        check_item(key),
        CheckedBook.BANK,
        here,
        there,
        wrong,
        why,
        f"批次{line.run.number} {month}".strip(),
        None,
        gap,
    )
