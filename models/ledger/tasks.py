"""Yearly tasks 年度任务: who has to do what by when, how far it is, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from models.core.dates import this_day
from models.core.record import Count, Day, Flag, Record, Text
from models.core.states import State
from models.ledger import years


class TaskState(State):
    """How far a task has come."""

    DONE = "已完成"
    LATE = "已超期"
    GOING = "进行中"


class Task(Record):
    """One task of one unit in one year; its points are kept as the scoring table writes them."""

    NOUN = "双拥任务"
    NAMED_BY = ("words", "unit")
    COUNTED = "双拥任务"
    SINCE = ("year",)

    year = Count("年度", index=True)
    number = Count("序号")
    unit = Text("责任单位")
    words = Text("任务内容")
    due = Day("完成时限")
    progress = Text("进展情况")
    done = Flag("是否完成")
    full = Text("分值")
    score = Text("得分")
    evidence = Text("佐证材料")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_year(self.year)
        if not self.unit.strip():
            yield "unit", "请填写责任单位"
        if not self.words.strip():
            yield "words", "请填写任务内容"
        yield from scored(self.full, self.score)
        if self.done and not self.progress.strip() and not self.evidence.strip():
            yield "progress", "已完成的，请写明进展情况或佐证材料"

    @property
    def state(self) -> str:
        """已完成, 已超期 or 进行中."""
        if self.done:
            return TaskState.DONE
        return TaskState.LATE if self.due is not None and self.due.latest() < this_day() else TaskState.GOING


def points(words: str) -> Decimal | None:
    """So many points; None when nothing was written. ``ValueError`` for what is no number of points."""
    words = words.strip()
    if not words:
        return None
    found = Decimal(words) if words.replace(".", "", 1).isdecimal() else None
    if found is None or found > 1000:
        raise ValueError(words)
    return found


def scored(full: str, score: str) -> Iterator[tuple[str, str]]:
    """Points are numbers, and nobody gets more than there are."""
    try:
        most = points(full)
    except ValueError:
        yield "full", "分值应是数字，如2或0.5"
        return
    try:
        got = points(score)
    except ValueError:
        yield "score", "得分应是数字，如2或0.5"
        return
    if most is not None and got is not None and got > most:
        yield "score", f"得分{got}多于分值{most}"


def total_points(words: Iterator[str] | list[str]) -> Decimal:
    """The sum of points, those that cannot be read counting nothing."""
    found = []
    for each in words:
        try:
            found.append(points(each) or Decimal(0))
        except ValueError:
            continue
    return sum(found, Decimal(0))
