"""The bank's return 回盘: which payees were paid and which not, read from whatever workbook or text the bank gives."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from models import journal, workbooks
from models.base import Invalid, Refusal, insert_all
from models.dates import PartDate
from models.files import plain_words
from models.pay import banks
from models.pay.banks import Payee, bare_account
from models.pay.months import month_of
from models.pay.rules import Ways
from models.pay.runs import DUE, ONCE, PAID, RETURNED, PayLine, PayOutcome, PayRun
from models.payments import REGULAR, Payment
from models.words import half_width

HEADINGS = {
    "account": ("银行账号", "账号", "卡号", "收款账号", "收款人账号", "银行账户", "帐号"),
    "name": ("姓名", "户名", "收款账号名称", "收款人名称", "收款人姓名", "账户名称", "收款人户名"),
    "amount": ("金额", "交易金额", "发放金额", "代发金额", "实发金额", "金额(元)", "转账金额"),
    "result": (
        "结果",
        "处理结果",
        "交易结果",
        "状态",
        "交易状态",
        "发放状态",
        "处理状态",
        "是否成功",
        "回盘结果",
    ),
    "reason": ("失败原因", "原因", "错误信息", "返回信息", "处理信息", "退票原因", "失败说明"),
    "batch": ("批次号", "备注", "摘要", "用途", "汇款用途"),
}
SUCCESS = re.compile(
    r"(交易|处理|发放|入账|代发)?成功|已?入账|已发放|是|Y|YES|S|0+|正常|完成|已到账", re.IGNORECASE
)
RUN_NUMBER = re.compile(r"\b20\d{4}-\d+\b")
NOT_SENT = "没有银行账号，未送银行"
SEPARATORS = "|,\t;，"


@dataclass(slots=True)
class Returned:
    """One row of the bank's file."""

    row: int
    account: str
    name: str
    amount: Decimal
    failed: str  # why not; empty when paid


@dataclass(slots=True)
class Reading:
    """What a return says of a run: of whom it is paid, of whom not, and of whom nothing."""

    run: PayRun
    source: str
    paid: list[Payee] = field(default_factory=list)
    failed: list[tuple[Payee, str]] = field(default_factory=list)
    known: int = 0  # payees that an earlier reading has told of
    silent: list[Payee] = field(default_factory=list)

    def words(self) -> str:
        told = f"{self.run.title()}：成功{len(self.paid)}人，失败{len(self.failed)}人"
        told += f"，以前已读入{self.known}人" if self.known else ""
        return told + (f"，还有{len(self.silent)}人没有结果" if self.silent else "")


def read(run: PayRun, file: Path, rest_paid: bool = False) -> Reading:
    """Compare a return with a run, and write nothing. With ``rest_paid`` the file lists failures only.

    Raises ``Refusal`` when the file is not about this run, contradicts what was read before, or cannot be understood.
    """
    if run.state not in (PAID, RETURNED):
        raise Refusal(f"{run.title()}现在是“{run.state}”，发放以后才能读入回盘文件")
    with plain_words(file):
        mark = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    reading = Reading(run, f"{file.name} {mark}")
    other = PayOutcome.get_or_none(PayOutcome.source.endswith(mark), PayOutcome.run != run.id)
    if other is not None:
        raise Refusal(f"“{file.name}”是{other.run.title()}的回盘文件，已经读入过，不是这个批次的")
    rows = _rows(run, file, rest_paid)
    _match(reading, rows, rest_paid)
    return reading


def apply(reading: Reading, user: str) -> None:
    """Enter what a return says: outcomes, and a payment for each line that was paid. Nothing new is no entry."""
    if not reading.paid and not reading.failed:
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
        if reading.run.state == PAID:
            reading.run.state = RETURNED
            reading.run.save()


def by_hand(run: PayRun, chosen: Iterable[Payee], user: str, words: str = "现金或另行转账发放") -> int:
    """Enter that payees were paid without the bank's file; returns how many."""
    if run.state not in (PAID, RETURNED):
        raise Refusal(f"{run.title()}现在是“{run.state}”，发放以后才能登记结果")
    told = _told(run)
    reading = Reading(run, words)
    reading.paid = [payee for payee in chosen if not any(line.id in told for line in payee.lines)]
    apply(reading, user)
    return len(reading.paid)


def _match(reading: Reading, rows: Sequence[Returned], rest_paid: bool) -> None:
    """Find each row's payee; the rows must all be the run's own."""
    told = _told(reading.run)
    waiting: dict[tuple[str, Decimal], list[Payee]] = defaultdict(list)
    for payee in banks.payees(reading.run):
        waiting[bare_account(payee.account), payee.amount].append(payee)
    seen: set[int] = set()
    for row in rows:
        payee = _payee(waiting, row, seen, reading.run)
        seen.add(id(payee))
        _take(reading, payee, row.failed, told)
    for payee in (p for group in waiting.values() for p in group if id(p) not in seen):
        before = told.get(payee.lines[0].id)
        if before is not None:
            reading.known += 1
        elif not payee.account:
            reading.failed.append((payee, NOT_SENT))
        elif rest_paid:
            reading.paid.append(payee)
        else:
            reading.silent.append(payee)


def _payee(
    waiting: dict[tuple[str, Decimal], list[Payee]], row: Returned, seen: set[int], run: PayRun
) -> Payee:
    fitting = [p for p in waiting.get((row.account, row.amount), ()) if id(p) not in seen]
    named = [p for p in fitting if row.name in ("", p.name, p.holder)]
    if named:
        return named[0]
    what = f"第{row.row}行 {row.name} {row.account} {row.amount}元"
    if row.account in {account for account, _ in waiting}:
        raise Refusal(f"回盘文件{what}与{run.title()}的金额或姓名不符，没有读入")
    raise Refusal(f"回盘文件{what}不在{run.title()}里，可能是别的批次的回盘文件，没有读入")


def _take(reading: Reading, payee: Payee, failed: str, told: dict[int, str]) -> None:
    before = told.get(payee.lines[0].id)
    if before is None:
        if failed:
            reading.failed.append((payee, failed))
        else:
            reading.paid.append(payee)
    elif bool(before) != bool(failed):
        was = "失败" if before else "成功"
        raise Refusal(f"{payee.name}以前读入的结果是{was}，这份文件说相反的，没有读入")
    else:
        reading.known += 1


def _told(run: PayRun) -> dict[int, str]:
    """What is known of the lines of a run: why a line failed, or nothing when it was paid."""
    return {o.line_id: o.failed for o in PayOutcome.select().where(PayOutcome.run == run)}


def _keep(
    reading: Reading, payee: Payee, failed: str, payments: list[Payment], outcomes: list[PayOutcome]
) -> None:
    """Add what the bank said of a payee's lines, and the payments that come of it."""
    made = {} if failed else _payments(reading.run, payee)
    payments += made.values()
    for line in payee.lines:
        outcome = PayOutcome(line=line, run=reading.run, failed=failed, source=reading.source)
        outcome.day, outcome.payment = PartDate.of(date.today()), made.get(line.id)
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
            programme="丧葬补助" if line.kind == ONCE else REGULAR, standard=line.standard,
            amount=money[line.id] - taken, paid_on=run.paid_on, account=line.account, fund=fund,
            notes=_note(run, line, taken),
        )  # fmt: skip
        if problems := dict(payment.rules()):
            raise Invalid(problems)
        made[line.id] = payment
    return made


def _note(run: PayRun, line: PayLine, taken: Decimal) -> str:
    regular = line.kind == DUE and line.month is not None and month_of(line.month) in run.span
    kind = "" if regular else f" {line.kind}"
    return f"{run.number}{kind}" + (f"，应发{line.amount}元，扣回多发{taken}元" if taken else "")


# --- reading the bank's file -----------------------------------------------------------------------------------


def _rows(run: PayRun, file: Path, rest_paid: bool) -> list[Returned]:
    table = list(_table(file))
    for number, cells in enumerate(table):
        columns = _columns(cells)
        if {"account", "amount"} <= columns.keys():
            found = [
                _row(n, row, columns, rest_paid)
                for n, row in enumerate(table[number + 1 :], start=number + 2)
            ]
            rows = [row for row in found if row is not None]
            _refuse_other_run(run, table[number + 1 :], columns)
            if not rows:
                raise Refusal(f"“{file.name}”里没有一行发放结果")
            if not rest_paid and not {"result", "reason"} & columns.keys():
                raise Refusal(f"“{file.name}”没有“结果”或“失败原因”一栏，看不出谁发放成功")
            return rows
    raise Refusal(f"“{file.name}”里找不到有“账号”和“金额”的表头，不能读作回盘文件")


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Which column of a heading is what."""
    found: dict[str, int] = {}
    for column, cell in enumerate(cells):
        word = half_width(cell).replace(" ", "")
        for what, spellings in HEADINGS.items():
            if what not in found and word in spellings:
                found[what] = column
    return found


def _row(number: int, cells: Sequence[str], columns: dict[str, int], rest_paid: bool) -> Returned | None:
    """A row of the table; None for one that is about nobody: empty, a sum, a signature."""

    def cell(what: str) -> str:
        place = columns.get(what)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    account, said = bare_account(cell("account")), cell("amount").replace(",", "").replace("¥", "")
    if not account or not any(character.isdigit() for character in account):
        return None
    try:
        amount = Decimal(said)
    except InvalidOperation as error:
        raise Refusal(f"第{number}行的金额“{said}”读不懂，没有读入") from error
    if amount <= 0 or amount != round(amount, 2):
        raise Refusal(f"第{number}行的金额{said}不是一笔发放的金额，没有读入")
    result, reason = cell("result"), cell("reason")
    if result:
        failed = "" if SUCCESS.fullmatch(result) else (reason or result)
    else:
        failed = reason or ("银行退回，未写原因" if rest_paid else "")
    return Returned(number, account, cell("name"), round(amount, 2), failed)


def _refuse_other_run(run: PayRun, rows: Sequence[Sequence[str]], columns: dict[str, int]) -> None:
    """A file that names another run is not this one's."""
    place = columns.get("batch")
    if place is None:
        return
    named = {number for row in rows if place < len(row) for number in RUN_NUMBER.findall(row[place])}
    if named and run.number not in named:
        raise Refusal(f"这份回盘文件是批次{'、'.join(sorted(named))}的，不是{run.title()}的，没有读入")


def _table(file: Path) -> Iterator[list[str]]:
    """The cells of a workbook's first sheet or of a text file, as words."""
    if file.suffix.lower() in (".csv", ".txt"):
        yield from _text_table(file)
        return
    for row in workbooks.read(file).sheets[0].rows:
        yield [_shown(cell) for cell in row]


def _text_table(file: Path) -> Iterator[list[str]]:
    import csv

    with plain_words(file):
        data = file.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Refusal(f"“{file.name}”的字符编码读不懂，请存为 UTF-8 或 GBK")
    first = text.splitlines()[0] if text.strip() else ""
    separator = max(SEPARATORS, key=first.count)
    yield from csv.reader(text.splitlines(), delimiter=separator)


def _shown(cell: Any) -> str:
    """A cell as words; a whole number without a point, money exactly."""
    if isinstance(cell, float):
        return str(int(cell)) if cell == int(cell) else repr(round(cell, 6))
    return str(cell)
