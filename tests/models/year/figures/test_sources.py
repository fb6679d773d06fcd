"""The registers that the figures of a year rest on."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.ledger.publicity import Publicity
from models.year import figures
from models.year.figures.sources import source_definitions, source_names
from tests.conftest import USER


def test_each_register_says_how_many_of_its_records_are_counted_each_once(archive):
    with journal.entry("登记", USER):
        Publicity(day=PartDate(2020, 3, 1), form="双拥宣传牌", quantity=20).save()
        Publicity(day=PartDate(2020, 4, 1), form="横幅", quantity=30).save()
        Publicity(day=PartDate(2019, 4, 1), form="横幅", quantity=30).save()
        Publicity(day=PartDate(2020, 8, 1), form="横幅", quantity=30).save()
    shown = {
        until: {
            each.key: figures.of(each, 2020, until=until).shown
            for each in source_definitions(figures.DEFINITIONS.values(), 2020, until)
        }
        for until in (6, 12)
    }
    assert (shown[6]["sources.publicity"], shown[12]["sources.publicity"]) == ("2条", "3条")
    assert shown[12]["sources.visit"] == "0条"


def test_each_register_has_a_name_of_its_own():
    found = source_names(figures.DEFINITIONS.values())
    assert len(set(found.values())) == len(found)
    assert found["sources.payment"] == "补助发放登记"
