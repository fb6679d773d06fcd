"""Campaigns and runs on the calendar."""

from __future__ import annotations

from datetime import date

from models.core.dates import PartDate
from models.forecast.event_calendar import coming_events
from models.forecast.round_events import campaigns_to_come
from models.visit_plans.planned_visits import PlannedVisit
from tests.models.visit_plans.conftest import campaign, save, team

__all__ = ["campaign", "save", "team"]
JULY = date(2020, 7, 1), date(2020, 7, 31)


def test_a_campaign_begins_sets_out_and_runs_out(campaign, team, save, person):
    team("第一组", begins=PartDate(2020, 7, 22), ends=PartDate(2020, 7, 23))
    team("第二组", begins=campaign.begins)
    assert [(e.day.day, e.words) for e in campaigns_to_come(*JULY)] == [(20, "走访开始"), (22, "第一组出发")]
    save(PlannedVisit(campaign=campaign, person=person()))
    (_, _, last) = coming_events(*JULY)
    assert (last.day, last.matter, last.name) == (date(2020, 7, 31), "走访批次", "2020年八一走访")
    assert last.words == "走访到期，还有1户没有走访"


def test_what_lies_outside_is_not_told(campaign):
    assert list(campaigns_to_come(date(2020, 8, 1), date(2020, 8, 31))) == []
