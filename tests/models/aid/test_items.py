"""The kinds of one-off payment: how often one may have each, and for whom it is usual."""

from __future__ import annotations

import pytest

from models.aid.amounts import amount_lines
from models.aid.items import case_item, eligible, item, item_for, items
from models.aid.reckoning import WAYS_TO_RECKON
from models.core import codes
from models.core.dates import PartDate
from models.core.record import Refusal


def test_every_kind_has_a_programme_and_says_how_often():
    names = codes.table("programme").names()
    for each in items().values():
        assert each.programme in names
        assert each.once in ("年", "终身", "月", "去世", "次")
    assert {line.item for line in amount_lines().values()} <= set(items())
    assert set(WAYS_TO_RECKON) <= set(items())


def test_a_name_that_is_no_item_is_told_what_there_is():
    with pytest.raises(Refusal, match="没有“救助金”这个发放项目，可选：义务兵家庭优待金、"):
        item("救助金")


def test_help_with_a_case_is_paid_as_its_kind_and_an_unknown_kind_as_any_other():
    assert case_item("大病救助") == "大病救助"
    assert case_item("二次报销") == "二次医疗费报销"
    assert case_item("没有这一类") == case_item("其他")


def test_an_application_ends_in_its_payment_and_medical_aid_in_the_plain_one():
    assert item_for("临时救助") == "临时救助"
    assert item_for("医疗救助") == case_item("其他")
    assert item_for("评定残疾等级") == ""


def test_who_is_eligible_is_alive_and_paid(identity, person):
    facts = {"insurance": "城乡居民基本医疗保险"}
    identity(person(name="总寨", street="总寨镇", **facts))
    identity(person(name="人民街", street="人民街街道", **facts))
    identity(person(name="故人", died=PartDate(2020, 1, 1), **facts))
    identity(person(name="停发", **facts), state="停发")
    assert [each.name for each in eligible("居民医保参保补助")] == ["人民街", "总寨"]
    assert eligible("临时救助").count() == 0


def test_the_employees_insurance_is_paid_up_to_the_sixth_grade_of_an_identity_that_is_paid(identity, person):
    disabled = {"kind": "伤残人员", "nature": "因公"}
    for grade in ("一级", "六级", "七级"):
        identity(person(name=grade), grade=grade, **disabled)
    once = person(name="伤残已停")
    identity(once, grade="一级", state="停发", **disabled)
    identity(once)
    assert [each.name for each in eligible("职工医保代缴")] == ["一级", "六级"]
