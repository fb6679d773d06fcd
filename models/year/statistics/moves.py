"""Moves 新增、减员人数统计表: the paid at the year's beginning, who came in and why, who went out and why, and at its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from models.core import codes
from models.people.identity import EntitlementState, Identity
from models.year.statistics.frame import (
    StatisticHeading,
    StatisticSheet,
    both,
    by,
    cells,
    fact_among,
    present,
)
from models.year.statistics.held_identities import (
    NEWLY_APPROVED,
    PAY_RESUMED,
    HeldIdentity,
    Move,
    closing,
    differing,
    identities,
    identity_moves,
)

AT_OPENING, CAME_IN, WENT_OUT, AT_CLOSING = "年初", "新增", "减员", "年末"
OUTS = (
    EntitlementState.DEAD,
    EntitlementState.MOVED,
    EntitlementState.STOPPED,
    EntitlementState.SUSPENDED,
    EntitlementState.CANCELLED,
)


class Stand(NamedTuple):
    """An identity that is counted in one of the columns."""

    id: int
    kind: str
    column: str
    by: str = ""


def changes(year: int) -> StatisticSheet:
    """Of each kind: opening, in by cause, out by state, closing; the proof says that they come out."""
    first, last = date(year, 1, 1), closing(year)
    held = identities()
    facts = [*_standing(held, first, last), *(_stand(move) for move in identity_moves(held, first, last))]
    rows = by("kind", present("kind", facts, codes.table("kind").names()))
    causes = _causes([fact.by for fact in facts if fact.column == WENT_OUT])
    columns = [
        StatisticHeading("年初人数", fact_among("column", (AT_OPENING,)), total=True),
        *_columns(CAME_IN, (NEWLY_APPROVED, PAY_RESUMED)),
        *_columns(WENT_OUT, causes),
        StatisticHeading("年末人数", fact_among("column", (AT_CLOSING,)), total=True),
    ]
    made = cells(rows, columns, facts)
    days = f"{first.month}月{first.day}日至{last.month}月{last.day}日"
    proofs = [*_proofs(rows, columns, made), *_doubts(held)]
    note = f"{year}年{days}，按身份计数；一个身份在年内几次增减的，每次都计。"
    return StatisticSheet(
        "优抚对象新增、减员人数统计表", "人", "类别", Identity, tuple(rows), tuple(columns), made,
        tuple(proofs), (note,),
    )  # fmt: skip


def _standing(held: Sequence[HeldIdentity], first: date, last: date) -> list[Stand]:
    before = first - timedelta(days=1)
    opening = [Stand(each.id, each.kind, AT_OPENING) for each in held if each.paid_on(before)]
    return opening + [Stand(each.id, each.kind, AT_CLOSING) for each in held if each.paid_on(last)]


def _stand(move: Move) -> Stand:
    return Stand(move.id, move.kind, CAME_IN if move.comes else WENT_OUT, move.by)


def _causes(found: Sequence[str]) -> tuple[str, ...]:
    return (*OUTS, *sorted(set(found) - set(OUTS)))


def _columns(column: str, causes: Sequence[str]) -> list[StatisticHeading]:
    inside = fact_among("column", (column,))
    one = [StatisticHeading(cause, both(inside, fact_among("by", (cause,))), column) for cause in causes]
    return [*one, StatisticHeading("小计", inside, column, total=True)]


def _proofs(rows: Sequence[StatisticHeading], columns: Sequence[StatisticHeading], made: Any) -> list[str]:
    """Each row added up anew from what its cells say."""
    ins = next(n for n, each in enumerate(columns) if each.group == CAME_IN and each.total)
    outs = next(n for n, each in enumerate(columns) if each.group == WENT_OUT and each.total)
    said = []
    for row, cells_of_row in zip(rows, made, strict=True):
        opening, more, less, end = (cells_of_row[n].value for n in (0, ins, outs, -1))
        right = opening + more - less == end
        sentence = f"{row.label}：年初{opening}＋新增{more}－减员{less}＝年末{end}"
        if row.total or not right:
            said.append(sentence if right else f"不平：{sentence}，请核对变更记录")
    return said


def _doubts(held: Sequence[HeldIdentity]) -> list[str]:
    """Whom the history tells otherwise than the file."""
    found = differing(held)
    names = "、".join(each.name for each in found[:5]) + ("等" if len(found) > 5 else "")
    return [f"有{len(found)}个身份的变更记录与现在的状态不符（{names}），请核对"] if found else []
