"""What was paid for months after a death."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.deaths.overpaid import last_month, overpaid, still_paid
from models.payments.payment import Payment
from tests.models.deaths.conftest import USER


def test_the_month_of_the_death_is_still_due_and_single_grants_are_not_overpaid(paid):
    someone = paid()
    with journal.entry("丧葬", USER):
        Payment(
            person=someone,
            programme="丧葬补助",
            item="丧葬补助",
            month=PartDate(2020, 6),
            amount=Decimal(3900),
        ).save()
    assert overpaid(someone, PartDate(2020, 8, 31)).payments == ()
    assert overpaid(someone, PartDate(2020, 7, 1)).amount == Decimal(650)
    assert overpaid(someone, PartDate(2019, 12, 31)).amount == Decimal(5200)
    assert last_month(PartDate(2020)) == "2020-12"  # only what is surely overpaid


def test_the_payments_are_told_from_the_oldest_on(paid):
    someone = paid()
    with journal.entry("补登", USER):
        Payment(person=someone, programme="", item="补登", month=PartDate(2020, 5), amount=Decimal(1)).save()
    found = overpaid(someone, PartDate(2020, 4, 20))
    assert [str(each.month) for each in found.payments] == [
        "2020-05",
        "2020-05",
        "2020-06",
        "2020-07",
        "2020-08",
    ]
    assert (found.months[0], len(found.months), found.amount) == ("2020-05", 4, Decimal(2601))
    assert overpaid(someone, PartDate(2020, 7, 1)).span() == "2020年8月（1个月）"
    assert overpaid(someone, PartDate(2020, 8, 1)).span() == ""


def test_a_death_of_which_the_month_is_known_is_enough_and_the_year_is_not(paid):
    by_month, by_year = paid(name="张三"), paid(name="李四")
    for someone, died in ((by_month, PartDate(2020, 7)), (by_year, PartDate(2020))):
        someone.died = died
        with journal.entry("去世", USER):
            someone.save()
    assert [each.name for each in still_paid()] == ["张三"]
