"""The years of which an archive has something to tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.activities import Activity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.payments.payment import Payment
from models.visits.visit import Visit
from models.year.summary.years import busiest, known_years
from tests.conftest import USER

NOW = date.today().year


@pytest.fixture
def save(archive):
    def keep(record):
        with journal.entry("登记", USER):
            record.save()

    return keep


def test_an_empty_archive_has_the_present_year(archive):
    assert known_years() == [NOW]
    assert busiest() == NOW


def test_a_record_of_any_register_makes_its_year_known_once_and_the_newest_comes_first(save, person):
    save(Service(day=PartDate(2018, 9, 1), matter="军人子女入学", name="甲"))
    save(Rate(year=2017, name="某率", done=1, due=1))
    save(Payment(person=person(), programme="体检", item="体检", month=PartDate(2019, 7), amount=Decimal(1)))
    for month in (1, 7):
        save(Visit(unit="某部", day=PartDate(2018, month, 1)))
    assert known_years() == [NOW, 2019, 2018, 2017]


def test_the_year_offered_first_is_the_newest_with_a_visit_or_an_activity(save):
    save(Service(day=PartDate(2021, 9, 1), matter="军人子女入学", name="甲"))
    save(Visit(unit="某部", day=PartDate(2018, 1, 1)))
    assert busiest() == 2018
    save(Activity(day=PartDate(2019, 1, 1), theme="春节"))
    assert busiest() == 2019
