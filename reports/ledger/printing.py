"""The printing of a year of a register of the ledger, and of it as a workbook; patrols and stages with what they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.memorials import Memorial, Patrol
from reports.ledger.registers import LEDGER, Kind, kinds_of
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import START, Register


def _mended(patrol: Patrol) -> str:
    return "" if not patrol.finding else "已整改" if patrol.done else "待整改"


PATROL_LIST = Listing(
    Patrol,
    (
        ListColumn("day", 96, 25),
        ListColumn("memorial", paper=52, align=START, field="memorial.name"),
        ListColumn("responsible", paper=24, field="memorial.responsible"),
        ListColumn("patroller", 110, 30),
        ListColumn("finding", 240, 62, START, words=lambda patrol: patrol.finding or "未发现问题", on_paper=lambda patrol: patrol.finding),
        ListColumn("measure", 200, 52, START),
        ListColumn("done", 76, 20, heading="整改", words=_mended, printed="是否整改到位", on_paper=lambda patrol: patrol.done),
    ),
    sorts=False, number=12, counted="次",
)  # fmt: skip
HONOUR_STEP_LIST = Listing(
    HonourStep,
    (
        ListColumn("day", 96, 26),
        ListColumn("honour", paper=52, field="honour.honour"),
        ListColumn("name", paper=28, field="honour.name"),
        ListColumn("honoured", paper=46, field="honour.unit", heading="推荐单位"),
        ListColumn("stage", 80, 24),
        ListColumn("unit", 180, 44),
        ListColumn("opinion", 260, 45, START),
        ListColumn("notes", 120),
    ),
    sorts=False, number=12,
)  # fmt: skip


def ledger_register(
    kind: Kind, rows: Iterable[Any], year: int | None = None, practice: bool = False
) -> Register:
    """The register of these rows; ``year`` stands in its title."""
    title = f"{year}年{kind.title}" if year is not None else kind.title
    return kind.listing().register(title, rows, practice=practice)


def whole_year(year: int, practice: bool = False, room: str = LEDGER) -> list[Register]:
    """Every register of a room in a year, one after another; those that belong to no year as they stand."""
    return [
        ledger_register(kind, kind.rows(year), year if kind.day else None, practice)
        for kind in kinds_of(room)
    ]


def patrols(practice: bool = False) -> Register:
    """All patrols of all memorials, the newest first."""
    query = Patrol.select(Patrol, Memorial).join(Memorial).order_by(Patrol.day.desc(), Patrol.id.desc())
    return PATROL_LIST.register("烈士纪念设施巡查登记表", query, practice=practice)


def steps(year: int | None = None, practice: bool = False) -> Register:
    """The stages of all proposals of a year, proposal by proposal."""
    query = HonourStep.select(HonourStep, Honour).join(Honour)
    if year is not None:
        query = query.where(Honour.year == year)
    title = "评选进展登记表" if year is None else f"{year}年评选进展登记表"
    ordered = query.order_by(Honour.honour, Honour.id, HonourStep.day, HonourStep.id)
    return HONOUR_STEP_LIST.register(title, ordered, practice=practice)
