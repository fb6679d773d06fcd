"""A statistic as tests need one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.people.identity import Identity
from models.year.statistics.frame import StatisticCell, StatisticHeading, StatisticSheet
from reports.year.statistics.paper import Made

MADE = Made("某区退役军人事务局", "王芳", date(2021, 1, 5))
COLUMNS = (
    StatisticHeading("补助总额", total=True),
    StatisticHeading("人数", group="抚恤金"),
    StatisticHeading("金额", group="抚恤金"),
    StatisticHeading("合计", total=True),
)


def sheet(rows=2, title="优抚资金情况统计总表", columns=COLUMNS):
    headings = tuple(StatisticHeading(f"第{n}街道", total=n == 0) for n in range(rows))
    values = [Decimal("1586327.50"), 12, Decimal("0"), None, *[3] * 40][: len(columns)]
    cells = tuple(tuple(StatisticCell(value, ()) for value in values) for _ in headings)
    return StatisticSheet(
        title, "元", "街道(镇)", Identity, headings, columns, cells, ("收支相符",), ("按月份统计。",)
    )
