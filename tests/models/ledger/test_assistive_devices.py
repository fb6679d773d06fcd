"""Assistive devices: issued, replaced, given up; when the next one is due."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger import assistive_devices
from models.ledger.assistive_devices import AssistiveDevice, devices_due, devices_in_use
from tests.models.ledger.conftest import TOMORROW

ISSUED = PartDate(2020, 3, 5)


@pytest.fixture
def issue(save, person):
    """Issue a device to one and the same person: ``issue(kind="假肢", years=4)``."""
    someone = person()

    def make(**facts):
        return save(AssistiveDevice(**{"person": someone, "day": ISSUED, "kind": "轮椅"} | facts))

    return make


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"person": None}, "person"),
        ({"day": None}, "day"),
        ({"day": TOMORROW}, "day"),
        ({"kind": ""}, "kind"),
        ({"cost": Decimal("-0.01")}, "cost"),
        ({"years": 0}, "years"),
        ({"years": 51}, "years"),
        ({"renew_on": PartDate(2020, 3, 4)}, "renew_on"),
        ({"given_up": PartDate(2020, 3, 4)}, "given_up"),
    ],
)
def test_what_cannot_be_is_refused(issue, facts, field):
    with pytest.raises(Invalid) as refused:
        issue(**facts)
    assert set(refused.value.problems) == {field}


def test_a_device_of_the_day_on_which_it_was_issued_may_be_given_up_at_once(issue):
    assert issue(years=50, cost=Decimal(0), renew_on=ISSUED, given_up=ISSUED).id


def test_it_is_due_on_the_day_that_was_set_else_after_its_years_else_nobody_knows(issue):
    assert issue(years=4).due == PartDate(2024, 3, 5)
    assert issue(years=4, renew_on=PartDate(2023, 1)).due == PartDate(2023, 1)
    assert issue().due is None
    assert issue(day=PartDate(2020), years=4).due == PartDate(2024)
    assert issue(day=PartDate(2020, 2, 29), years=3).due == PartDate(2023, 3, 1)
    assert issue(day=PartDate(2020, 2, 29), years=4).due == PartDate(2024, 2, 29)


def test_the_newer_one_takes_the_older_ones_place_and_another_kind_does_not(issue):
    old = issue(years=4)
    assert devices_due(date(2024, 3, 4)) == []
    assert devices_due(date(2024, 3, 5)) == [old]
    assert devices_due(date(2024, 2, 4), within=30) == [old]
    assert devices_due(date(2024, 2, 3), within=30) == []
    other = issue(kind="助听器", years=3)
    assert devices_due(date(2026, 1, 1)) == [other, old]
    new = issue(day=PartDate(2024, 4, 1), years=4)
    assert devices_due(date(2026, 1, 1)) == [other]
    assert {each.id for each in devices_in_use()} == {other.id, new.id}


def test_who_died_or_gave_it_up_needs_no_other_one(issue, save):
    one = issue(years=1)
    one.given_up = PartDate(2020, 9)
    save(one)
    assert devices_due(date(2026, 1, 1)) == []
    other = issue(kind="助听器", years=1)
    assert devices_due(date(2026, 1, 1)) == [other]
    other.person.died = PartDate(2023, 1, 1)
    save(other.person)
    assert devices_due(date(2026, 1, 1)) == []


def test_the_years_are_the_offices_own_and_never_made_up(issue):
    assert assistive_devices.usual_years("轮椅") is None
    issue(years=3)
    issue(years=5)
    issue()
    assert assistive_devices.usual_years("轮椅") == 5
    assert assistive_devices.usual_years("假肢") is None
