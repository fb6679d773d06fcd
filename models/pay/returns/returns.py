"""The bank's return 回盘: which payees were paid and which not, read from whatever workbook or text the bank gives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.files import plain_words
from models.core.record import Refusal, insert_all
from models.imports.words.return_words import BankAnswer
from models.pay.returns import return_files
from models.pay.returns.own_return_words import use_own_return_words
from models.pay.returns.return_columns import CONTRADICTING, EMPTY
from models.pay.returns.return_matching import RowDoubt, match
from models.pay.returns.returned_payments import outcomes_of, payments_of
from models.pay.returns.split_rows import some_lines_of
from models.pay.runs import bank_files
from models.pay.runs.bank_files import Payee
from models.pay.runs.pay_notices import (
    NoticeKind,
    PayNotice,
    new_notices,
    notices_of_payees,
    stands_by_decision,
)
from models.pay.runs.runs import PayLine, PayOutcome, PayRun, RunState
from models.payments.payment import Payment

NOT_SENT = "没有银行账号，未送银行"
STILL_PENDING = "银行写的是“{}”，还没有办完，等银行的下一份回盘文件"
NOT_KNOWN = "银行写的是“{}”，看不出是否发放成功，没有登记，请问银行"
PAID_OTHERWISE = "现金或另行转账发放"
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
        failed, asked, bounced = (
            _people(payee for payee, _ in each) for each in (self.failed, self.asked, self.bounced)
        )
        told = f"{self.run.title()}：成功{_people(self.paid)}人，失败{failed}人"
        told += f"，待核实{asked}人" if asked else ""
        told += f"，退汇待确认{bounced}人" if bounced else ""
        told += f"，{len(self.doubtful)}行没有认出" if self.doubtful else ""
        told += f"，以前已读入{self.known}人" if self.known else ""
        return told + (f"，还有{_people(self.silent)}人没有结果" if self.silent else "")


def _people(payees: Iterable[Payee]) -> int:
    """How many people payees are: who has several accounts, or was told of in parts, is one."""
    return len({payee.lines[0].person_id for payee in payees})


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
    for payee, failed in (*((payee, "") for payee in reading.paid), *reading.failed):
        made = {} if failed else payments_of(reading.run, payee)
        payments += made.values()
        outcomes += outcomes_of(reading.run, payee, failed, made, reading.source)
    with journal.entry(f"读入回盘：{reading.words()}", user):
        insert_all(Payment, payments)
        insert_all(PayOutcome, outcomes)
        insert_all(PayNotice, notices)
        if outcomes and reading.run.state == RunState.PAID:  # each payment has one
            reading.run.state = RunState.RETURNED
            reading.run.save()


def pay_by_hand(run: PayRun, chosen: Iterable[Payee], user: str, words: str = PAID_OTHERWISE) -> int:
    """Enter that payees were paid without the bank's file; returns how many."""
    if run.state not in (RunState.PAID, RunState.RETURNED):
        raise Refusal(f"{run.title()}现在是“{run.state}”，发放以后才能登记结果")
    told = _told(run)
    reading = Reading(run, words)
    untold = (some_lines_of(payee, lambda line: line.id not in told) for payee in chosen)
    reading.paid = [payee for payee in untold if payee is not None]
    apply_return(reading, user)
    return len(reading.paid)


def _match(reading: Reading, rows: Sequence[return_files.Returned], rest_paid: bool) -> None:
    """Find each row's payee. A row of which nobody can tell whose it is waits alone; the file is refused when no row is
    certain, when most are of nobody in the run, or when the payees of such rows would count as paid."""
    told = _told(reading.run)
    matched = match(rows, bank_files.payees(reading.run), reading.run)
    for row, payees in matched.means:
        for part in (part for payee in payees for part in _told_alike(payee, told)):
            try:
                _take(reading, part, row, told)
            except RowDoubt as doubt:
                matched.doubts.append(doubt)
    if rest_paid and matched.doubts:
        raise matched.doubts[0]
    reading.doubtful += map(str, matched.doubts)
    strangers = [str(doubt) for doubt in matched.doubts if doubt.stranger]
    if len(strangers) * 2 >= len(rows):
        raise Refusal(strangers[0])
    certain = reading.paid or reading.failed or reading.asked or reading.bounced or reading.known
    if reading.doubtful and not certain:
        raise Refusal(reading.doubtful[0])
    for part in (part for payee in matched.rest for part in _told_alike(payee, told)):
        _rest(reading, part, told, rest_paid)


def _told_alike(payee: Payee, told: dict[int, PayOutcome]) -> Iterator[Payee]:
    """A payee in the parts of which the bank told different things before."""
    for before in dict.fromkeys(_before(line, told) for line in payee.lines):
        lines = [line for line in payee.lines if _before(line, told) == before]
        yield replace(payee, lines=lines)


def _before(line: PayLine, told: dict[int, PayOutcome]) -> bool | None:
    """Whether the bank said that a line failed; None where it said nothing."""
    return bool(told[line.id].failed) if line.id in told else None


def _rest(reading: Reading, payee: Payee, told: dict[int, PayOutcome], rest_paid: bool) -> None:
    """What is known of a payee whom no row meant."""
    if payee.lines[0].id in told:
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
