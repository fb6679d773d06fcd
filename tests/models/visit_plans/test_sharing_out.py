"""Communities go to teams, and a team's calls over its days."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.visit_plans.planned_visits import PlannedVisit, planned
from models.visit_plans.sharing_out import assign_teams, balance, over_days
from models.visit_plans.teams import Place, Team, read_places
from models.visits.visit import Visit

USER = "王芳"


def share(campaign, spread=False):
    with journal.entry("分组", USER):
        return assign_teams(campaign, spread)


def test_a_named_community_goes_before_its_street(person, campaign, scope, plan, team):
    for name, community in zip("丙乙甲", ("兴旺巷社区", "兴旺巷社区", "水井巷社区"), strict=True):
        person(name=name, street="礼让街街道", community=community)
    person(name="丁", street="总寨镇", community="清河村")
    scope()
    plan()
    team("第一组", areas="礼让街街道")
    team("第二组", areas="礼让街街道·水井巷社区；南滩街道")
    assert share(campaign) == ({"第一组": 2, "第二组": 1}, 1)
    assert [row.name for row in planned(campaign)] == ["丙", "乙", "甲", "丁"]


def test_places_that_nobody_has_are_shared_out_evenly(person, campaign, scope, plan, team):
    for community, count in (("一村", 4), ("二村", 3), ("三村", 3), ("四村", 2)):
        for _ in range(count):
            person(street="总寨镇", community=community)
    scope()
    plan()
    team("第一组")
    team("第二组")
    assert share(campaign, spread=True) == ({"第一组": 6, "第二组": 6}, 0)
    assert read_places(Team.get(Team.name == "第一组").areas) == [
        Place("总寨镇", "一村"),
        Place("总寨镇", "四村"),
    ]


def test_the_calls_of_a_team_are_spread_over_its_days(person, campaign, scope, plan, team):
    for number in range(5):
        person(name=f"某{number}", street="总寨镇", residence=f"{number}号")
    scope()
    plan()
    team(areas="总寨镇", begins=PartDate(2020, 7, 28), ends=PartDate(2020, 7, 29))
    share(campaign)
    assert [(row.position, row.day.day) for row in planned(campaign)] == [
        (1, 28),
        (2, 28),
        (3, 28),
        (4, 29),
        (5, 29),
    ]


def test_who_was_visited_stays_where_he_was(person, campaign, scope, plan, team, save):
    someone = person(name="甲", street="总寨镇")
    scope()
    plan()
    team("第一组", areas="总寨镇")
    share(campaign)
    save(Visit(person=someone, campaign=campaign, day=PartDate(2020, 7, 28)))
    first = Team.get()
    first.areas = ""
    save(first)
    team("第二组", areas="总寨镇")
    share(campaign)
    assert PlannedVisit.get().team == first


def test_without_teams_nothing_is_shared_out(campaign):
    with pytest.raises(Refusal, match="先添加走访小组"):
        share(campaign)


@settings(max_examples=50)
@given(st.lists(st.integers(1, 20), min_size=1, max_size=6), st.integers(1, 3))
def test_the_busiest_team_has_little_more_than_it_must(sizes, count):
    """Against every way of sharing out that there is: at most 4/3 of the best (Graham 1969)."""
    places = {Place("某街道", f"{n}社区"): size for n, size in enumerate(sizes)}
    given_to = balance(places, {f"第{n}组": 0 for n in range(count)})
    assert sorted(place for some in given_to.values() for place in some) == sorted(places)
    busiest = max(sum(places[place] for place in some) for some in given_to.values())
    best = min(
        max(sum(size for size, who in zip(sizes, way, strict=True) if who == n) for n in range(count))
        for way in itertools.product(range(count), repeat=len(sizes))
    )
    assert 3 * busiest <= 4 * best


@given(st.integers(0, 40), st.integers(1, 7))
def test_days_are_filled_evenly_and_in_order(count, days):
    given_days = [date(2020, 7, 20 + n) for n in range(days)]
    found = over_days(count, given_days)
    assert len(found) == count
    assert found == sorted(found)
    loads = [found.count(PartDate.of(day)) for day in given_days]
    assert max(loads) - min(loads) <= 1
