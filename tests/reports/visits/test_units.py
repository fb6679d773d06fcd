"""The units of the forces in the district."""

from __future__ import annotations

from models.visits.units import Unit
from reports.visits.units import units_register
from tests.reports.papers import told


def unit(last_day, **facts):
    made = Unit(**facts)
    made.last_day = last_day
    return made


def test_a_unit_that_nobody_visited_is_told_and_another_by_its_last_day(archive):
    register = units_register([unit("", name="甲部队", strength=20), unit("2020-07-28", name="乙部队")])
    assert [told(register, row)["最近走访"] for row in (0, 1)] == ["从未走访", "2020-07-28"]
    assert [told(register, row)["走访人数"] for row in (0, 1)] == ["20", ""]


def test_units_are_counted_as_units(archive):
    assert units_register([unit("", name="甲部队")]).counted == "支"
