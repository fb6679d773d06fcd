"""Activities: what was held or is planned, and with how many."""

from __future__ import annotations

import pytest
from peewee import IntegrityError

from models.core import codes, journal
from models.core.record import Invalid
from models.ledger import activities, years
from models.ledger.activities import Activity
from tests.conftest import USER
from tests.models.ledger.conftest import DAY, TOMORROW

GOOD = {"day": DAY, "theme": "八一", "people": 0}


def test_what_was_done_is_kept(save):
    save(Activity(**GOOD))
    assert all(getattr(Activity.get(), name) == value for name, value in GOOD.items())
    assert years.years_of(Activity) == [2020]


@pytest.mark.parametrize(("facts", "field"), [({"people": -1}, "people"), ({"theme": ""}, "theme"), ({"day": None}, "day")])  # fmt: skip
def test_what_cannot_be_is_refused(save, facts, field):
    with pytest.raises(Invalid) as refused:
        save(Activity(**GOOD | facts))
    assert set(refused.value.problems) == {field}


def test_an_activity_may_be_planned(save):
    save(Activity(day=TOMORROW, theme="八一"))


def test_an_activity_has_a_theme_or_a_kind(save):
    save(Activity(day=DAY, kind="主题党日"))
    with pytest.raises(Invalid, match="主题或活动类型"):
        save(Activity(day=DAY, theme=" ", kind=" "))


@pytest.mark.parametrize("field", activities.ACTIVITY_NUMBERS)
def test_no_number_of_an_activity_is_less_than_nothing(save, field):
    save(Activity(**GOOD | {field: 0}))
    with pytest.raises(Invalid, match="不能是负数") as refused:
        save(Activity(**GOOD | {field: -1}))
    assert set(refused.value.problems) == {field}
    with pytest.raises(IntegrityError), journal.entry("绕过", USER):
        Activity.update(**{field: -1}).execute()


def test_the_kinds_that_the_figures_count_are_those_of_the_form():
    counted = {activities.COMFORT, activities.COMMUNITY, activities.PARTY_DAY, activities.MEMORIAL}
    assert counted <= set(codes.table("activity_kind").names())
