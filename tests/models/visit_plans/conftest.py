"""A campaign in the making: scopes, teams and a store, each made by a call."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.filters.filters import Filter
from models.visit_plans.planning import draw_up_plan
from models.visit_plans.scopes import Scope
from models.visit_plans.teams import Team
from models.visits.campaign import Campaign
from models.visits.gifts import STOCK_IN, Gift, Stock

USER = "王芳"


@pytest.fixture
def save(archive):
    """Save a record in an entry of its own, and return it."""

    def keep(record):
        with journal.entry("登记", USER):
            record.save()
        return record

    return keep


@pytest.fixture
def campaign(save):
    return save(
        Campaign(
            name="2020年八一走访",
            occasion="八一",
            year=2020,
            begins=PartDate(2020, 7, 20),
            ends=PartDate(2020, 7, 31),
        )
    )


@pytest.fixture
def scope(save, campaign):
    def make(wanted=None, **facts):
        return save(Scope.of(campaign, wanted or Filter(), **facts))

    return make


@pytest.fixture
def team(save, campaign):
    def make(name="第一组", **facts):
        facts = {"leader": "区领导", "members": "王芳、李强", **facts}
        number = Team.select().count() + 1
        return save(Team(campaign=campaign, number=number, name=name, **facts))

    return make


@pytest.fixture
def plan(campaign):
    """Draw the plan up in an entry."""

    def draw():
        with journal.entry("生成走访计划", USER):
            return draw_up_plan(campaign)

    return draw


@pytest.fixture
def gift(save):
    """A kind of gift with so many in the store."""

    def make(name="大米", measure="袋", price=60, there=0):
        kind = save(Gift(name=name, measure=measure, price=price))
        if there:
            save(Stock(gift=kind, way=STOCK_IN, count=there, day=PartDate(2020, 7, 1)))
        return kind

    return make
