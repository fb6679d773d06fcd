"""What the cells and headings of a statistic say."""

from __future__ import annotations

from decimal import Decimal

from models.people.identity import Identity
from models.year.statistics.charts import Bar, Chart
from reports.year.statistics.words import Span, diagram, groups, shown_value
from tests.reports.year.statistics.tables import COLUMNS


def test_nothing_is_left_blank_and_money_keeps_its_fen():
    assert [shown_value(each) for each in (0, None, 1234, Decimal("1234.5"))] == ["", "", "1,234", "1,234.50"]


def test_columns_of_one_group_stand_under_one_heading():
    assert groups(COLUMNS) == [Span("", 0, 1), Span("抚恤金", 1, 2), Span("", 3, 1)]


def test_a_chart_is_drawn_from_its_bars():
    drawn = diagram(Chart("人数", "人", False, Identity, (Bar("三属", 2, (5, 6)),)))
    assert [(fact.key, fact.value, fact.note) for fact in drawn.facts] == [("三属", 2, "2条记录")]
