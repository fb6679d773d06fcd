"""Figures of services: each goes by the day that it speaks of, and what has accumulated by the end of the year."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.payments.payment import Payment
from models.veterans.hardship_aid import HardshipAid
from models.veterans.honour_plates import HonourPlate
from models.veterans.petitions import Petition
from models.veterans.placements import Placement
from models.veterans.preference_cards import PreferenceCard
from models.veterans.service_stations import ServiceStation
from models.year import figures
from tests.conftest import USER
from tests.models.year.figures.conftest import values


@pytest.fixture
def told_by(archive):
    """Save records and say which figures of the year they changed, and by how much."""

    def keep(*records):
        before = values()
        with journal.entry("登记", USER):
            for record in records:
                record.save()
        return {key: value - before[key] for key, value in values().items() if value != before[key]}

    return keep


def test_a_card_counts_in_the_year_of_each_of_its_days(told_by, person):
    someone = person()
    card = PreferenceCard(
        person=someone,
        kind="退役军人优待证",
        day=PartDate(2019, 12, 1),
        made=PartDate(2020, 1, 5),
        handed=PartDate(2020, 9, 1),
    )
    assert told_by(card) == {
        "cards.made": 1, "cards.handed": 1, "cards.applied_so_far": 1, "cards.handed_so_far": 1,
    }  # fmt: skip
    assert (values(2019)["cards.applied"], values(2019)["cards.handed_so_far"]) == (1, 0)
    half = {each.key: each.value for each in figures.all(2020, until=6)}
    assert (half["cards.made"], half["cards.handed"], half["cards.applied_so_far"]) == (1, 0, 1)


def test_households_and_plates_that_were_replaced(told_by, person):
    first, second = person(), person()
    day = PartDate(2020, 7, 1)
    made = [HonourPlate(person=each, day=day, reason="首次悬挂") for each in (first, second)]
    told = told_by(*made, HonourPlate(person=first, day=day, reason="更换"))
    assert told == {"plates.hung": 2, "plates.replaced": 1, "plates.hung_so_far": 2}


def test_stations_that_stand_at_the_end_of_the_year(told_by):
    told = told_by(
        ServiceStation(name="甲", standing="示范型", staff=3),
        ServiceStation(name="乙", staff=2, since=PartDate(2019), until=PartDate(2020, 5, 1)),
        ServiceStation(name="丙", staff=2, since=PartDate(2021)),
    )
    assert told == {"stations.all": 1, "stations.model": 1, "stations.staff": 3}


def test_batches_and_people_of_petitions(told_by, person):
    facts = {"person": person(), "matter": "安置", "day": PartDate(2020, 3, 2)}
    told = told_by(
        Petition(**facts, way="来访", people=5, done=PartDate(2021, 1, 4)), Petition(**facts, way="来信")
    )
    assert told == {
        "petitions.batches": 2, "petitions.people": 6, "petitions.letters": 1, "petitions.visits": 1, "petitions.done": 1,
    }  # fmt: skip


def test_help_counts_people_times_and_money_once(told_by, person):
    someone, day = person(), PartDate(2020, 5, 6)
    first = HardshipAid(person=someone, day=PartDate(2019, 12, 1), helped=day, helper="区医保局")
    first.money = 2000
    told = told_by(first, HardshipAid(person=someone, helped=day))
    assert told == {"hardship.people": 1, "hardship.times": 2, "hardship.money": 2000, "hardship.paired": 1}
    assert Payment.select().count() == 1


def test_a_cohort_by_the_way_in_which_it_was_placed(told_by, person):
    told = told_by(
        Placement(person=person(), year=2020, kind="自主就业"),
        Placement(person=person(), year=2020, kind="安排工作", placed=PartDate(2021, 3, 1)),
        Placement(person=person(), year=2019, kind="安排工作"),
    )
    assert told == {
        "placements.all": 2, "placements.self_employed": 1, "placements.assigned": 1, "placements.placed": 1,
    }  # fmt: skip
