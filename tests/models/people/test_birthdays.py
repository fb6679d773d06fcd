"""Ages as a query counts them, of birth dates of which a part may be unknown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core import journal
from models.core.dates import PartDate, age_on
from models.filters import filters
from models.filters.filters import Filter
from models.people import birthdays
from models.people.person import Person
from tests import factories
from tests.conftest import USER

TODAY = date(2026, 8, 22)


def listed(chosen, today=TODAY):
    return [person.name for person in chosen.query(today)]


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (PartDate(1966, 8, 22), True),
        (PartDate(1966, 8, 23), False),
        (PartDate(1966, 8), False),  # may be born on the 31st
        (PartDate(1966, 7), True),
        (PartDate(1966), False),
        (PartDate(1965), True),
    ],
)
def test_somebody_of_whose_birth_only_a_part_is_known_is_as_old_as_is_certain(archive, born, expected):
    number = "630103000000000000"  # says nothing of the birth
    with journal.entry("登记", USER):
        Person(name="张三", number=number, born=born).save()
    assert bool(listed(Filter(age_from=60))) is expected
    assert bool(listed(Filter(age_to=59))) is not expected


def test_who_has_no_birth_date_has_the_one_in_the_number(archive):
    with journal.entry("登记", USER):
        Person(name="张三", number=factories.citizen_number(date(1966, 8, 22))).save()
        Person(name="李四", number="630103196602300011").save()  # there is no 30 February
    assert listed(Filter(age_from=60)) == ["张三"]
    assert listed(Filter(age_to=200)) == ["张三"]


@pytest.mark.parametrize(
    "day", ["20040229", "19650229", "19000229", "20000229", "19660431", "19661301", "19660001", "19660100"]
)
def test_a_number_whose_day_is_not_in_the_calendar_tells_no_age(archive, day):
    with journal.entry("登记", USER):
        someone = Person(name="张三", number=f"630103{day}0011")
        someone.save()
    assert bool(listed(Filter(age_to=200))) is (someone.birthday is not None)


part_dates = st.builds(
    lambda day, known: PartDate(*(day.year, day.month, day.day)[:known]),
    st.dates(date(1920, 1, 1), date(2020, 12, 31)),
    st.integers(1, 3),
)


@settings(max_examples=60)
@given(
    born=st.none() | part_dates, numbered=st.dates(date(1920, 1, 1), date(2020, 12, 31)),
    agree=st.booleans(), age=st.integers(0, 110), day=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
)  # fmt: skip
def test_a_query_counts_ages_as_the_program_does(archive, born, numbered, agree, age, day):
    if agree and born:
        born = PartDate(*(numbered.year, numbered.month, numbered.day)[: born.known])
    with journal.entry("登记", USER):
        someone = Person(name="张三", number=factories.citizen_number(numbered), born=born)
        someone.save()
    reached = age_on(someone.birthday, day) >= age
    me = Person.id == someone.id
    assert Person.select().where(me, birthdays.reached(age, day)).exists() is reached
    assert Person.select().where(me, birthdays.not_reached(age, day)).exists() is not reached


@settings(max_examples=40)
@given(born=st.dates(date(1965, 1, 1), date(1967, 12, 31)))
def test_who_turns_sixty_soon_is_announced_from_ninety_days_before_to_the_day(archive, born):
    with journal.entry("登记", USER):
        someone = Person(name="张三", number=factories.citizen_number(born), born=PartDate.of(born))
        someone.save()
    birthday = next(
        TODAY + timedelta(days=n) for n in range(-1000, 1200) if age_on(PartDate.of(born), TODAY + timedelta(days=n)) == 60
    )  # fmt: skip
    soon = TODAY <= birthday <= TODAY + timedelta(days=filters.SOON)
    assert Filter(turning=60).query(TODAY).where(Person.id == someone.id).exists() is soon


@pytest.mark.parametrize(
    ("born", "age", "expected"),
    [
        (PartDate(1966, 8, 1), 60, True), (PartDate(1966, 8, 31), 60, True),
        (PartDate(1966, 7, 31), 60, False), (PartDate(1966, 9, 1), 60, False), (PartDate(1967, 8, 15), 60, False),
    ],
)  # fmt: skip
def test_who_reaches_an_age_within_a_month_does_so_from_its_first_day_to_its_last(
    person, born, age, expected
):
    person(born=born)
    within = birthdays.reached_between(age, date(2026, 8, 1), date(2026, 8, 31))
    assert Person.select().where(within).exists() is expected


def test_within_a_month_of_the_turn_of_the_year_both_years_births_are_found(person):
    person(name="旧年", born=PartDate(1965, 12, 31))
    person(name="新年", born=PartDate(1966, 1, 1))
    within = birthdays.reached_between(60, date(2025, 12, 31), date(2026, 1, 1))
    assert sorted(each.name for each in Person.select().where(within)) == ["新年", "旧年"]


def test_who_was_born_on_a_leap_day_is_older_on_the_first_of_march_of_a_common_year(person):
    person(born=PartDate(1964, 2, 29))
    assert not Person.select().where(birthdays.reached(61, date(2025, 2, 28))).exists()
    assert Person.select().where(birthdays.reached(61, date(2025, 3, 1))).exists()
    assert Person.select().where(birthdays.reached(60, date(2024, 2, 29))).exists()


def test_who_was_born_in_a_month_of_thirty_days_is_older_at_its_end(person):
    person(born=PartDate(1966, 6), number="630103000000000000")  # says nothing of the birth
    assert not Person.select().where(birthdays.reached(60, date(2026, 6, 29))).exists()
    assert Person.select().where(birthdays.reached(60, date(2026, 6, 30))).exists()
