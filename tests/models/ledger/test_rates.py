"""Rates: how many had a due, and how many got it; all is said only of all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger import rates, years
from models.ledger.rates import Rate, Standing
from models.payments.payment import Payment

GOOD = {"year": 2020, "name": "优抚政策落实率", "done": 681, "due": 681}


def test_what_was_done_is_kept(save):
    save(Rate(**GOOD))
    assert all(getattr(Rate.get(), name) == value for name, value in GOOD.items())
    assert years.years_of(Rate) == [2020]


@pytest.mark.parametrize(("facts", "field"), [({"done": 682}, "done"), ({"due": None}, "due"), ({"year": 20}, "year"), ({"name": " "}, "name"), ({"done": None}, "done"), ({"done": -1}, "done"), ({"due": -1}, "due")])  # fmt: skip
def test_what_cannot_be_is_refused(save, facts, field):
    with pytest.raises(Invalid) as refused:
        save(Rate(**GOOD | facts))
    assert set(refused.value.problems) == {field}


def test_a_rate_that_is_queried_needs_no_numbers(archive):
    assert Rate(year=2020, name="优抚政策落实率", source="paid").problems() == {}
    assert set(Rate(year=2020, name="优抚政策落实率", source="猜的").problems()) == {"source"}


@pytest.mark.parametrize(
    ("done", "due", "shown"),
    [(681, 681, "100%"), (680, 681, "99.8%"), (99999, 100000, "99.9%"), (1, 2, "50%"), (1, 1000, "0.1%"), (1, 1001, "0%"), (0, 5, "0%"), (0, 0, "")],
)  # fmt: skip
def test_a_percentage_is_cut_off_and_never_rounded_up_to_all(done, due, shown):
    assert Standing(Rate(), done, due).shown == shown


def test_who_is_paid_in_the_year_counts_and_who_is_missing_is_named(save, identity, person):
    paid, unpaid = identity(person(name="已发")).person, identity(person(name="未发")).person
    identity(person(name="停发"), state="停发")
    identity(person(name="故人", died=PartDate(2020, 2, 1)))
    for someone, facts in (
        (paid, {"paid_on": PartDate(2020, 12, 31), "month": PartDate(2020, 12)}),
        (unpaid, {"paid_on": PartDate(2021, 1, 1), "month": PartDate(2020, 12)}),
    ):
        save(Payment(person=someone, programme="临时救助", item="临时救助", amount=Decimal(1), **facts))
    here = rates.standing(Rate(year=2020, source="paid"))
    assert (here.done, here.due) == (1, 2)
    assert [each.name for each in here.missing()] == ["未发"]
    assert [each.name for each in rates.standing(Rate(year=2021, source="paid")).missing()] == ["已发"]


def test_who_lives_has_an_insurance_due_and_none_is_not_one(person):
    person(name="居民", insurance="城乡居民基本医疗保险")
    person(name="无", insurance="无")
    person(name="未填")
    person(name="故人", insurance="无", died=PartDate(2020, 2, 1))
    here = rates.standing(Rate(year=2020, source="insured"))
    assert (here.done, here.due) == (1, 3)
    assert [each.name for each in here.missing()] == ["无", "未填"]


def test_what_was_entered_names_nobody_and_stands_in_the_office_s_order(save):
    for position, name in ((None, "末"), (2, "乙"), (1, "甲")):
        save(Rate(**GOOD | {"position": position, "name": name}))
    save(Rate(**GOOD | {"year": 2021}))
    listed = rates.rates_of_year(2020)
    assert [each.name for each in listed] == ["甲", "乙", "末"]
    assert (listed[0].done, listed[0].due, listed[0].missing()) == (681, 681, None)
