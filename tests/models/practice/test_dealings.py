"""What the office did with invented people: visits before a death, payments at the printed standards."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.people.identity import Identity
from models.people.person import Person
from models.practice.dealings import (
    CALLS,
    chosen_people,
    invented_payments,
    invented_visits,
    printed_standard,
)
from models.practice.words import Chance


def test_every_sixth_from_the_fifth_is_visited_and_paid():
    assert chosen_people(range(18)) == range(4, 18, 6)
    assert list(chosen_people(range(4))) == []


def test_nobody_is_visited_on_the_day_of_the_death_or_later():
    someone = Person(name="张三", died=PartDate(2020, 7, 25))
    days = [each["day"] for seed in range(60) for each in invented_visits(Chance(seed), someone, 2020)]
    assert days
    assert max(days) < date(2020, 7, 25)


def test_a_living_man_is_called_on_at_most_once_at_each_occasion():
    for seed in range(40):
        visits = list(invented_visits(Chance(seed), Person(name="张三"), 2020))
        occasions = [each["occasion"] for each in visits]
        assert len(set(occasions)) == len(occasions)
        for each in visits:
            month, (first, last) = next(
                (month, days) for name, month, days in CALLS if name == each["occasion"]
            )
            assert date(2020, month, first) <= each["day"] <= date(2020, month, last)
            assert ("gifts" in each) is (each["occasion"] != "日常")
            assert not each.get("done") or each["handling"]


@pytest.mark.parametrize(
    ("facts", "words", "amount"),
    [
        ({"kind": "参战退役人员"}, "650元/月", "650"), ({"kind": "带病回乡退役军人"}, "600元/月", "600"),
        ({"kind": "农村籍退役士兵", "service_years": 3}, "40元/月×3年", "120"),
        ({"kind": "三属", "category": "烈士遗属"}, "27980元/年", "2331.67"),
        ({"kind": "伤残人员", "category": "残疾军人", "grade": "一级", "nature": "因病"}, "82570元/年", "6880.83"),
    ],
)  # fmt: skip
def test_a_month_is_paid_at_the_printed_standard(facts, words, amount):
    assert printed_standard(Identity(**facts), 1) == (words, Decimal(amount))


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "农村籍退役士兵"},
        {"kind": "伤残人员", "category": "残疾军人", "grade": "六级", "nature": "因公"},
        {"kind": "在乡复员军人"},
    ],
)
def test_where_no_standard_is_printed_none_is_made_up(facts):
    assert printed_standard(Identity(**facts), 1) is None


def test_twelve_months_are_exactly_the_year():
    for category, yearly in (("烈士遗属", 27980), ("因公牺牲军人遗属", 24040), ("病故军人遗属", 22610)):
        survivor = Identity(kind="三属", category=category)
        assert sum(printed_standard(survivor, month)[1] for month in range(1, 13)) == yearly


def test_who_is_stopped_or_dead_is_not_paid():
    for state, died, months in (
        ("享受待遇", None, [5, 6, 7]),
        ("停发", None, []),
        ("享受待遇", PartDate(2020, 11), []),
    ):
        identity = Identity(person=Person(name="张三", died=died), kind="参战退役人员", state=state)
        paid = list(invented_payments(identity, "622848", 2020))
        assert [each["month"].month for each in paid] == months
        assert all(each["paid_on"] == PartDate(2020, each["month"].month, 15) for each in paid)
