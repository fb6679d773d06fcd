"""Late months: why one may not say of a year's regular pay that it came on time and in full 按时足额."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from peewee import fn

from models.pay.runs import run_lines
from models.pay.runs.runs import LineKind, PayLine, PayOutcome, PayRun, RunKind, RunState
from models.pay.standards import months
from models.pay.standards.months import Month

ON_TIME_KEY = "pay.on_time"


@dataclass(frozen=True, slots=True)
class PaidOnTime:
    """Whether every month of a year has a run, and each run was paid by its day and in full."""

    runs: int
    late: tuple[str, ...]  # why not, a sentence each

    @property
    def is_nothing(self) -> bool:
        return not self.runs or bool(self.late)

    def said(self, form: str) -> str | None:
        """Nothing: it is a condition only."""
        return None

    def wordings(self, form: str) -> Collection[str]:
        return ()


def paid_on_time(first: Month, last: Month) -> PaidOnTime:
    """How the pay of some months came."""
    found = _runs_of(first, last)
    covered = {month for run in found for month in run.span}
    late = [f"{run.title()}{fault}" for run in found for fault in _faults(run)]
    missing = [months.month_words(month) for month in range(first, last + 1) if month not in covered]
    return PaidOnTime(len(found), (*(f"{month}没有发放批次" for month in missing), *late))


def _runs_of(first: Month, last: Month) -> list[PayRun]:
    found: Any = PayRun.select().where(
        PayRun.kind == RunKind.REGULAR, PayRun.first <= months.iso(last), PayRun.last >= months.iso(first)
    )
    return list(found.order_by(PayRun.first, PayRun.id))


def _faults(run: PayRun) -> Iterator[str]:
    """A run's day is the last one of its last month; who was left out or was not paid by the bank was not paid in full."""
    if run.paid_on is None:
        yield "还没有发放"
        return
    if months.month_of(run.paid_on) > run.span[-1]:
        yield f"到{run.paid_on.chinese()}才发放"
    failed = PayOutcome.select(fn.COUNT(PayOutcome.id)).where(PayOutcome.run == run, PayOutcome.failed != "")
    left_out = PayLine.select(fn.COUNT(PayLine.id)).where(
        PayLine.run == run, PayLine.kind == LineKind.NOT_RECKONED
    )
    silent = 0 if run.state == RunState.SETTLED else run_lines.group_counts(run)[run_lines.GROUP_SILENT]
    for count, words in (
        (failed.scalar(), "银行没有发成"),
        (left_out.scalar(), "没有算出、没有发放"),
        (silent, "没有回盘结果"),
    ):
        if count:
            yield f"有{count:,}行{words}"
