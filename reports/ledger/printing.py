"""A year of a register of the ledger, on paper and as a workbook; patrols and stages with what they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.memorials import Memorial, Patrol
from reports.ledger.registers import KINDS, Kind, Part
from reports.tables.register import START, Heading, Register, numbered

NUMBER = Heading("序号", 12)
PATROLS = (
    NUMBER, Heading("巡查日期", 25), Heading("设施(遗迹)名称", 52, START), Heading("责任人", 24), Heading("巡查人", 30),
    Heading("发现问题", 62, START), Heading("整改措施", 52, START), Heading("是否整改到位", 20),
)  # fmt: skip
STEPS = (
    NUMBER, Heading("日期", 26), Heading("评选名称", 52), Heading("姓名", 28), Heading("推荐单位", 46), Heading("阶段", 24),
    Heading("审核(评选)单位", 44), Heading("意见(结果)", 45, START),
)  # fmt: skip


def register(kind: Kind, rows: Iterable[Any], year: int | None = None, practice: bool = False) -> Register:
    """The register of these rows; ``year`` stands in its title."""
    lines = [tuple(shown(part, row) for part in kind.parts) for row in rows]
    headings = (NUMBER, *(Heading(kind.label(part), part.width, part.align) for part in kind.parts))
    fields = [part.field for part in kind.parts]
    money = fields.index(kind.money) + 1 if kind.money else None
    title = f"{year}年{kind.title}" if year is not None else kind.title
    return Register(title, headings, numbered(lines), (), kind.counted, money, practice=practice)


def shown(part: Part, row: Any) -> object:
    """What a column says of a row."""
    return part.words(row) if part.words is not None else getattr(row, part.field)


def whole_year(year: int, practice: bool = False) -> list[Register]:
    """Every register of a year, one after another; those that belong to no year as they stand."""
    return [register(kind, kind.rows(year), year if kind.day else None, practice) for kind in KINDS]


def patrols(practice: bool = False) -> Register:
    """All patrols of all memorials, the newest first."""
    query = Patrol.select(Patrol, Memorial).join(Memorial).order_by(Patrol.day.desc(), Patrol.id.desc())
    lines = [
        (
            each.day,
            each.memorial.name,
            each.memorial.responsible,
            each.patroller,
            each.finding,
            each.measure,
            each.done,
        )
        for each in query
    ]
    return Register("烈士纪念设施巡查登记表", PATROLS, numbered(lines), (), "次", practice=practice)


def steps(year: int | None = None, practice: bool = False) -> Register:
    """The stages of all proposals of a year, proposal by proposal."""
    query = HonourStep.select(HonourStep, Honour).join(Honour)
    if year is not None:
        query = query.where(Honour.year == year)
    lines = [
        (
            each.day,
            each.honour.honour,
            each.honour.name,
            each.honour.unit,
            each.stage,
            each.unit,
            each.opinion,
        )
        for each in query.order_by(Honour.honour, Honour.id, HonourStep.day, HonourStep.id)
    ]
    title = "评选进展登记表" if year is None else f"{year}年评选进展登记表"
    return Register(title, STEPS, numbered(lines), (), "条", practice=practice)
