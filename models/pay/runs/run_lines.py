"""The lines of a run as an officer looks through them: all, or those of one group, found by words."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import Any

from peewee import JOIN, Case, ModelSelect, fn

from models.pay.runs.drawn_lines import LineChange
from models.pay.runs.pay_notices import NoticeKind, PayNotice, undecided_lines
from models.pay.runs.runs import TO_BANK, LineKind, PayLine, PayOutcome, PayRun, RunState

GROUP_ALL, GROUP_NEW, GROUP_STOPPED, GROUP_CHANGED, GROUP_BACK, GROUP_OVERPAID, GROUP_HELD, GROUP_UNKNOWN, GROUP_FAILED, GROUP_SILENT, GROUP_BOUNCED, GROUP_NO_ACCOUNT = LINE_GROUPS = (
    "全部", "新增", "停发", "变更", "补发", "扣回追缴", "待核定", "未计算", "发放失败", "没有回盘", "退汇待确认", "没有账号",
)  # fmt: skip
_CHOSEN: dict[str, Callable[[PayRun], Any]] = {
    GROUP_ALL: lambda run: PayLine.id > 0,
    GROUP_NEW: lambda run: (PayLine.change == LineChange.NEW) & (PayLine.month >= run.first),
    GROUP_STOPPED: lambda run: PayLine.kind == LineKind.STOPPED,
    GROUP_CHANGED: lambda run: (PayLine.change == LineChange.CHANGED) & (PayLine.kind == LineKind.DUE),
    GROUP_BACK: lambda run: (
        (PayLine.kind == LineKind.ARREARS) | ((PayLine.kind == LineKind.DUE) & (PayLine.month < run.first))
    ),
    GROUP_OVERPAID: lambda run: PayLine.kind.in_((LineKind.DEDUCTED, LineKind.CLAIMED)),
    GROUP_HELD: lambda run: (PayLine.kind == LineKind.NOT_RECKONED) & (PayLine.change == LineChange.HELD),
    GROUP_UNKNOWN: lambda run: (PayLine.kind == LineKind.NOT_RECKONED) & (PayLine.change != LineChange.HELD),
    GROUP_FAILED: lambda run: PayOutcome.failed != "",
    GROUP_SILENT: lambda run: _silent(run),
    GROUP_BOUNCED: lambda run: PayLine.id.in_(undecided_lines(run)),
    GROUP_NO_ACCOUNT: lambda run: PayLine.kind.in_(TO_BANK) & (PayLine.account == ""),
}


def _silent(run: PayRun) -> Any:
    """What went to the bank and has no answer yet; nothing before it went there, and of nobody who is paid nothing."""
    if run.state not in (RunState.PAID, RunState.RETURNED):
        return PayLine.id == 0
    sent = PayLine.alias()
    paid = sent.select(sent.person).where(sent.run == run, sent.kind.in_(TO_BANK)).group_by(sent.person)
    something = paid.having(fn.SUM(sent.amount) > 0)
    return PayLine.kind.in_(TO_BANK) & PayOutcome.id.is_null() & PayLine.person.in_(something)


def run_lines_of(run: PayRun, group: str = GROUP_ALL, words: str = "") -> ModelSelect[Any]:
    """The lines of a group, in the order of the paper, each with the bank's answer as ``told`` where there is one.

    Each of the words must stand in the name, the number, the account, the street or the category.
    """
    query = _joined(run).where(_CHOSEN[group](run))
    columns = (PayLine.name, PayLine.number, PayLine.account, PayLine.street, PayLine.category)
    for word in words.split():
        query = query.where(reduce(or_, (column.contains(word) for column in columns)))
    found: ModelSelect[Any] = query.order_by(PayLine.position)
    return found


def group_counts(run: PayRun) -> dict[str, int]:
    """How many lines are in each group, counted in one go."""
    columns = [fn.SUM(Case(None, ((_CHOSEN[words](run), 1),), 0)) for words in LINE_GROUPS]
    counted: Any = _joined(run).select(*columns)
    ((*found,),) = list(counted.tuples())
    return {words: number or 0 for words, number in zip(LINE_GROUPS, found, strict=True)}


def outcome(line: Any) -> str:
    """What the bank said of a line, in words; empty while it said nothing.

    Where its last word was not its first, each has its day.
    """
    noticed, told = getattr(line, "noticed", None) or "", _told(line)
    if told is None:
        return noticed
    words = f"失败：{told.failed}" if told.failed else "成功"
    if not noticed or told.day is None:
        return words
    if noticed.startswith(NoticeKind.BOUNCED):
        return f"{words}（{told.day}）" if told.failed else f"{words}（{told.day}）；后来{noticed}"
    return f"{words}（{told.day}）；此前{noticed}"


def bank_failed(line: Any) -> bool:
    """Whether the bank could not pay a line."""
    told = _told(line)
    return told is not None and bool(told.failed)


def _told(line: Any) -> PayOutcome | None:
    """What came back for a line as ``_joined`` reads it; None while nothing did."""
    told: PayOutcome | None = getattr(line, "told", None)
    return None if told is None or told.line_id is None else told


def _noticed() -> Any:
    """The newest word of the bank about a line that was not its last: ``处理中：已受理（2021-09-25）``."""
    words = (
        PayNotice.kind.concat("：").concat(PayNotice.words).concat("（").concat(PayNotice.day).concat("）")
    )
    newest = PayNotice.select(words).where(PayNotice.line == PayLine.id)
    return newest.order_by(PayNotice.id.desc()).limit(1)


def _joined(run: PayRun) -> Any:
    return (
        PayLine.select(PayLine, PayOutcome, _noticed().alias("noticed"))
        .join(PayOutcome, JOIN.LEFT_OUTER, on=(PayOutcome.line == PayLine.id), attr="told")
        .where(PayLine.run == run)
    )
