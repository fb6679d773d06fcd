"""The design of a sheet: what is broader than a page is laid out in parts that can be read."""

from __future__ import annotations

from decimal import Decimal

from models.people.person import Person
from models.year.statistics.frame import StatisticCell, StatisticHeading, StatisticSheet
from reports.year.statistics.design import page_parts
from tests.reports.year.statistics.tables import sheet


def test_a_sheet_that_fits_is_one_part():
    assert page_parts(sheet()) == [sheet()]


def test_a_broad_sheet_is_parted_between_columns_and_no_column_is_lost():
    columns = tuple(StatisticHeading(f"{number}村") for number in range(60))
    row = tuple(StatisticCell(Decimal(1_000_000 + number), ()) for number in range(60))
    broad = StatisticSheet("表", "元", "村", Person, (StatisticHeading("合计", total=True),), columns, (row,))
    parts = page_parts(broad)
    assert len(parts) > 2
    assert sum((part.columns for part in parts), ()) == columns
    assert sum((part.cells[0] for part in parts), ()) == row
