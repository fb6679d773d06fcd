"""A record of the ledger changes its own figures and no other."""

from __future__ import annotations

import pytest

from models.ledger.activities import Activity
from models.ledger.briefs import Brief
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from tests.models.year.figures.conftest import DAY, values


def test_a_person_on_file_is_one_more_file(changed, person):
    before = values()
    person()
    assert {key for key, value in values().items() if value != before[key]} == {"files.persons"}


LEDGER = [
    (Publicity(day=DAY, form="双拥宣传牌", quantity=3), {"publicity.signs": 3}),
    (Publicity(day=DAY, form="横幅", quantity=3), {"publicity.banners": 3}),
    (Publicity(day=DAY, form="LED屏", quantity=3), {"publicity.banners": 3}),
    (Publicity(day=DAY, form="订阅《中国双拥》", quantity=3), {"publicity.magazine_shuangyong": 3}),
    (Publicity(day=DAY, form="订阅《中国退役军人》", quantity=3), {"publicity.magazine_veterans": 3}),
    (Publicity(day=DAY, form="宣传折页", quantity=3), {}),
    (Brief(day=DAY, kind="双拥信息"), {"publicity.reports_to_city": 1}),
    (Brief(day=DAY, kind="报刊刊登"), {"publicity.newspapers": 1}),
    (Brief(day=DAY, kind="电视播报"), {"publicity.television": 1}),
    (Brief(day=DAY, kind="新媒体发布", channel="今日头条"), {"publicity.toutiao": 1}),
    (Brief(day=DAY, kind="新媒体发布"), {"publicity.toutiao": 1}),
    (Brief(day=DAY, kind="新媒体发布", channel="微信公众号"), {}),
    (Brief(day=DAY, kind="活动简报"), {"honours.memorial_briefs": 1}),
    (Activity(day=DAY, theme="迎春", kind="茶话会", scrolls=7, people=9), {"activities.scrolls": 7}),
    (Activity(day=DAY, theme="春节", kind="慰问活动", books=7), {"activities.spring_events": 1, "activities.spring_books": 7}),
    (Activity(day=DAY, theme="端午", kind="社区文化慰问", books=7), {"activities.community_events": 1, "activities.community_books": 7}),
    (Activity(day=DAY, theme="建军节", kind="社区文化慰问"), {"activities.community_events": 1}),
    (Activity(day=DAY, theme="七一", kind="主题党日", people=7), {"activities.party_day_people": 7}),
    (Activity(day=DAY, theme="八一", kind="慰问演出", people=7), {"activities.august_events": 1}),
    (Activity(day=DAY, theme="清明", kind="网上祭英烈", people=7, units=2, stations=3),
     {"honours.memorial_people": 7, "honours.memorial_units": 2, "honours.memorial_stations": 3}),
    (Service(day=DAY, matter="军人子女入学", name="甲"), {"services.school_places": 1}),
    (Service(day=DAY, matter="接收安置退役军人", name="甲"), {"services.settled": 1}),
    (Honour(year=2020, honour="最美退役军人", name="甲", stage="初选"), {"honours.model_candidates": 1}),
    (Honour(year=2020, honour="最美退役军人", name="甲", stage="复选"), {}),
    (Rate(year=2020, name="某率", done=1, due=1), {}),
]  # fmt: skip


@pytest.mark.parametrize(("record", "expected"), LEDGER)
def test_a_record_of_the_ledger_changes_its_own_figures(changed, record, expected):
    record.id = None
    assert changed(record) == expected


def test_of_the_honours_only_the_model_veterans_are_counted(changed):
    other = Honour(year=2020, honour="优秀退役军人", name="甲", stage="初选")
    longer = Honour(year=2020, honour="青海省“最美退役军人”", name="甲", stage="初选")
    assert changed(other, longer) == {"honours.model_candidates": 1}


def test_an_event_of_spring_that_is_no_comfort_is_none_of_spring(changed):
    assert changed(Activity(day=DAY, theme="春节", kind="茶话会", books=7)) == {}
