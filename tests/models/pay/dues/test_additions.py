"""高龄增发 and 孤老增发: standards that are paid beside the layer's own, by age and by being alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.dues.dues import Dues
from models.pay.grants import claims, rules
from models.pay.grants.rules import AGE_STARTS, Ways
from models.pay.standards import months

SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}
LOCAL = {"layer": "地方", "kind": "带病回乡退役军人", "unit": "月"}
BASE = 60_000  # fen, of 2019-09


@pytest.fixture
def old_man(granted, person):
    """Somebody born on 1939-03-10, whose allowance of 600 yuan is paid in 2019."""

    def make(**facts):
        return granted(someone=person(born=PartDate(1939, 3, 10), **facts), **SICK)

    return make


def added(due, identity, month):
    return due(identity, month).amounts[2]


def test_eighty_is_paid_from_the_month_after_the_birthday_as_long_as_the_office_says_nothing_else(
    old_man, standard, due
):
    standard(50, age_from=80, **LOCAL)
    found = old_man()
    assert [added(due, found, f"2019-0{month}") for month in (2, 3, 4, 5)] == [0, 0, 5000, 5000]
    assert due(found, "2019-09").fen == BASE + 5000
    assert "满80周岁" in due(found, "2019-09").why()


@pytest.mark.parametrize(
    ("way", "first"), list(zip(AGE_STARTS, ("2019-04", "2019-03", "2019-01"), strict=True))
)
def test_the_office_says_from_which_month(old_man, standard, way, first):
    standard(50, age_from=80, **LOCAL)
    mine = claims.claims_of_person(old_man().person)
    reckoner = Dues(replace(Ways(), elder=way))
    month = months.read_month(first)
    assert [reckoner.at(mine, at)[0].amounts[2] for at in (month - 1, month)] == [0, 5000]


def test_of_several_ages_the_highest_that_is_reached_is_paid(old_man, standard, due):
    for age, amount in ((70, 30), (80, 50), (90, 100)):
        standard(amount, age_from=age, **LOCAL)
    assert [added(due, old_man(), month) for month in ("2019-02", "2019-09")] == [3000, 5000]


@pytest.mark.parametrize(("alone", "amount"), [(True, 8000), (False, 0), (None, 0)])
def test_who_is_alone_is_paid_more(old_man, standard, due, alone, amount):
    standard(80, alone=True, **LOCAL)
    assert added(due, old_man(alone=alone), "2019-09") == amount


def test_age_and_being_alone_and_the_place_s_own_standard_add_up(old_man, standard, due):
    standard(20, **LOCAL)
    standard(50, age_from=80, **LOCAL)
    standard(80, alone=True, **LOCAL)
    found = due(old_man(alone=True), "2019-09")
    assert found.amounts == (BASE, 0, 15000)
    assert found.rate.base.layer == "国家"


def test_an_addition_for_the_alone_of_an_age_asks_for_both(old_man, standard, due):
    standard(50, alone=True, age_from=80, **LOCAL)
    someone = old_man(alone=True)
    assert [added(due, someone, month) for month in ("2019-02", "2019-09")] == [0, 5000]
    assert added(due, old_man(alone=False, number="630103193903100714"), "2019-09") == 0


def test_an_addition_may_be_for_the_country_alone(old_man, standard, due):
    standard(50, age_from=80, household="农村", **LOCAL)
    assert added(due, old_man(household="农村"), "2019-09") == 5000
    assert added(due, old_man(household="城镇", number="630103193903100714"), "2019-09") == 0


def test_an_addition_that_nobody_has_confirmed_is_told_and_not_paid(old_man, standard, due):
    standard(50, age_from=80, confirmed=False, **LOCAL)
    assert "未确认" in due(old_man(), "2019-09").reason
    assert due(old_man(number="630103193903100714"), "2019-02").fen == 55_000


def test_without_a_birth_date_an_addition_by_age_cannot_be_reckoned(old_man, standard):
    standard(50, age_from=80, **LOCAL)
    (claim,) = claims.claims_of_person(old_man().person)
    claim.born = None
    assert "没有登记出生日期" in Dues().at([claim], months.read_month("2019-09"))[0].reason


def test_others_kinds_are_not_asked_for_their_age(granted, standard, due):
    standard(50, age_from=80, **{**LOCAL, "kind": "三属"})
    assert due(granted(**SICK), "2019-09").fen == BASE


def test_two_additions_for_the_same_age_do_not_stand_in_one_month(standard):
    standard(50, age_from=80, **LOCAL)
    standard(60, age_from=90, **LOCAL)
    with pytest.raises(Refusal, match="重叠"):
        standard(70, "2019-01", age_from=80, **LOCAL)
    with pytest.raises(Refusal, match="满几周岁"):
        standard(70, age_from=0, **LOCAL)


def test_the_office_s_way_with_age_is_one_of_three(archive):
    with pytest.raises(Refusal, match="高龄增发"):
        rules.keep_ways(replace(Ways(), elder="明年"), "王芳")
