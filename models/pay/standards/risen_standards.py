"""Risen standards 涨降多的标准: what is asked, with names and sums, before a standard or a figure of policy is confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from models.core.record import Record
from models.pay.standards.policy_figures import PolicyFigure
from models.pay.standards.standards import Standard

NAMED_OF_RISEN = 5  # of others it is said how many they are


class RiseFound(NamedTuple):
    """What rises or falls: of whom, what held before and what is to hold, in words, by how many per cent in how many years."""

    whom: str
    before: str
    after: str
    percent: Decimal
    years: int

    @property
    def said(self) -> str:
        way = "涨" if self.percent > 0 else "降"
        gap = f"{self.years}年" if self.years > 1 else ""
        return f"{self.whom}由{self.before}到{self.after}，{gap}{way}{abs(self.percent):.0f}%"


def rise_doubts(rows: Iterable[Record], limit: int) -> list[str]:
    """The rows that are more or less, by so many per cent, than what holds before them, of rises in a year."""
    rows = list(rows)
    found = [rise for row in rows if (rise := _rise(row, rows))]
    return [
        *_told("涨", limit, [rise for rise in found if rise.percent >= limit * rise.years]),
        *_told("降", limit, [rise for rise in found if rise.percent <= -limit]),
    ]


def _rise(row: Any, beside: Sequence[Record]) -> RiseFound | None:
    if isinstance(row, Standard):
        before = _latest([*row.confirmed_beside(), *_of_same(row, beside)], row)
        if before is None or before.unit != row.unit or not before.amount or not row.amount:
            return None
        percent = _percent(before.amount, row.amount)
        return RiseFound(f"{row.layer} {row.whom()}", before.rate(), row.rate(), percent, _years(before, row))
    if isinstance(row, PolicyFigure):
        earlier = _latest(_figures_beside(row), row)
        if earlier is None or not earlier.value or row.value is None:
            return None
        percent = _percent(earlier.value, row.value)
        return RiseFound(
            f"{row.matter} {row.what}", earlier.said(), row.said(), percent, _years(earlier, row)
        )
    return None


def _of_same(standard: Standard, beside: Sequence[Record]) -> Iterator[Standard]:
    """Others that are confirmed together with it: of several years at once each is held against the one before."""
    for other in beside:
        if isinstance(other, Standard) and other.layer == standard.layer and standard.same_people(other):
            yield other


def _figures_beside(figure: PolicyFigure) -> list[PolicyFigure]:
    return list(
        PolicyFigure.select().where(
            PolicyFigure.matter == figure.matter, PolicyFigure.what == figure.what,
            PolicyFigure.unit == figure.unit, PolicyFigure.confirmed, PolicyFigure.id != (figure.id or 0),
        )
    )  # fmt: skip


def _latest(found: Iterable[Any], row: Any) -> Any:
    """The last that began before it."""
    earlier = [each for each in found if each.first < row.first]
    return max(earlier, key=lambda each: each.first, default=None)


def _percent(before: Decimal, after: Decimal) -> Decimal:
    return (after - before) * 100 / before


def _years(before: Any, row: Any) -> int:
    """From one to the other; at least one."""
    months_between: int = row.first - before.first
    return max(1, round(months_between / 12))


def _told(way: str, limit: int, found: Sequence[RiseFound]) -> Iterator[str]:
    if found:
        most = sorted(found, key=lambda rise: -abs(rise.percent))
        names = "；".join(rise.said for rise in most[:NAMED_OF_RISEN])
        more = f"等{len(most)}条" if len(most) > NAMED_OF_RISEN else ""
        yield f"{len(most)}条{way}{limit}%以上：{names}{more}"
