"""Results of a plan: each becomes a visit, and the store follows."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.undo.undo import undo
from models.visit_plans import results
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visit_plans.progress import campaign_progress
from models.visits import gifts
from models.visits.units import Unit
from models.visits.visit import Visit

USER = "王芳"


def keep(row, **facts):
    visit = results.visit_for(row, USER)
    for name, value in facts.items():
        setattr(visit, name, value)
    with journal.entry("登记走访结果", USER) as writing:
        results.keep_result(row, visit, USER)
    return visit, writing.number


@pytest.fixture
def row(person, scope, plan, gift, team, save):
    """One planned visit with two bags of rice of three in the store."""
    gift("大米", there=3)
    person(name="甲", street="总寨镇")
    scope(money=500, gifts="大米×2", category="困难退役军人")
    plan()
    made = PlannedVisit.get()
    made.team, made.day = team(), PartDate(2020, 7, 28)
    return save(made)


def test_a_result_becomes_a_visit_as_it_was_planned(row, campaign):
    keep(row, circumstances="身体尚好")
    kept = Visit.get()
    assert (kept.person, kept.campaign, kept.day, kept.occasion) == (
        row.person,
        campaign,
        PartDate(2020, 7, 28),
        "八一",
    )
    assert (kept.leader, kept.visitors, kept.category) == ("区领导", "王芳、李强", "困难退役军人")
    assert (kept.money, kept.gifts, kept.gift_count, kept.gift_value) == (
        Decimal(500),
        "大米×2",
        2,
        Decimal(120),
    )
    assert kept.form == "慰问金、慰问品"
    assert campaign_progress(campaign).visited == 1


def test_the_store_follows_what_was_given(row):
    visit, _ = keep(row)
    assert gifts.store()[0][1:] == (3, 2, 1)
    visit.gifts = "大米×1"
    with journal.entry("改", USER):
        results.keep_result(row, visit, USER)
    assert gifts.store()[0].left == 2
    with journal.entry("删除走访记录", USER) as writing:
        visit.delete_instance()
    assert gifts.store()[0].left == 3
    assert Visit.select().count() == 0
    undo(writing.number, USER)
    assert gifts.store()[0].left == 2


def test_more_given_than_there_is_is_refused_and_nothing_is_kept(row):
    with pytest.raises(Invalid, match="“大米”只剩3袋，不够出库4袋"):
        keep(row, gifts="大米×4")
    assert Visit.select().count() == 0
    assert gifts.store()[0].left == 3


def test_a_result_can_be_undone_whole(row):
    _, number = keep(row)
    undo(number, USER)
    assert Visit.select().count() == 0
    assert gifts.store()[0].left == 3


def test_nobody_is_visited_twice_in_a_campaign(row):
    keep(row)
    with pytest.raises(Refusal, match="已经登记过对甲的走访"):
        keep(row)


def test_several_are_ticked_at_once(person, campaign, scope, plan):
    for name in "甲乙丙":
        person(name=name)
    scope(money=100)
    plan()
    rows = list(PlannedVisit.select().order_by(PlannedVisit.id))
    keep(rows[0])
    with journal.entry("登记走访结果", USER):
        assert results.keep_as_planned(rows, USER) == 2
    assert campaign_progress(campaign).given == 300


def test_a_day_to_come_is_not_taken_for_the_day_of_the_visit(row, save):
    row.day = PartDate.of(date.today() + timedelta(3))
    assert results.visit_for(save(row), USER).day == PartDate.of(date.today())


def test_a_visit_in_the_future_marked_done_is_refused(row):
    with pytest.raises(Invalid, match="还没有到，不能登记为已办结"):
        keep(row, day=PartDate.of(date.today() + timedelta(3)), done=True)


def test_who_was_not_met_is_no_visit_until_somebody_comes_again(row, campaign):
    with journal.entry("未遇到", USER):
        results.not_visited(row, VisitOutcome.NOT_MET, "住院")
    told = campaign_progress(campaign)
    assert (told.visited, told.not_met, told.waiting) == (0, 1, 0)
    keep(row)
    assert PlannedVisit.get().outcome == ""
    assert campaign_progress(campaign).visited == 1


def test_a_unit_is_visited_by_its_name(campaign, save, gift):
    gift("牛肉", "箱", 200, there=5)
    unit = save(Unit(name="驻区某部一分队"))
    row = save(PlannedVisit(campaign=campaign, unit=unit, gifts="牛肉×2"))
    keep(row)
    kept = Visit.get()
    assert (kept.unit, kept.person, kept.gift_value) == ("驻区某部一分队", None, 400)
    assert campaign_progress(campaign).visited == 1


def test_what_a_register_said_of_gifts_is_not_touched(row, save):
    visit = save(
        Visit(unit="一分队", day=PartDate(2020, 7, 28), gifts="牛羊肉、水果", gift_count=25, gift_value=3700)
    )
    results.value(visit)
    assert (visit.gift_count, visit.gift_value) == (25, 3700)
    visit.gifts = "大米×2"
    results.value(visit)
    assert (visit.gift_count, visit.gift_value) == (2, 120)
    visit.gifts = "水果一箱"
    results.value(visit)
    assert (visit.gift_count, visit.gift_value) == (None, None)


def test_a_visit_of_an_old_register_is_corrected_without_the_store(row, save, campaign):
    visit = save(Visit(person=row.person, campaign=campaign, day=PartDate(2020, 7, 28), gifts="大米×9"))
    visit.circumstances = "独居"
    with journal.entry("改", USER):
        results.keep_result(row, visit, USER)
    assert gifts.store()[0].left == 3
    visit.gifts = "大米×1"
    with journal.entry("改", USER):
        results.keep_result(row, visit, USER)
    assert gifts.store()[0].left == 2
