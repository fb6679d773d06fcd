"""Birthdays as conditions of a query: who has reached an age on a day; of a birth date a part may be unknown."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from peewee import Case, Expression, fn

from models.people.person import Person

SHORT_MONTHS = ("04", "06", "09", "11")
NOT_LEAP = ("1800", "1900", "2100")


def reached(age: int, day: date) -> Expression:
    """People who are surely that old on the day, as ``models.core.dates.age_on`` counts."""
    return Expression(_latest_birth(), "<=", _bound(age, day))


def not_reached(age: int, day: date) -> Expression:
    """People who may still be younger on the day; nobody whose birth date is not known at all."""
    return Expression(_latest_birth(), ">", _bound(age, day))


def reached_between(age: int, first: date, last: date) -> Expression:
    """People who reach that age on a day from the first to the last."""
    years = (
        first.year - age - 1,
        last.year - age + 1,
    )  # what is far off is told by the year alone, in less time
    by_year = Expression(Person.born, ">=", str(years[0])) & Expression(Person.born, "<", str(years[1]))
    numbered = Person.born.is_null(True) & fn.SUBSTR(Person.number, 7, 4).between(*map(str, years))
    exactly = not_reached(age, first - timedelta(days=1)) & reached(age, last)
    found: Expression = (by_year | numbered) & exactly
    return found


def _bound(age: int, day: date) -> str:
    """The latest birth date of those who are that old; a month's end is its 31st, as in ``_latest_birth``."""
    year, month = day.year - age, day.month
    if year < 1:
        return ""
    last = calendar.monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{31 if day.day >= last else day.day:02d}"


def _latest_birth() -> Any:
    """SQL for the last day on which a person can have been born, by what ``Person.birthday`` knows.

    The number tells more when the file says nothing, or only a part of what the number says.
    """
    known = fn.LENGTH(Person.born)
    filed = Case(
        None,
        [(known == 4, Person.born.concat("-12-31")), (known == 7, Person.born.concat("-31"))],
        Person.born,
    )
    less = (
        Person.born.is_null(True)
        | Expression(_words((7, 4)), "=", Person.born)
        | Expression(_words((7, 4), (11, 2)), "=", Person.born)
    )
    # a whole date first: it is the usual case, and the others take longer
    return Case(None, [(known == 10, Person.born), (less, fn.COALESCE(_birth_in_number(), filed))], filed)


def _birth_in_number() -> Any:
    return Case(None, [(_is_day(), _words((7, 4), (11, 2), (13, 2)))])


def _words(*parts: tuple[int, int]) -> Any:
    """SQL for some places of the citizen number, joined as a date."""
    (start, length), *others = parts
    joined: Any = fn.SUBSTR(Person.number, start, length)
    for start, length in others:
        joined = joined.concat("-").concat(fn.SUBSTR(Person.number, start, length))
    return joined


def _is_day() -> Any:
    """SQL for whether places 7 to 14 of the citizen number are a day of the calendar, as ``citizen_number.birth_in``."""
    year, month, day = (fn.SUBSTR(Person.number, *part) for part in ((7, 4), (11, 2), (13, 2)))
    # written out: peewee takes % of words for LIKE
    fourth = Expression(Expression(year.cast("INTEGER"), "%", 4), "=", 0)
    leap = fourth & year.not_in(NOT_LEAP)
    long_enough = Case(
        None,
        [
            (month.in_(SHORT_MONTHS), "30"),
            ((month == "02") & leap, "29"),
            (month == "02", "28"),
        ],
        "31",
    )
    right = year.between("1800", "2199") & month.between("01", "12")
    return right & (day >= "01") & Expression(day, "<=", long_enough)
