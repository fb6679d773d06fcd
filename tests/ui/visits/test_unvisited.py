"""Whom nobody has called on, and how they come into a plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core import journal
from models.core.dates import PartDate
from models.people.person import Person
from models.visit_plans.planned_visits import PlannedVisit
from models.visits.visit import Visit
from reports.visits.unvisited import NEVER
from tests.conftest import USER
from tests.models.visit_plans.conftest import campaign, save
from ui.visits.unvisited import UnvisitedPage

__all__ = ["campaign", "save"]


@pytest.fixture
def page(session, qtbot):
    made = UnvisitedPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def names(page):
    return [page.rows.record(row).name for row in range(page.rows.rowCount())]


def test_the_never_visited_come_first(person, page, qtbot):
    called = person(name="乙")
    person(name="甲")
    with journal.entry("登记", USER):
        Visit(person=called, day=PartDate(2019, 7, 1)).save()
    page.refresh()
    assert names(page) == ["甲", "乙"]
    assert [page.rows.text(row, 0) for row in range(2)] == [NEVER, "2019-07-01"]
    page.rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(page) == ["乙", "甲"]
    page.rows.sort(-1)
    page.line.choose("年限", NEVER)
    qtbot.waitUntil(lambda: names(page) == ["甲"])
    assert page.sentence.text() == "从未走访：1人"
    page.line.choose("年限", "一年没有走访")
    qtbot.waitUntil(lambda: names(page) == ["甲", "乙"])


def test_they_are_put_into_a_plan_once(person, page, campaign, boxes):
    person(name="甲")
    person(name="乙")
    page.refresh()
    boxes.answer = campaign.name
    page.table.selectAll()
    page.plan()
    assert PlannedVisit.select().count() == 2
    assert "已列入“2020年八一走访”2人" in boxes[-1]
    page.plan()
    assert PlannedVisit.select().count() == 2
    assert "原已在计划中的2人不变" in boxes[-1]


def test_enter_opens_the_file_and_no_key_deletes_anybody(person, page, qtbot):
    someone = person(name="甲")
    page.refresh()
    asked = []
    page.person_wanted.connect(asked.append)
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert asked == [someone.id]
    assert Person.select().count() == 1
