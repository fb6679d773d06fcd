"""A campaign is a round of visits with its name, its year and its days."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger import years
from models.visits.campaign import Campaign
from tests.conftest import USER

DAY = PartDate(2020, 3, 6)
GOOD = {"year": 2020, "name": "2020年八一走访", "begins": DAY, "ends": DAY}


def test_a_campaign_may_begin_and_end_on_one_day(archive):
    with journal.entry("登记", USER):
        Campaign(**GOOD).save()
    assert all(getattr(Campaign.get(), name) == value for name, value in GOOD.items())
    assert years.years_of(Campaign) == [2020]


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"ends": PartDate(2020, 3, 5)}, "ends"), ({"year": None}, "year"), ({"name": " "}, "name")],
)
def test_what_no_campaign_can_be(archive, facts, field):
    with pytest.raises(Invalid) as refused, journal.entry("登记", USER):
        Campaign(**GOOD | facts).save()
    assert set(refused.value.problems) == {field}


def test_a_campaign_whose_days_are_known_only_in_part_is_not_called_wrong():
    assert Campaign(**GOOD | {"begins": PartDate(2020, 3), "ends": DAY}).problems() == {}
    assert Campaign(**GOOD | {"begins": None}).problems() == {}
