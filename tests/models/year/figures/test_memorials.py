"""Memorials and patrols change their own figures; an event in which all stations took part is told as such."""

from __future__ import annotations

from models.ledger.activities import LAW, MEMORIAL, Activity
from models.ledger.memorials import Memorial, Patrol
from models.veterans.service_stations import ServiceStation
from tests.models.year.figures.conftest import DAY


def test_a_memorial_is_surveyed_in_its_year_and_is_on_file(changed):
    fresh = Memorial(name="陵园", checked=DAY, keeper="事务局")
    assert changed(fresh) == {"memorials.surveyed": 1, "memorials.filed": 1, "memorials.kept": 1}
    found = Patrol(memorial=fresh, day=DAY, patroller="甲", finding="护栏松动", done=True)
    told = ("memorials.patrols", "memorials.patrolled", "memorials.found", "memorials.righted")
    assert changed(found) == dict.fromkeys(told, 1)


def test_all_stations_are_all_that_the_register_has(changed):
    event = Activity(day=DAY, theme="清明", kind=MEMORIAL, stations=1)
    assert "honours.all_stations" not in changed(event)
    station = ServiceStation(name="甲站", since=DAY)
    assert changed(station)["honours.all_stations"] == 1


def test_an_event_of_the_law_belongs_to_its_own_section(changed):
    assert changed(Activity(day=DAY, theme="《民法典》进军营", kind=LAW)) == {"activities.laws": 1}
    assert changed(Activity(day=DAY, theme="《英雄烈士保护法》", kind=LAW)) == {"honours.laws": 1}
