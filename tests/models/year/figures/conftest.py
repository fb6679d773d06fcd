"""A record is saved, and the figures that it changed are told."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.outsiders import Outsider
from models.year import figures
from tests.conftest import USER
from tests.factories import citizen_number

DAY = PartDate(2020, 7, 28)


def values(year=2020):
    return {each.key: each.value for each in figures.all(year)}


@pytest.fixture
def changed(archive):
    """Save a record and say which figures of the year it changed, and by how much."""

    def keep(*records):
        before = values() if journal.last_number() else dict.fromkeys(figures.DEFINITIONS, 0)
        with journal.entry("登记", USER):
            for record in records:
                record.save()
        after = values()
        told = {key: after[key] - before[key] for key in after if after[key] != before[key]}
        other = (figures.of(figures.DEFINITIONS[key], 2019) for key in told)
        assert not any(each.value for each in other)
        return told

    return keep


@pytest.fixture
def outsider(archive):
    made = Outsider(name="李某", number=citizen_number())
    with journal.entry("登记", USER):
        made.save()
    return made
