"""People without a file are listed, visited and planned."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.outsiders import Outsider
from models.visit_plans.planned_visits import PlannedVisit
from models.visit_plans.planning import add_outsiders
from models.visits.visit import Visit
from reports.visit_plans import money_roster
from reports.visits.outsiders import outsiders_register
from tests.conftest import USER
from tests.models.visit_plans.conftest import campaign, gift, save
from tests.ui.visit_plans.conftest import dialogs
from ui.visit_plans.planned_visits import PlannedForm
from ui.visits.outsiders import OutsidersPage
from ui.visits.visits import VisitsPage

__all__ = ["campaign", "dialogs", "gift", "save"]


@pytest.fixture
def page(session, qtbot):
    made = OutsidersPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def two(save):
    return [
        save(Outsider(name=name, category=kind, number=number))
        for name, kind, number in (("甲", "困难退役军人", "630103195001010011"), ("乙", "复员干部", ""))
    ]


def test_they_are_listed_by_category_and_counted_apart(page, two, save, qtbot):
    save(Visit(outsider=two[0], day=PartDate(2020, 1, 18), money=500))
    page.refresh()
    assert page.sentence.text() == "共2人，没有优抚档案，不计入优抚对象"
    page.line.choose("类别", "困难退役军人")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    assert page.rows.record(0).calls == 1
    assert outsiders_register(page.query()).rows[0][1] == "甲"


def test_they_are_put_into_a_plan_with_what_each_is_given(page, two, campaign, gift, dialogs, boxes):
    gift("大米")
    page.refresh()

    def fill(dialog):
        dialog.editors["money"].setText("1550")
        dialog.editors["gifts"].setText("面粉×1")
        dialog.accept()
        assert "没有登记过慰问品" in dialog.problem.text()
        dialog.editors["gifts"].setText("大米×1")
        dialog.accept()

    dialogs.fill = fill
    page.table.selectAll()
    page.plan()
    assert boxes[-1] == "已列入“2020年八一走访”2人"
    assert {(row.name, row.money, row.category) for row in PlannedVisit.select()} == {
        ("甲", 1550, "困难退役军人"),
        ("乙", 1550, "复员干部"),
    }
    with journal.entry("再列入", USER):
        assert add_outsiders(campaign, [each.id for each in two], None) == 0
    rows = {row[1]: row[2] for row in money_roster.money_roster(campaign).rows}
    assert rows == {"甲": "男", "乙": ""}


def test_somebody_without_a_file_is_visited_from_the_form(session, qtbot, two, dialogs):
    page = VisitsPage(session)
    qtbot.addWidget(page)

    def fill(dialog):
        dialog.form.editors["outsider"].set_value(two[1])
        dialog.form.editors["outsider"].changed.emit()
        dialog.save()

    dialogs.fill = fill
    page.add()
    assert Visit.get().whom == "乙"


def test_the_plan_asks_for_one_without_a_file_too(session, qtbot, campaign):
    form = PlannedForm(session, campaign, True)
    qtbot.addWidget(form)
    assert {"person", "unit", "outsider"} <= set(form.editors)
