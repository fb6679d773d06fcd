"""Business of the year 优抚业务办理情况统计表: of each matter, what was under way, taken in, decided and how, and still is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from models.approvals import matters
from models.approvals.approval import Approval, ApprovalState
from models.year.statistics.frame import (
    StatisticHeading,
    StatisticSheet,
    both,
    by,
    cells,
    fact_among,
    present,
)
from models.year.statistics.held_identities import closing

CASES_AT_OPENING, CASES_TAKEN, CASES_DECIDED, CASES_STILL_OPEN = "年初", "受理", "办结", "年末"
ENDS = (ApprovalState.AGREED, ApprovalState.REFUSED, ApprovalState.WITHDRAWN)


class Case(NamedTuple):
    """An approval that stands in one of the columns."""

    id: int
    matter: str
    column: str
    state: str = ""


def handled(year: int) -> StatisticSheet:
    """A row for each matter; the proof says that opening and taken in less decided is what is left."""
    first, last = date(year, 1, 1), closing(year)
    facts = list(_cases(first, last))
    rows = by("matter", present("matter", facts, tuple(matters.matters())))
    decided = fact_among("column", (CASES_DECIDED,))
    columns = [
        StatisticHeading("年初在办", fact_among("column", (CASES_AT_OPENING,)), total=True),
        StatisticHeading("本年受理", fact_among("column", (CASES_TAKEN,))),
        *(
            StatisticHeading(state, both(decided, fact_among("state", (state,))), "本年办结")
            for state in ENDS
        ),
        StatisticHeading("小计", decided, "本年办结", total=True),
        StatisticHeading("年末在办", fact_among("column", (CASES_STILL_OPEN,)), total=True),
    ]
    made = cells(rows, columns, facts)
    (opening, taken, *_, out, left) = (cell.value for cell in made[0])
    sentence = f"年初在办{opening}＋受理{taken}－办结{out}＝年末在办{left}"
    right = int(opening or 0) + int(taken or 0) - int(out or 0) == left
    proof = sentence if right else f"不平：{sentence}，请核对办结日期"
    note = f"{year}年1月1日至{last.month}月{last.day}日，按受理日期和办结日期统计。"
    return StatisticSheet(
        "优抚业务办理情况统计表", "件", "审批事项", Approval, tuple(rows), tuple(columns), made, (proof,), (note,)
    )  # fmt: skip


def _cases(first: date, last: date) -> Iterator[Case]:
    """Each approval in every column where it belongs."""
    before = first - timedelta(days=1)
    asked: Any = Approval.select(
        Approval.id, Approval.matter, Approval.state, Approval.accepted_on, Approval.decided_on
    )
    for key, matter, state, accepted, decided in asked.tuples():
        begun = accepted.earliest() if accepted else date.min
        ended = _ended(state, begun, decided)
        if begun <= before < ended:
            yield Case(key, matter, CASES_AT_OPENING)
        if first <= begun <= last:
            yield Case(key, matter, CASES_TAKEN)
        if first <= ended <= last:
            yield Case(key, matter, CASES_DECIDED, state)
        if begun <= last < ended:
            yield Case(key, matter, CASES_STILL_OPEN)


def _ended(state: str, begun: date, decided: Any) -> date:
    """When it was decided; one under way is decided some day, one of which nobody wrote the day, on its first."""
    if state == ApprovalState.OPEN:
        return date.max
    return max(begun, decided.earliest()) if decided else begun
