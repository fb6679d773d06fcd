"""People on file at the end of a year: living, recognised, whose files are complete."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.payments.payment import Payment
from models.people.identity import IdentityState
from models.people.materials import CatalogueLine, Material, change_catalogue
from models.people.person import Person
from models.year import figures
from models.year.statistics import charts
from tests.conftest import USER

FILES = ("files.persons", "files.paid", "files.complete")


def keep(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


def told(year=2020, until=12):
    return tuple(figures.of(figures.DEFINITIONS[key], year, until=until).value for key in FILES)


@pytest.fixture
def at_work(person):
    """There is work of 2015 on record, so that there are files since then."""
    facts = {"programme": "体检", "item": "体检卡", "month": PartDate(2015, 1), "amount": Decimal(1)}
    keep(Payment(person=person(), **facts))


STATES = [
    ("享受待遇", (1, 1)), ("身份认定不享受待遇", (1, 0)), ("停发", (1, 0)), ("中止", (1, 0)), ("", (1, 0)),
    ("受理", (0, 0)), ("不予认定", (0, 0)), ("取消", (0, 0)), ("迁移", (0, 0)), ("去世", (0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("state", "expected"), STATES)
def test_who_is_recognised_is_on_file(at_work, identity, state, expected):
    identity(state=state)
    assert told()[:2] == expected


def test_nobody_without_a_right_and_none_before_the_work_of_the_office(at_work, identity, person):
    person()
    assert told() == (0, 0, 0)
    identity(approved=PartDate(2010, 1, 1))
    assert (told(2014)[0], told(2015)[0]) == (0, 1)


def test_each_year_has_its_own_people(at_work, identity, person):
    identity(person(died=PartDate(2019, 6, 1)), approved=PartDate(2010, 1, 1))
    identity(approved=PartDate(2018, 3, 1))
    left = identity(state="迁移", approved=PartDate(2012, 1, 1))
    identity(approved=PartDate(2020, 9, 1))
    keep(
        IdentityState(identity=left, person=left.person, state="享受待遇", since=PartDate(2012, 1, 1)),
        IdentityState(identity=left, person=left.person, state="迁移", since=PartDate(2020, 5, 1)),
    )
    assert [told(year)[0] for year in (2017, 2018, 2019, 2020)] == [2, 3, 2, 2]
    assert (told(2020, 4)[0], told(2020, 6)[0]) == (2, 1)


def test_a_file_is_complete_with_every_paper_that_it_must_have(at_work, identity):
    whole, half = identity().person, identity().person
    lines = [CatalogueLine(title=title, applies="all", required=True) for title in ("证件", "审批表")]
    change_catalogue([*lines, CatalogueLine(title="证明", applies="三属", required=True)], USER)
    assert told() == (2, 2, 0)
    keep(
        *(Material(person=whole, title=title) for title in ("证件", "审批表")),
        Material(person=half, title="证件"),
    )
    assert told() == (2, 2, 1)
    identity(whole, kind="三属")
    assert told() == (2, 2, 0)


def test_the_charts_count_those_of_them_who_are_in_pay(at_work, identity, person):
    someone = identity().person
    identity(someone, kind="农村籍退役士兵", state="停发")
    identity(state="身份认定不享受待遇")
    identity(person(died=PartDate(2019, 6, 1)))
    drawn = next(each for each in charts.charts_of_year(2020) if each.title == "优抚对象年龄结构")
    people = [key for bar in drawn.bars for key in bar.keys]
    (paid,) = [each for each in figures.all(2020) if each.key == "files.paid"]
    assert sorted(people) == sorted(each.id for each in paid.rows()) == [someone.id]
    assert Person.select().count() == 4
