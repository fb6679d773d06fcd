"""Tables of what was reckoned, sorted by value."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.tables.fact_rows import FactRows
from ui.tables.query_rows import Column

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def tested(qapp):
    def make(rows):
        QAbstractItemModelTester(rows, FATAL, rows)
        return rows

    return make


def test_rows_that_were_reckoned_are_sorted_by_their_numbers(qtbot):
    rows = FactRows(
        [Column("n", "数", lambda n: f"{n}元", value=lambda n: n), Column("w", "字", lambda n: str(n))],
        lambda n: n,
    )
    rows.show_facts([10, 9, 100])
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.sort(0, Qt.SortOrder.AscendingOrder)
    assert rows.facts() == [9, 10, 100]
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert rows.facts() == [9, 100, 10]
    rows.sort(-1)
    assert rows.facts() == [10, 9, 100]
    assert rows.row_of(100) == 2


def test_facts_are_sorted_by_value(tested):
    columns = [Column("n", "人数", str, value=lambda fact: fact)]
    rows = tested(FactRows(columns, key=lambda fact: fact))
    rows.show_facts([3, 20, 1])
    rows.sort(0, Qt.SortOrder.DescendingOrder)
    assert rows.facts() == [20, 3, 1]
