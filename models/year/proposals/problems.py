"""Problems 存在问题: figures of what was not as it should be on the last day that is counted; no figures of the report itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from peewee import Expression, fn

from models.core.dates import PartDate
from models.ledger.tasks import Task
from models.people.findings import Finding, Settlement
from models.people.person import Person
from models.visits.visit import Visit
from models.visits.wishes import WishStep
from models.year.figures.definitions import Definition
from models.year.figures.people_on_file import complete, on_file

PROBLEMS_SECTION = "存在问题"


def incomplete(day: date) -> Iterator[Expression]:
    """Everybody on file whose file lacks a paper that it must hold."""
    yield from on_file(day)
    yield Person.id.not_in(Person.select(Person.id).where(*complete(day)))


def doubtful(day: date) -> Iterator[Expression]:
    """Everybody on file of whom a finding says something that nobody has settled by now; of a past day nobody knows."""
    settled = Settlement.select(Settlement.id).where(
        Settlement.record == Finding.uid,
        Settlement.field == Finding.field,
        Settlement.message == Finding.message,
    )
    yield from on_file(day)
    yield Person.id.in_(Finding.select(Finding.person).where(~fn.EXISTS(settled)))


def open_at(day: date) -> Iterator[Any]:
    """Wishes that were raised by a day and not settled on it; of one that is done without a step nobody knows when."""
    by_then = PartDate.of(day)
    closing = _steps(WishStep.closes == True)  # noqa: E712
    yield fn.TRIM(Visit.wishes) != ""
    yield Visit.day <= by_then
    yield ~fn.EXISTS(closing.where(WishStep.day <= by_then))
    yield Visit.done.is_null(True) | (Visit.done == False) | fn.EXISTS(closing)  # noqa: E712


def overdue_at(day: date) -> Iterator[Any]:
    """Those of them whose last time limit was over."""
    by_then = PartDate.of(day)
    yield from open_at(day)
    yield fn.EXISTS(_steps(WishStep.day <= by_then).where(WishStep.due.is_null(False)))
    yield ~fn.EXISTS(_steps(WishStep.day <= by_then).where(WishStep.due >= by_then))


def late_tasks(day: date) -> Iterator[Expression]:
    """Tasks of the year that were to be done by then and are not."""
    yield Task.year == day.year
    yield Task.due < PartDate.of(day)
    yield Task.done.is_null(True) | (Task.done == False)  # noqa: E712


def _steps(condition: Any) -> Any:
    return WishStep.select(WishStep.id).where(WishStep.visit == Visit.id, condition)


PROBLEM_DEFINITIONS = [
    Definition("problems.incomplete", "P1", PROBLEMS_SECTION, "必备材料没有收齐的", "名", Person, standing=incomplete, share_of="files.persons", kept_by_all=False, looks=True),
    Definition("problems.open_wishes", "P2", PROBLEMS_SECTION, "没有办结的诉求", "件", Visit, standing=open_at, kept_by_all=False),
    Definition("problems.overdue_wishes", "P2a", PROBLEMS_SECTION, "其中超过办理时限的诉求", "件", Visit, standing=overdue_at, share_of="problems.open_wishes"),
    Definition("problems.doubtful", "P3", PROBLEMS_SECTION, "登记内容还有疑点的", "名", Person, standing=doubtful, kept_by_all=False, looks=True),
    Definition("problems.late_tasks", "P4", PROBLEMS_SECTION, "没有按时完成的双拥任务", "项", Task, standing=late_tasks, kept_by_all=False),
]  # fmt: skip
