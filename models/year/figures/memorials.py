"""Figures of honours by step and of memorials 纪念设施: how far proposals came, what was surveyed and is on file, patrols.

They are numbered G01, G02 …, behind the figures of which the report has always told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import Expression

from models.core import codes
from models.ledger import honours
from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.memorials import Memorial, Patrol
from models.ledger.years import in_year
from models.year.figures.definitions import (
    RegisterSection,
    StandingOn,
    Where,
    distinct,
)
from models.year.figures.period import up_to

MEMORIALS_SECTION = "褒扬纪念"
PROPOSED, SECOND_ROUND, SHOWN_PUBLICLY, CHOSEN = "推荐", "复选", "公示", "入选"
UNDER_WAY = "进行"


def ever_reached(stage: str) -> Where:
    """Proposals for 最美退役军人 that ever reached a stage, however much further they have come since."""
    stages = codes.table("honour_stage").names()
    from_there = tuple(stages[stages.index(stage) :])

    def conditions_of(year: int) -> Iterator[Expression]:
        stepped = HonourStep.select(HonourStep.honour).where(HonourStep.stage.in_(from_there))
        yield Honour.year == year
        yield Honour.honour.contains(honours.MODEL_VETERAN)
        yield Honour.stage.in_(from_there) | Honour.id.in_(stepped)

    return conditions_of


def being_checked(field: Any) -> Where:
    """Proposals whose check is under way, as the register says."""
    return lambda year: (
        Honour.year == year,
        Honour.honour.contains(honours.MODEL_VETERAN),
        field.contains(UNDER_WAY),
    )


def others_chosen(year: int) -> Iterator[Expression]:
    """Who was chosen for another honour."""
    yield Honour.year == year
    yield ~Honour.honour.contains(honours.MODEL_VETERAN)
    yield Honour.stage == CHOSEN


def filed(*conditions: Any) -> StandingOn:
    """Memorials that the census had seen by a day, or of which it has no day."""
    return lambda day: (up_to(Memorial.checked, day), *conditions)


def patrolled(*conditions: Any) -> Where:
    return lambda year: (in_year(Patrol.day, year), *conditions)


def surveyed(year: int) -> Iterator[Expression]:
    yield in_year(Memorial.checked, year)


ANSWERED_FOR = (Memorial.keeper != "") | (Memorial.responsible != "")
FOUND, PUT_RIGHT = Patrol.finding != "", Patrol.done == True  # noqa: E712
_figure = RegisterSection(MEMORIALS_SECTION, "G").figure


MEMORIAL_DEFINITIONS = [
    _figure("honours.model_proposed", "推荐“最美退役军人”", "名", Honour, ever_reached(PROPOSED)),
    _figure("honours.model_second", "“最美退役军人”进入复选", "名", Honour, ever_reached(SECOND_ROUND)),
    _figure("honours.model_shown", "“最美退役军人”公示", "名", Honour, ever_reached(SHOWN_PUBLICLY)),
    _figure("honours.model_chosen", "入选“最美退役军人”", "名", Honour, ever_reached(CHOSEN)),
    _figure("honours.politics", "“最美退役军人”正在政审", "名", Honour, being_checked(Honour.politics)),
    _figure("honours.deeds", "“最美退役军人”正在审核事迹", "名", Honour, being_checked(Honour.deeds)),
    _figure("honours.others", "获得其他表彰", "名", Honour, others_chosen),
    _figure("memorials.surveyed", "普查英烈遗迹和纪念设施", "处", Memorial, surveyed),
    _figure("memorials.filed", "建立台账的英烈遗迹和纪念设施", "处", Memorial, standing=filed()),
    _figure("memorials.kept", "确认保护责任的", "处", Memorial, standing=filed(ANSWERED_FOR), share_of="memorials.filed"),
    _figure("memorials.patrols", "巡查英烈遗迹和纪念设施", "次", Patrol, patrolled()),
    _figure("memorials.patrolled", "巡查到的英烈遗迹和纪念设施", "处", Patrol, patrolled(), distinct(Patrol.memorial)),
    _figure("memorials.found", "巡查发现问题", "个", Patrol, patrolled(FOUND)),
    _figure("memorials.righted", "已整改到位的", "个", Patrol, patrolled(FOUND, PUT_RIGHT), share_of="memorials.found"),
]  # fmt: skip
