"""Whom a campaign is for: filters in their order, each with what those found by it are given."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.record import Invalid
from models.filters.filters import Filter
from models.visit_plans.scopes import Scope, scopes
from models.visits.campaign import Campaign


def test_gifts_that_nobody_registered_are_refused_in_a_scope(scope, gift):
    gift("大米")
    with pytest.raises(Invalid, match="没有登记过慰问品“面粉×1”"):
        scope(gifts="大米×1、面粉×1")


def test_a_scope_keeps_its_filter_and_says_it_in_words(scope, campaign):
    wanted = Filter(street="总寨镇", kind="三属")
    made = scope(wanted, money=200)
    kept = Scope.get()
    assert kept.wanted == wanted
    assert kept.sentence == wanted.sentence()
    assert made.number == 1


def test_scopes_come_in_their_order_and_each_campaign_has_its_own(scope, campaign, save):
    other = save(Campaign(name="2020年春节走访", year=2020))
    save(Scope.of(other, Filter()))
    first, second = scope(Filter(street="总寨镇")), scope()
    assert [each.number for each in scopes(campaign)] == [1, 2]
    first.number = 3
    save(first)
    assert list(scopes(campaign)) == [second, first]


def test_nobody_is_to_be_given_less_than_nothing(scope):
    with pytest.raises(Invalid, match="负数"):
        scope(money=Decimal("-0.01"))
    assert scope(money=0).money == 0
