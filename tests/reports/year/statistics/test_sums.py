"""Sums of a statistic."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from models.year.statistics.frame import StatisticCell, StatisticHeading
from reports.year.statistics.sums import summed_places
from tests.reports.year.statistics.tables import sheet

ROWS = (StatisticHeading("合计", total=True), StatisticHeading("甲街道"), StatisticHeading("乙街道"))
COLUMNS = (StatisticHeading("人数"), StatisticHeading("金额"))


def table(*values, columns=COLUMNS):
    cells = tuple(tuple(StatisticCell(value, ()) for value in row) for row in values)
    return replace(sheet(), rows=ROWS, columns=columns, cells=cells)


def test_a_total_that_is_the_sum_of_its_rows_is_one():
    made = table((5, Decimal("30.50")), (2, Decimal(20)), (3, Decimal("10.50")))
    assert summed_places(made, 0, 0) == [[(1, 0), (2, 0)]]
    assert summed_places(made, 0, 1) == [[(1, 1), (2, 1)]]
    assert summed_places(made, 1, 0) == []


def test_people_who_stand_in_two_rows_are_counted_once_and_no_formula_says_otherwise():
    assert summed_places(table((4, None), (2, None), (3, None)), 0, 0) == []


def test_people_are_not_added_to_money():
    columns = (StatisticHeading("合计", total=True), *COLUMNS)
    made = table((Decimal(7), 5, Decimal(2)), (0, 0, 0), (0, 0, 0), columns=columns)
    assert summed_places(made, 0, 0) == []
