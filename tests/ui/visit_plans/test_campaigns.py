"""Campaigns: named, chosen, deleted."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.visit_plans.planned_visits import PlannedVisit
from models.visits.campaign import Campaign
from models.visits.visit import Visit
from tests.conftest import USER


def test_a_campaign_is_named_after_its_year_and_occasion(page, dialogs):
    def fill(dialog):
        form = dialog.form
        form.editors["year"].setText("2020")
        form.editors["occasion"].set_value("八一")
        assert form.editors["name"].value() == "2020年八一走访"
        dialog.save()

    dialogs.fill = fill
    page.bar.add()
    assert page.campaign() == Campaign.get()
    assert Campaign.get().name == "2020年八一走访"
    assert page.steps[0].property("look") == "primary"


def test_a_campaign_with_results_is_not_deleted(ready, campaign, people, boxes):
    with journal.entry("登记", USER):
        Visit(person=people[0], campaign=campaign, day=PartDate(2020, 7, 28)).save()
    ready.bar.delete()
    assert "不能删除" in boxes[0]
    with journal.entry("删除", USER):
        Visit.get().delete_instance()
    boxes.answer = "删除"
    ready.bar.delete()
    assert Campaign.select().count() == PlannedVisit.select().count() == 0
    assert "新建批次" in ready.table._empty
