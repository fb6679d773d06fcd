"""A record of the ledger changes its own figures and no other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.ledger.briefs import Brief
from models.ledger.good_news import GoodNews
from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.payments.payment import Payment
from models.year import figures
from tests.models.year.figures.conftest import DAY

FIRST_ROUND = {"honours.model_proposed": 1, "honours.model_candidates": 1}  # who was chosen was proposed

LEDGER = [
    (Publicity(day=DAY, form="双拥宣传牌", quantity=3), {"publicity.signs": 3}),
    (Publicity(day=DAY, form="横幅", quantity=3), {"publicity.banners": 3, "publicity.cloth": 3}),
    (Publicity(day=DAY, form="LED屏", quantity=3), {"publicity.banners": 3, "publicity.screens": 3}),
    (Publicity(day=DAY, form="订阅《中国双拥》", quantity=3), {"publicity.magazine_shuangyong": 3}),
    (Publicity(day=DAY, form="订阅《中国退役军人》", quantity=3), {"publicity.magazine_veterans": 3}),
    (Publicity(day=DAY, form="宣传折页", quantity=3), {}),
    (Brief(day=DAY, kind="双拥信息"), {"publicity.reports_to_city": 1}),
    (Brief(day=DAY, kind="报刊刊登"), {"publicity.newspapers": 1}),
    (Brief(day=DAY, kind="电视播报"), {"publicity.television": 1}),
    (Brief(day=DAY, kind="新媒体发布", channel="今日头条"), {"publicity.toutiao": 1}),
    (Brief(day=DAY, kind="新媒体发布"), {"publicity.toutiao": 1}),
    (Brief(day=DAY, kind="新媒体发布", channel="微信公众号"), {"publicity.elsewhere": 1}),
    (Brief(day=DAY, kind="双拥信息", channel="省双拥办"), {"publicity.elsewhere": 1}),
    (Brief(day=DAY, kind="报刊刊登", channel="青海日报"), {"publicity.newspapers": 1}),
    (Brief(day=DAY, kind="报刊刊登", channel="《中国双拥》"), {"publicity.elsewhere": 1}),
    (Brief(day=DAY, kind="电视播报", channel="青海卫视"), {"publicity.elsewhere": 1}),
    (Brief(day=DAY, kind="活动简报"), {"honours.memorial_briefs": 1}),
    (Service(day=DAY, matter="军人子女入学", name="甲"), {"services.school_places": 1}),
    (Service(day=DAY, matter="接收安置退役军人", name="甲"), {"services.settled": 1}),
    (Service(day=DAY, matter="军人子女入学", name="甲", result="未协调成功"), {}),
    (Honour(year=2020, honour="最美退役军人", name="甲", stage="初选"), FIRST_ROUND),
    (Honour(year=2020, honour="最美退役军人", name="甲", stage="复选"), {**FIRST_ROUND, "honours.model_second": 1}),
    (Honour(year=2020, honour="最美退役军人", name="甲", stage="推荐"), {"honours.model_proposed": 1}),
    (GoodNews(received=DAY, delivered=DAY, soldier="甲", merit="三等功", money=Decimal(5)), {"honours.merit_reports": 1, "honours.merit_report_yuan": 5}),
    (GoodNews(received=DAY, soldier="甲", merit="三等功"), {}),
    (Rate(year=2020, name="某率", done=1, due=1), {}),
]  # fmt: skip


@pytest.mark.parametrize(("record", "expected"), LEDGER)
def test_a_record_of_the_ledger_changes_its_own_figures(changed, record, expected):
    record.id = None
    assert changed(record) == expected


def test_of_the_honours_only_the_model_veterans_are_counted(changed):
    other = Honour(year=2020, honour="优秀退役军人", name="甲", stage="初选")
    longer = Honour(year=2020, honour="青海省“最美退役军人”", name="甲", stage="初选")
    assert changed(other, longer) == FIRST_ROUND


def test_who_ever_reached_the_first_round_is_counted_whatever_became_of_him(changed):
    fallen = Honour(year=2020, honour="最美退役军人", name="甲", stage="落选")
    assert changed(fallen) == {}
    assert changed(HonourStep(honour=fallen, day=DAY, stage="初选")) == FIRST_ROUND


def test_good_news_is_what_its_register_says_and_where_that_is_empty_what_the_rewards_say(changed, outsider):
    reward = Payment(
        outsider=outsider, programme="立功奖励", item="三等功慰问金", month=PartDate(2020, 7), amount=Decimal(5),
        notes="送喜报上门",
    )  # fmt: skip
    assert changed(reward)["honours.merit_reports"] == 1
    made = [GoodNews(received=DAY, delivered=DAY, soldier=name, merit="三等功") for name in "甲乙"]
    assert changed(*made) == {"honours.merit_reports": 1, "honours.merit_report_yuan": -5}
    (told,) = [each for each in figures.all(2020) if each.key == "honours.merit_reports"]
    assert [query.count() for query in told.all_rows()] == [2, 0]
