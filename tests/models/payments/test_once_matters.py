"""What is owed once, and which event a payment of it is for."""

from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.payments.once_matters import LIFE, OnceKey, keys_of_months, matter_of, once_matters, part_of


def test_a_register_may_call_what_is_owed_once_as_it_likes():
    for item, programme, matter in (
        ("门诊费", "门诊补助", "门诊医疗补助"),
        ("职工医疗保险代缴", "代缴医保", "职工医保代缴"),
        ("义务兵家属优待金", "优待金", "义务兵家庭优待金"),
        ("丧葬费", "丧葬补助", "丧葬补助"),
        ("物价补贴", "物价补贴", "价格临时补贴"),
        ("技能培训费", "自主就业", "技能培训费"),
        ("职业技能培训费", "自主就业", "技能培训费"),
    ):
        assert getattr(matter_of(item, programme), "name", None) == matter


@pytest.mark.parametrize(
    ("item", "programme"),
    [
        ("大病救助", "医疗救助"),
        ("临时救助", "临时救助"),
        ("自主就业补助", "自主就业"),
        ("伤残抚恤金", "定期抚恤补助"),
    ],
)
def test_what_may_be_paid_again_or_cannot_be_told_is_no_matter(item, programme):
    assert matter_of(item, programme) is None


def test_the_event_is_the_life_the_year_or_the_month():
    march = PartDate(2020, 3)
    assert once_matters()["丧葬补助"].event(2020, march) == LIFE
    assert once_matters()["门诊医疗补助"].event(2020, march) == "2020"
    assert once_matters()["价格临时补贴"].event(2020, march) == "2020-03"
    assert [key.event for key in keys_of_months(once_matters()["价格临时补贴"], PartDate(2019, 12), 2)] == [
        "2019-12",
        "2020-01",
    ]


def test_an_instalment_is_told_from_the_whole_by_its_own_words():
    assert part_of("优待金", "上半年") == "上半年"
    assert part_of("优待金", "", "所属月份：2020年1月至6月；某") == "2020年1月至6月"
    assert part_of("门诊补助", "每年400元") == ""


def test_a_key_says_what_it_is_for():
    assert OnceKey("门诊医疗补助", "2020").words() == "2020年度门诊医疗补助"
    assert OnceKey("价格临时补贴", "2020-03").words() == "2020年3月价格临时补贴"
    assert OnceKey("丧葬补助", LIFE, "12").words() == "丧葬补助"
    assert OnceKey("义务兵家庭优待金", "2020", "上半年").words() == "2020年度义务兵家庭优待金（上半年）"
