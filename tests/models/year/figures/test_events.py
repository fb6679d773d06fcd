"""An event changes its own figures and no other, once, and when it has been held."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.core import journal
from models.core.dates import PartDate, this_day
from models.ledger.activities import Activity
from models.year import figures
from tests.conftest import USER
from tests.models.year.figures.conftest import DAY

SPRING = {"spring_events": 1, "spring_books": 7}
EVENTS = [
    ({"theme": "迎春", "kind": "茶话会", "scrolls": 7, "people": 9}, {"scrolls": 7, "others": 1}),
    ({"theme": "春节", "kind": "茶话会", "books": 7}, {"others": 1}),
    ({"theme": "八一", "kind": "书画笔会", "scrolls": 7}, {"august_events": 1, "other_scrolls": 7}),
    ({"theme": "春节", "kind": "慰问活动", "books": 7}, SPRING),
    ({"theme": "“两节”送温暖", "kind": "慰问活动", "books": 7}, SPRING),
    ({"theme": "迎春进军营", "kind": "慰问活动", "books": 7}, SPRING),
    ({"theme": "春节、八一慰问", "kind": "慰问活动", "books": 7}, SPRING),
    ({"theme": "端午", "kind": "社区文化慰问", "books": 7}, {"community_events": 1, "community_books": 7}),
    ({"theme": "建军节", "kind": "社区文化慰问"}, {"community_events": 1}),
    ({"theme": "七一", "kind": "主题党日", "people": 7}, {"party_day_people": 7, "party_days": 1, "july_party_days": 1}),
    ({"theme": "十一", "kind": "主题党日", "people": 7}, {"party_day_people": 7, "party_days": 1, "other_party_days": 1}),
    ({"theme": "八一", "kind": "慰问演出", "people": 7}, {"august_events": 1}),
    ({"theme": "庆祝建军节", "kind": "拥军联谊"}, {"august_events": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "expected"), EVENTS)
def test_an_event_changes_its_own_figures(changed, facts, expected):
    told = {f"activities.{key}": value for key, value in expected.items()}
    assert changed(Activity(day=DAY, **facts)) == told


def test_an_event_of_remembrance_changes_its_own_figures(changed):
    held = Activity(day=DAY, theme="清明", kind="网上祭英烈", people=7, units=2, stations=3)
    assert changed(held) == {
        "honours.memorials": 1, "honours.memorial_people": 7, "honours.memorial_units": 2, "honours.memorial_stations": 3,
    }  # fmt: skip


def test_one_event_is_counted_once_however_it_is_named(changed):
    facts = {"day": DAY, "kind": "慰问活动", "organiser": "区文化馆", "books": 7}
    twice = [Activity(theme=theme, **facts) for theme in ("迎春慰问官兵", "“春节”慰问官兵")]
    assert changed(*twice) == {"activities.spring_events": 1, "activities.spring_books": 7}
    assert changed(Activity(theme="春节慰问老兵", **facts))["activities.spring_events"] == 1


def test_what_is_planned_has_not_been_held(archive):
    today = this_day()
    days = (today, today + timedelta(days=1))
    with journal.entry("登记", USER):
        for day in days:
            Activity(day=PartDate.of(day), theme="八一", kind="拥军联谊").save()
    counted = [
        sum(each.value for each in figures.all(year) if each.key == "activities.august_events")
        for year in {day.year for day in days}
    ]
    assert sum(counted) == 1
