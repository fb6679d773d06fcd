"""Filters in headings: of any list, by values or words, said below the list and taken off there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from models.filters.column_filters import ColumnFilter
from models.people.person import Person
from ui.lists.list_foot import ListFoot
from ui.tables import heading_filters
from ui.tables.column_filter_dialog import ColumnFilterDialog
from ui.tables.fact_rows import FactRows
from ui.tables.query_rows import Column
from ui.tables.tables import RecordTable

STREETS = ["总寨镇", "南滩街道", "", "总寨镇"]


@pytest.fixture
def listed(table, person, qtbot):
    """Four people in a table that has streets."""
    for name, street in zip("甲乙丙丁", STREETS, strict=True):
        person(name=name, street=street)
    column = Column("street", "街道(镇)", lambda p: p.street, Person.street, match=Person.street)
    table.rows.columns[3] = column
    table.rows.show(Person.select().order_by(Person.id))
    return table


@pytest.fixture
def answer(monkeypatch, qtbot):
    """Answer the dialog as an officer does, once it has counted."""

    def with_ticks(*ticked, words=""):
        def run(dialog):
            qtbot.waitUntil(lambda: not dialog.asking.busy and dialog.values.count() > 0)
            for row in range(dialog.values.count()):
                if dialog.values.item(row).text().split("　")[0] in ticked:
                    dialog.values.item(row).setCheckState(Qt.CheckState.Checked)
            dialog.words.setText(words)
            return True

        monkeypatch.setattr(heading_filters, "run_dialog", run)

    return with_ticks


def names(table):
    return [table.rows.record(row).name for row in range(table.rows.rowCount())]


def test_several_values_are_ticked_and_said_and_taken_off(listed, answer, qtbot):
    foot = ListFoot(listed)
    qtbot.addWidget(foot)
    answer("总寨镇", "（空白）")
    listed.heading_filters.ask(3)
    assert names(listed) == ["甲", "丙", "丁"]
    assert foot.filter_button.text() == "筛选 街道(镇)：总寨镇、空白"
    assert listed.rows.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is not None
    foot.filter_button.click()
    assert names(listed) == ["甲", "乙", "丙", "丁"]
    assert foot.filter_button.isHidden()


def test_words_find_what_has_them(listed, answer):
    answer(words="滩")
    listed.heading_filters.ask(3)
    assert names(listed) == ["乙"]


def test_a_second_heading_narrows_further_and_counts_what_is_left(listed, answer, qtbot):
    answer("总寨镇")
    listed.heading_filters.ask(3)
    listed.rows.columns[0] = Column("name", "姓名", lambda p: p.name, Person.name, match=Person.name)
    dialog = ColumnFilterDialog(listed.rows, listed.rows.columns[0])
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.values.count() == 2)
    assert dialog.wanted() is None


def test_the_funnel_stands_where_the_mouse_is(listed):
    view = listed.headings.viewport()
    place = QPointF(listed.headings.sectionViewportPosition(3) + 10, 8)
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    QApplication.sendEvent(view, move)
    assert not listed.heading_filters.funnel.isHidden()
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert listed.heading_filters.funnel.isHidden()


def test_facts_that_were_reckoned_are_filtered_too(qtbot):
    rows = FactRows(
        [Column("name", "姓名", lambda fact: fact), Column("long", "字数", lambda fact: len(fact))], hash
    )
    table = RecordTable(rows, "facts")
    qtbot.addWidget(table)
    rows.show_facts(["甲", "乙乙", "丙丙"])
    assert rows.values_of(rows.columns[1]) == [("2", 2), ("1", 1)]
    rows.filter_by("long", ColumnFilter(("2",)))
    assert rows.facts() == ["乙乙", "丙丙"]
    rows.filter_by("name", ColumnFilter(words="丙"))
    assert rows.facts() == ["丙丙"]
