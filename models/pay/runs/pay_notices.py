"""Pay notices 回盘待定: what a return said of a line that is not its last word, each with its day.

That a payment is still under way, that nobody knows what its word means, or that money which had arrived came back (退汇).
None of them is a result: the line is neither paid nor failed by it until the bank says more, or an officer decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from peewee import ForeignKeyField

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Day, Record, Refusal, Text
from models.core.states import State
from models.pay.runs.runs import PayLine, PayOutcome, PayRun, RunState, file_of_source
from models.payments.payment import Payment


class NoticeKind(State):
    """What is not yet decided of a line."""

    PENDING = "处理中"
    UNKNOWN = "看不懂"
    BOUNCED = "退汇"  # paid before, and now the bank says that it failed


class NoticeEnd(State):
    """What an officer decided of money that came back."""

    RETURNED = "确认退汇"
    STANDS = "仍按成功"


class PayNotice(Record):
    """One word of the bank about one line that is not its last."""

    NOUN = "回盘待定"
    NAMED_BY = "words"
    SINCE = ("day",)

    line_id: int
    line = ForeignKeyField(PayLine, backref="notices", on_delete="RESTRICT")
    run_id: int
    run = ForeignKeyField(PayRun, backref="notices", on_delete="RESTRICT")
    kind = Text("情况")
    words = Text("银行的说法")
    day = Day("回盘日期")
    source = Text("回盘文件", told=file_of_source)
    decided = Text("处理结果")  # only of what came back; empty: nobody decided yet


def new_notices(notices: Iterable[PayNotice]) -> list[PayNotice]:
    """Those that the archive does not know."""
    return [notice for notice in notices if not _said_before(notice)]


def bounced_lines(run: PayRun) -> list[PayNotice]:
    """What came back after it was paid and waits for somebody's decision."""
    waiting = PayNotice.select(PayNotice, PayLine).join(PayLine).where(*_undecided(run))
    return list(waiting.order_by(PayLine.position))


def undecided_lines(run: PayRun) -> Any:
    """A question for the ids of the lines that came back and wait for a decision."""
    return PayNotice.select(PayNotice.line).where(*_undecided(run))


def decide_bounced(run: PayRun, lines: Sequence[PayLine], end: NoticeEnd, user: str) -> int:
    """Say of lines whether their money really came back; returns how many were decided.

    What came back failed, with the bank's reason: its payment is taken out of the archive, and it can be paid again. What
    stands is asked of the bank's same words no more. Raises ``Refusal`` when the run is settled.
    """
    if PayRun.get_by_id(run.id).state == RunState.SETTLED:
        raise Refusal(f"{run.title()}已经结清，不能再改回盘结果")
    chosen = {line.id for line in lines}
    waiting = [notice for notice in bounced_lines(run) if notice.line_id in chosen]
    if not waiting:
        return 0
    with journal.entry(f"{end}：{waiting[0].line.name}等{len(waiting)}笔 {run.number}", user):
        for notice in waiting:
            notice.decided = end
            notice.save()
            if end == NoticeEnd.RETURNED:
                _take_back(notice)
    return len(waiting)


def notices_of_payees(
    run: PayRun, said: Iterable[tuple[Sequence[PayLine], NoticeKind, str]], day: PartDate, source: str
) -> list[PayNotice]:
    """A notice for each line of some payees."""
    return [
        PayNotice(line=line, run=run, kind=kind, words=words, day=day, source=source)
        for lines, kind, words in said
        for line in lines
    ]


def stands_by_decision(line: PayLine, words: str) -> bool:
    """Whether an officer said already that a payment stands against just these words."""
    same = (PayNotice.line == line, PayNotice.words == words, PayNotice.decided == NoticeEnd.STANDS)
    return bool(PayNotice.select().where(*same).exists())


def _undecided(run: PayRun) -> tuple[Any, ...]:
    return PayNotice.run == run, PayNotice.kind == NoticeKind.BOUNCED, PayNotice.decided == ""


def _said_before(notice: PayNotice) -> bool:
    same: Any = (
        PayNotice.line == notice.line_id,
        PayNotice.kind == notice.kind,
        PayNotice.words == notice.words,
    )
    return bool(PayNotice.select().where(*same).exists())


def _take_back(notice: PayNotice) -> None:
    outcome = PayOutcome.get(PayOutcome.line == notice.line_id)
    payment: Payment | None = outcome.payment
    before = f"（{outcome.day.chinese()}曾报成功）" if outcome.day else ""
    outcome.failed, outcome.payment = f"退汇：{notice.words}{before}", None
    outcome.day, outcome.source = notice.day, notice.source
    outcome.save()
    if payment is not None:
        payment.delete_instance()
