"""The words in the cells and headings of a statistic, the same on screen, on paper and in a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from models.year.statistics.charts import Bar, Chart
from models.year.statistics.frame import CellValue, StatisticHeading, StatisticSheet
from reports.charts.drawing import Fact
from reports.official import Diagram


class Span(NamedTuple):
    """A heading above several columns: its words, the first column and how many they are."""

    label: str
    first: int
    columns: int


def shown_value(value: CellValue) -> str:
    """A cell's words: nothing for nothing, thousands parted, money with its fen."""
    if value is None or value == 0:
        return ""
    return f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,}"


def groups(columns: Sequence[StatisticHeading]) -> list[Span]:
    """The headings above the columns; a column without one stands by itself, with an empty label."""
    spans: list[Span] = []
    for number, column in enumerate(columns):
        if spans and column.group and spans[-1].label == column.group:
            spans[-1] = spans[-1]._replace(columns=spans[-1].columns + 1)
        else:
            spans.append(Span(column.group, number, 1))
    return spans


def dated(sheet: StatisticSheet, year: int) -> str:
    """The title with its year; with 0 the title itself, which tells its time."""
    return f"{year}年{sheet.title}" if year else sheet.title


def diagram(chart: Chart) -> Diagram:
    """A chart as it is drawn; the key of a bar is its label."""
    return Diagram(chart.title, tuple(map(_fact, chart.bars)), chart.unit, chart.lying)


def _fact(bar: Bar) -> Fact:
    return Fact(bar.label, bar.label, bar.value, f"{len(bar.keys):,}条记录")
