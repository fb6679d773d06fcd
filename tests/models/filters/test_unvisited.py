"""Who was never visited, or not for long."""

from __future__ import annotations

from datetime import date

from models.core import journal
from models.core.dates import PartDate
from models.filters import unvisited
from models.filters.filters import Filter
from models.visits.units import Unit
from models.visits.visit import Visit

USER = "王芳"
TODAY = date(2020, 12, 31)


def call(someone=None, day=None, **facts):
    with journal.entry("登记走访", USER):
        Visit(person=someone, day=day or PartDate(2020, 7, 1), **facts).save()


def test_the_never_visited_come_first_then_the_longest_ago(person):
    people = {name: person(name=name) for name in "甲乙丙丁"}
    call(people["甲"], PartDate(2018, 7, 1))
    call(people["乙"], PartDate(2016, 7, 1))
    call(people["丙"], PartDate(2020, 1, 20))
    found = unvisited.unvisited(date(2020, 1, 1), today=TODAY)
    assert [(each.name, each.last_day, each.calls) for each in found] == [
        ("丁", "", 0), ("乙", "2016-07-01", 1), ("甲", "2018-07-01", 1),
    ]  # fmt: skip
    assert [each.name for each in unvisited.unvisited(today=TODAY)] == ["丁"]


def test_the_dead_wait_for_nobody(person, identity):
    person(name="甲", died=PartDate(2019))
    identity(person(name="乙"), state="去世")
    assert unvisited.unvisited(today=TODAY).count() == 0


def test_a_visit_that_is_only_planned_is_none(person):
    call(person(name="甲"), PartDate(2021, 1, 5))
    assert unvisited.unvisited(today=TODAY).count() == 1


def test_a_filter_narrows_it(person):
    person(name="甲", street="总寨镇")
    person(name="乙", street="南滩街道")
    found = unvisited.unvisited(wanted=Filter(street="总寨镇"), today=TODAY)
    assert [each.name for each in found] == ["甲"]


def test_units_too(archive):
    with journal.entry("登记部队", USER):
        Unit(name="一分队").save()
        Unit(name="二分队").save()
    call(unit="一分队", day=PartDate(2019, 7, 30))
    assert unvisited.units_unvisited(date(2020, 1, 1)) == 2
    assert unvisited.units_unvisited(date(2019, 1, 1)) == 1


def test_units_that_visits_name_are_taken_over_once(archive):
    call(unit="一分队")
    call(unit="一分队", day=PartDate(2020, 1, 17))
    call(unit="二分队")
    for came in (2, 0):
        with journal.entry("补登部队", USER):
            assert unvisited.take_over_units() == came
    assert [unit.name for unit in Unit.select().order_by(Unit.id)] == ["一分队", "二分队"]
