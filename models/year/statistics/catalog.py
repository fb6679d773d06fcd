"""The catalog of statistics that the office hands in: each under its title, and how it is counted for a year."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from models.year.statistics import business, money, moves, people
from models.year.statistics.frame import StatisticSheet


class Statistic(NamedTuple):
    """A table of the office: what it is called for short, and how it is counted."""

    name: str
    make: Callable[[int], StatisticSheet]


STATISTICS = (
    Statistic("各类优抚对象人数", people.people_sheet),
    Statistic("伤残人员", people.disabled),
    Statistic("三属人数", people.survivors),
    Statistic("60岁老兵服役年限", people.old_soldiers),
    Statistic("新增、减员", moves.changes),
    Statistic("业务办理情况", business.handled),
    Statistic("供养情况", people.support),
    Statistic("参战、参试人员", people.combatants),
    Statistic("优抚资金总表", money.funds),
    Statistic("优抚资金分月", money.months),
)
