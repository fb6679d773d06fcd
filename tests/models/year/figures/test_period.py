"""The part of a year that figures are asked for: up to the end of a month."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.briefs import Brief
from models.ledger.honours import Honour
from models.payments.payment import Payment
from models.people.person import Person
from models.year.figures.period import day_field_of, up_to
from tests.conftest import USER

JUNE = date(2020, 6, 30)


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (PartDate(2020, 6, 30), True), (PartDate(2020, 7, 1), False), (PartDate(2020, 6), True), (PartDate(2020, 12), False),
        (PartDate(2020), True), (PartDate(2020, 1, 31), True),
    ],
)  # fmt: skip
def test_half_a_year_ends_with_june_and_what_has_no_month_is_counted(archive, day, counted):
    with journal.entry("登记", USER):
        Brief(day=day, kind="双拥信息").save()
    assert Brief.select().where(up_to(Brief.day, JUNE)).exists() is counted


def test_a_record_without_a_day_is_not_lost_to_the_half_year(archive):
    with journal.entry("登记", USER):
        Honour(year=2020, honour="最美退役军人", name="张三").save()
    assert Honour.select().where(up_to(day_field_of(Honour), JUNE)).exists()


@pytest.mark.parametrize(
    ("paid_on", "month", "counted"),
    [(PartDate(2020, 7, 1), PartDate(2020, 6), False), (PartDate(2020, 6, 30), PartDate(2020, 7), True), (None, PartDate(2020, 7), False)],
)  # fmt: skip
def test_money_belongs_to_the_day_on_which_it_was_paid_before_the_month_that_it_is_for(
    person, paid_on, month, counted
):
    someone = person()
    with journal.entry("登记", USER):
        Payment(person=someone, programme="体检", item="体检", amount=5, month=month, paid_on=paid_on).save()
    assert Payment.select().where(up_to(day_field_of(Payment), JUNE)).exists() is counted


def test_people_on_file_belong_to_no_day():
    assert day_field_of(Person) is None
