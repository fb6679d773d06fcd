"""Tables of what was reckoned: Qt's own tester finds nothing to object to, whatever is shown and however it is sorted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.imports.plan_page import PlanTold, ToldModel
from ui.tables.fact_rows import FactRows
from ui.tables.query_rows import Column
from ui.tables.word_table import Words

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def tested(qapp):
    def make(rows):
        QAbstractItemModelTester(rows, FATAL, rows)
        return rows

    return make


def test_words_may_be_shown_instead_of_others(tested):
    rows = tested(Words())
    rows.show(("项目", "人数"), [("三属", "42"), ("合计", "42")], bold_rows={1})
    assert rows.index(1, 1).data() == "42"
    rows.show(("项目",), [])
    assert rows.rowCount() == 0


def test_facts_are_sorted_by_value(tested):
    columns = [Column("n", "人数", str, value=lambda fact: fact)]
    rows = tested(FactRows(columns, key=lambda fact: fact))
    rows.show_facts([3, 20, 1])
    rows.sort(0, Qt.SortOrder.DescendingOrder)
    assert rows.facts() == [20, 3, 1]


def test_what_an_import_would_do_is_listed(tested):
    rows = tested(ToldModel())
    rows.show([PlanTold("未导入", "花名册.xlsx", "三属", "第3行", "没有姓名")])
    assert rows.index(0, 4).data() == "没有姓名"
    rows.show([])
    assert rows.rowCount() == 0
