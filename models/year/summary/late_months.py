"""Late months: why one may not say of a year's regular pay that it came on time and in full 按时足额."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from peewee import Expression, ModelSelect, fn

from models.pay.runs import run_lines
from models.pay.runs.runs import LineKind, PayLine, PayOutcome, PayRun, RunKind, RunState
from models.pay.standards import months
from models.pay.standards.months import Month
from models.year.figures.definitions import Definition
from models.year.proposals.problems import PROBLEMS_SECTION

ON_TIME_KEY, MISSING_MONTHS_KEY = "pay.on_time", "problems.missing_months"


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


@dataclass(frozen=True, slots=True)
class MissingMonths:
    """The months of a year without a run, of an office that has runs: 2020年3月至5月、2020年8月."""

    months: tuple[Month, ...]
    runs: tuple[int, ...]  # the ids of those that there are

    @property
    def is_nothing(self) -> bool:
        return not self.months or not self.runs

    def said(self, form: str) -> str | None:
        if form:
            return None
        counted = enumerate(self.months)
        rows = [[month for _, month in each] for _, each in groupby(counted, lambda each: each[1] - each[0])]
        return "、".join(months.span_words(each[0], each[-1]) for each in rows)

    def wordings(self, form: str) -> Collection[str]:
        said = self.said(form)
        return () if said is None else (said,)

    def rows(self) -> ModelSelect[Any]:
        """The runs that there are."""
        query: ModelSelect[Any] = PayRun.select().where(PayRun.id.in_(self.runs))
        return query


def paid_on_time(first: Month, last: Month) -> PaidOnTime:
    """How the pay of some months came."""
    found = _runs_of(first, last)
    late = [f"{run.title()}{fault}" for run in found for fault in _faults(run)]
    missing = [months.month_words(month) for month in _missing(found, first, last)]
    return PaidOnTime(len(found), (*(f"{month}没有发放批次" for month in missing), *late))


def missing_months(day: date) -> MissingMonths:
    """The months of its year that were over by a day and have no run."""
    first, last = _months_over(day)
    found = _runs_of(first, last)
    return MissingMonths(tuple(_missing(found, first, last)), tuple(run.id for run in found))


def late_runs(day: date) -> Iterator[Expression]:
    """The runs of the months of its year that were over by a day which did not come on time and in full."""
    first, over = _months_over(day)
    late = [run.id for run in _runs_of(first, over) if run.span[-1] <= over and any(_faults(run))]
    yield PayRun.id.in_(late)


LATE_RUNS = Definition("problems.late_runs", "P5", PROBLEMS_SECTION, "没有按时足额发放的发放批次", "个", PayRun, standing=late_runs, kept_by_all=False, looks=True)  # fmt: skip


def _months_over(day: date) -> tuple[Month, Month]:
    running = (day + timedelta(days=1)).day > 1
    return months.month(day.year, 1), months.month(day.year, day.month) - running


def _missing(found: list[PayRun], first: Month, last: Month) -> list[Month]:
    covered = {month for run in found for month in run.span}
    return [month for month in range(first, last + 1) if month not in covered]


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
