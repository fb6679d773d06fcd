"""A list of all who are eligible, with their amounts; nobody stands in it twice."""

from __future__ import annotations

import pytest

from models.aid.items import eligible
from models.aid.lists import draw_up_list, keep_list
from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from tests.models.aid.conftest import USER


def test_a_list_is_drawn_up_for_those_who_are_eligible(rule, identity, person):
    rule(**{"clinic.insured": 400, "clinic.rural": 500, "insurance.paid": 26000})
    identity(person(name="居民", insurance="城乡居民基本医疗保险"))
    identity(person(name="职工", insurance="城镇职工基本医疗保险"))
    identity(
        person(name="农村兵", insurance="城镇职工基本医疗保险", born=PartDate(1950, 1, 1)),
        kind="农村籍退役士兵",
    )
    identity(person(name="六级"), kind="伤残人员", grade="六级", nature="因公")
    identity(person(name="七级"), kind="伤残人员", grade="七级", nature="因公")
    identity(person(name="故人", insurance="城乡居民基本医疗保险", died=PartDate(2020, 1, 1)))
    identity(person(name="停发", insurance="城乡居民基本医疗保险"), state="停发")
    drawn = draw_up_list("门诊医疗补助", 2020, "2020年门诊补助")
    assert {(line.whom, line.amount) for line in drawn.lines} == {("居民", 400), ("农村兵", 500)}
    assert [each.name for each in eligible("职工医保代缴")] == ["六级"]
    assert [each.name for each in eligible("居民医保参保补助")] == ["居民"]
    assert eligible("健康体检").count() == 5
    assert eligible("临时救助").count() == 0
    with journal.entry("拟发", USER):
        drawn.lines[0].save()
    again = draw_up_list("门诊医疗补助", 2020, "第二次")
    assert len(again.lines) == 1
    assert "已列入" in again.left_out[0][1]


def test_what_is_paid_monthly_is_drawn_up_for_a_month(archive):
    with pytest.raises(Refusal, match="所属月份"):
        draw_up_list("价格临时补贴", 2020, "2020年价格临时补贴")


def test_what_one_may_have_at_any_time_is_listed_again_and_a_month_only_once(rule, identity):
    rule(**{"price.base": 640, "price.rise": "5.4"})
    identity()
    january = draw_up_list("价格临时补贴", 2020, "一月", quantity=1, month=PartDate(2020, 1))
    with journal.entry("拟发", USER):
        keep_list(january)
    assert draw_up_list("价格临时补贴", 2020, "又一月", month=PartDate(2020, 1)).left_out == [
        ("张三", "已列入价格临时补贴（批次：一月）")
    ]
    assert len(draw_up_list("价格临时补贴", 2020, "二月", month=PartDate(2020, 2)).lines) == 1


def test_a_list_says_of_each_as_what_he_is_paid_and_how_much_was_reckoned(rule, identity, person):
    rule(**{"exam.card": 500})
    someone = person()
    identity(someone, category="对越作战")
    identity(someone, kind="农村籍退役士兵")
    identity(someone, kind="三属", state="停发")
    (line,) = draw_up_list("健康体检", 2020, "体检", fund="区级财政").lines
    assert (line.category, line.amount, line.state) == ("对越作战、农村籍退役士兵", 500, "拟发")
    assert (line.fund, line.batch, line.reckoned) == ("区级财政", "体检", "体检卡每张，500.00元")
    with journal.entry("拟发", USER):
        keep_list(draw_up_list("健康体检", 2020, "体检"))
    assert OneOff.select().count() == 1


def test_who_would_get_nothing_is_left_out_and_told(rule, identity):
    rule(**{"clinic.insured": 0, "clinic.rural": 0})
    identity(kind="农村籍退役士兵")
    assert draw_up_list("门诊医疗补助", 2020, "门诊").left_out == [("张三", "金额应大于0")]
