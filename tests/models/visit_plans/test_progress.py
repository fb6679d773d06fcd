"""How far a campaign has come, and what the rest of it needs."""

from __future__ import annotations

from decimal import Decimal

from models.core.dates import PartDate
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visit_plans.progress import campaign_progress
from models.visits.campaign import Campaign
from models.visits.visit import Visit


def test_whoever_was_visited_counts_as_visited_however_it_was_written(person, campaign, scope, plan, save):
    someone = person(name="甲")
    person(name="乙")
    scope(money=200)
    plan()
    save(Visit(person=someone, campaign=campaign, day=PartDate(2020, 7, 28), money=150))
    told = campaign_progress(campaign)
    assert (told.planned, told.visited, told.waiting, told.given) == (2, 1, 1, Decimal(150))


def test_who_is_left_out_is_planned_for_nobody_and_needs_nothing(person, campaign, gift, save):
    gift("大米")
    facts = {"campaign": campaign, "money": Decimal(200), "gifts": "大米×2"}
    for more in ({}, {"outcome": VisitOutcome.NOT_MET}, {"outcome": VisitOutcome.LEFT_OUT, "reason": "外地"}):
        save(PlannedVisit(person=person(), **facts, **more))
    told = campaign_progress(campaign)
    assert (told.planned, told.waiting, told.not_met, told.left_out) == (2, 1, 1, 1)
    assert (told.money, told.given, told.needed) == (400, 0, {"大米": 4})


def test_what_was_brought_is_no_longer_needed_and_a_visit_counts_more_than_what_was_noted(
    person, campaign, gift, save
):
    gift("大米")
    someone = person()
    save(
        PlannedVisit(
            campaign=campaign, person=someone, money=200, gifts="大米×1", outcome=VisitOutcome.NOT_MET
        )
    )
    save(Visit(person=someone, campaign=campaign, day=PartDate(2020, 7, 28), money=Decimal("150.50")))
    told = campaign_progress(campaign)
    assert (told.planned, told.visited, told.not_met, told.waiting) == (1, 1, 0, 0)
    assert (told.money, told.given, told.needed) == (200, Decimal("150.50"), {})


def test_a_visit_of_another_campaign_is_no_progress(person, campaign, save):
    someone, other = person(), save(Campaign(name="2020年春节走访", year=2020))
    save(PlannedVisit(campaign=campaign, person=someone))
    save(Visit(person=someone, campaign=other, day=PartDate(2020, 1, 10), money=100))
    assert campaign_progress(campaign)[:2] == (1, 0)
    assert campaign_progress(campaign).given == 0


def test_a_campaign_without_a_plan_has_come_nowhere(campaign):
    assert campaign_progress(campaign) == (0, 0, 0, 0, Decimal(0), Decimal(0), {})
