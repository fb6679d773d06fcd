"""The bank's return 回盘: which payees were paid and which not, read from whatever workbook or text the bank gives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.files import plain_words
from models.core.record import Invalid, Refusal, insert_all
from models.imports.words.return_words import BankAnswer
from models.pay.grants.rules import Ways
from models.pay.returns import return_files
from models.pay.returns.own_return_words import use_own_return_words
from models.pay.returns.return_columns import CONTRADICTING, EMPTY
from models.pay.returns.return_matching import RowDoubt, WaitingRow
from models.pay.runs import bank_files
from models.pay.runs.bank_files import Payee
from models.pay.runs.pay_notices import (
    NoticeKind,
    PayNotice,
    new_notices,
    notices_of_payees,
    stands_by_decision,
)
from models.pay.runs.runs import LineKind, PayLine, PayOutcome, PayRun, RunState
from models.pay.standards.months import month_of
from models.payments.payment import REGULAR, Payment

NOT_SENT = "没有银行账号，未送银行"
STILL_PENDING = "银行写的是“{}”，还没有办完，等银行的下一份回盘文件"
NOT_KNOWN = "银行写的是“{}”，看不出是否发放成功，没有登记，请问银行"
NO_WORD = "{}，看不出是否发放成功，没有登记，请问银行"


@dataclass(slots=True)
class Reading:
    """What a return says of a run: of whom it is paid, of whom not, of whom it is a question, and of whom nothing."""

    run: PayRun
    source: str
    paid: list[Payee] = field(default_factory=list)
    failed: list[tuple[Payee, str]] = field(default_factory=list)
    asked: list[tuple[Payee, str]] = field(
        default_factory=list
    )  # pending, or in words that nobody knows: they wait
    doubtful: list[str] = field(default_factory=list)  # rows of nobody knows whom: they alone wait
    bounced: list[tuple[Payee, str]] = field(default_factory=list)  # paid before, and now said to have failed
    unknown: dict[str, int] = field(default_factory=dict)  # words that nobody knows, and of how many payees
    notices: list[PayNotice] = field(default_factory=list)  # what is kept of those who wait
    known: int = 0  # payees that an earlier reading has told of
    silent: list[Payee] = field(default_factory=list)

    def words(self) -> str:
        told = f"{self.run.title()}：成功{len(self.paid)}人，失败{len(self.failed)}人"
        told += f"，待核实{len(self.asked)}人" if self.asked else ""
        told += f"，退汇待确认{len(self.bounced)}人" if self.bounced else ""
        told += f"，{len(self.doubtful)}行没有认出" if self.doubtful else ""
        told += f"，以前已读入{self.known}人" if self.known else ""
        return told + (f"，还有{len(self.silent)}人没有结果" if self.silent else "")


def read_return(run: PayRun, file: Path, rest_paid: bool = False) -> Reading:
    """Compare a return with a run, and write nothing. With ``rest_paid`` the file lists failures only.

    Raises ``Refusal`` when the file is not about this run, contradicts what was read before, or cannot be understood.
    """
    if run.state not in (RunState.PAID, RunState.RETURNED):
        raise Refusal(f"{run.title()}现在是“{run.state}”，发放以后才能读入回盘文件")
    with plain_words(file):
        mark = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    reading = Reading(run, f"{file.name} {mark}")
    other = PayOutcome.get_or_none(PayOutcome.source.endswith(mark), PayOutcome.run != run.id)
    if other is not None:
        raise Refusal(f"“{file.name}”是{other.run.title()}的回盘文件，已经读入过，不是这个批次的")
    use_own_return_words()
    rows, reading.doubtful = return_files.return_rows(run, file, rest_paid)
    _match(reading, rows, rest_paid)
    return reading


def apply_return(reading: Reading, user: str) -> None:
    """Enter what a return says: outcomes, a payment for each line that was paid, notices of what waits. Nothing new is no
    entry."""
    notices = new_notices(reading.notices)
    if not (reading.paid or reading.failed or notices):
        return
    payments: list[Payment] = []
    outcomes: list[PayOutcome] = []
    for payee in reading.paid:
        _keep(reading, payee, "", payments, outcomes)
    for payee, reason in reading.failed:
        _keep(reading, payee, reason, payments, outcomes)
    with journal.entry(f"读入回盘：{reading.words()}", user):
        insert_all(Payment, payments)
        insert_all(PayOutcome, outcomes)
        insert_all(PayNotice, notices)
        if outcomes and reading.run.state == RunState.PAID:  # each payment has one
            reading.run.state = RunState.RETURNED
            reading.run.save()


def pay_by_hand(run: PayRun, chosen: Iterable[Payee], user: str, words: str = "现金或另行转账发放") -> int:
    """Enter that payees were paid without the bank's file; returns how many."""
    if run.state not in (RunState.PAID, RunState.RETURNED):
        raise Refusal(f"{run.title()}现在是“{run.state}”，发放以后才能登记结果")
    told = _told(run)
    reading = Reading(run, words)
    reading.paid = [payee for payee in chosen if not any(line.id in told for line in payee.lines)]
    apply_return(reading, user)
    return len(reading.paid)


def _match(reading: Reading, rows: Sequence[return_files.Returned], rest_paid: bool) -> None:
    """Find each row's payee. A row of which nobody can tell whose it is waits alone; the file is refused when no row is
    certain, when most are of nobody in the run, or when the payees of such rows would count as paid."""
    told = _told(reading.run)
    waiting = WaitingRow(bank_files.payees(reading.run))
    strangers: list[str] = []
    for row in rows:
        try:
            for payee in waiting.of(row, reading.run):
                _take(reading, payee, row, told)
        except RowDoubt as doubt:
            if rest_paid:
                raise
            strangers += [str(doubt)] if doubt.stranger else []
            reading.doubtful.append(str(doubt))
    if len(strangers) * 2 >= len(rows):
        raise Refusal(strangers[0])
    certain = reading.paid or reading.failed or reading.asked or reading.bounced or reading.known
    if reading.doubtful and not certain:
        raise Refusal(reading.doubtful[0])
    for payee in waiting.rest():
        before = told.get(payee.lines[0].id)
        if before is not None:
            reading.known += 1
        elif not payee.account:
            reading.failed.append((payee, NOT_SENT))
        elif rest_paid:
            reading.paid.append(payee)
        else:
            reading.silent.append(payee)


def _take(reading: Reading, payee: Payee, row: return_files.Returned, told: dict[int, PayOutcome]) -> None:
    before = told.get(payee.lines[0].id)
    if row.answer in (BankAnswer.PENDING, BankAnswer.UNKNOWN):
        if before is None:
            _wait(reading, payee, row)
        else:
            reading.known += 1
        return
    failed = row.words if row.answer == BankAnswer.FAILED else ""
    if before is None and failed:
        reading.failed.append((payee, failed))
    elif before is None:
        reading.paid.append(payee)
    elif bool(before.failed) == bool(failed) or stands_by_decision(payee.lines[0], failed):
        reading.known += 1
    elif failed:
        reading.bounced.append((payee, failed))
        _note_waiting(reading, payee, NoticeKind.BOUNCED, failed)
    else:
        when = before.day.chinese() if before.day else ""
        raise RowDoubt(
            f"{payee.name}以前读入的结果是失败，这份文件说相反的（{when}读入的：{before.failed}），没有读入"
        )


def _wait(reading: Reading, payee: Payee, row: return_files.Returned) -> None:
    """Let a payee wait of whom the bank has not said its last word, or one that nobody knows."""
    reading.asked.append((payee, _question(row)))
    if row.answer == BankAnswer.PENDING:
        _note_waiting(reading, payee, NoticeKind.PENDING, row.words)
        return
    if row.words != EMPTY and CONTRADICTING not in row.words:
        reading.unknown[row.words] = reading.unknown.get(row.words, 0) + 1
    _note_waiting(reading, payee, NoticeKind.UNKNOWN, row.words)


def _note_waiting(reading: Reading, payee: Payee, kind: NoticeKind, words: str) -> None:
    said = [(payee.lines, kind, words)]
    reading.notices += notices_of_payees(reading.run, said, PartDate.of(this_day()), reading.source)


def _question(row: return_files.Returned) -> str:
    """What to tell of a payment of which nobody knows yet whether it was made."""
    if row.answer == BankAnswer.PENDING:
        return STILL_PENDING.format(row.words)
    return (NO_WORD if row.words == EMPTY else NOT_KNOWN).format(row.words)


def _told(run: PayRun) -> dict[int, PayOutcome]:
    """What is known of the lines of a run."""
    return {o.line_id: o for o in PayOutcome.select().where(PayOutcome.run == run)}


def _keep(
    reading: Reading, payee: Payee, failed: str, payments: list[Payment], outcomes: list[PayOutcome]
) -> None:
    """Add what the bank said of a payee's lines, and the payments that come of it."""
    made = {} if failed else _payments(reading.run, payee)
    payments += made.values()
    for line in payee.lines:
        outcome = PayOutcome(line=line, run=reading.run, failed=failed, source=reading.source)
        outcome.day, outcome.payment = PartDate.of(this_day()), made.get(line.id)
        outcomes.append(outcome)


def _payments(run: PayRun, payee: Payee) -> dict[int, Payment]:
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
