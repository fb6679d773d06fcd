"""走访慰问登记表: people and units apart."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.visits import visit
from models.visits.visit import Visit
from reports.visits.visits import registers

USER = "王芳"


def test_people_and_units_have_a_register_each(person):
    someone = person(name="甲", number="630103195001010011", street="总寨镇")
    with journal.entry("登记", USER):
        Visit(person=someone, day=PartDate(2020, 7, 28), money=500, wishes="反映药费高").save()
        Visit(
            unit="驻区某部一分队", day=PartDate(2020, 7, 29), gifts="牛肉", gift_count=5, gift_value=3700
        ).save()
    people, units = registers(visit.visits())
    assert people.rows[0][4:7] == ("甲", "630103********0011", "总寨镇")
    assert people.rows[0][9] == "500.00"
    assert units.rows[0][3:] == ("驻区某部一分队", "", "", "牛肉", "5", "3,700.00", "")


def test_without_visits_there_is_an_empty_register(archive):
    assert [each.title for each in registers(visit.visits())] == ["走访慰问登记表"]
