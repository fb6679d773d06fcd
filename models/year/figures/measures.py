"""Measures 计数办法 of the office's own figures: how the rows that one counts make a number."""

from __future__ import annotations

from typing import Any

from peewee import fn

from models.core.record import Count
from models.people.outsiders import Outsider
from models.people.person import Person
from models.year.figures.definitions import people_measure, rows_measure
from models.year.figures.period import day_field_of


def has_people(model: Any) -> bool:
    """Whether its records are of people on file, or such people themselves."""
    return model is Person or "person" in model._meta.fields


def owners_measure(model: Any) -> Any:
    """人数: so many people, each counted once."""
    if model is Person:
        return rows_measure(model)
    return people_measure(model) if of_either(model) else fn.COUNT(model.person.distinct())


def of_either(model: Any) -> bool:
    """Whether its records are about people on file or without one."""
    return "outsider" in model._meta.fields


def has_times(model: Any) -> bool:
    return has_people(model) or "people" in model._meta.fields


def times_measure(model: Any) -> Any:
    """人次: how many people each record tells of, one where it tells none; else a record is one."""
    return (
        fn.COALESCE(fn.SUM(fn.COALESCE(model.people, 1)), 0) if _counts_people(model) else rows_measure(model)
    )


def batches_measure(model: Any) -> Any:
    """批次: a record that tells how many people came is a batch; of others, what was done on one day is."""
    day = day_field_of(model)
    return rows_measure(model) if _counts_people(model) or day is None else fn.COUNT(day.distinct())


def households_measure(model: Any) -> Any:
    """户: people of one address are one, of whom none is known each is one of his own."""
    if model is Person:
        return fn.COUNT(fn.DISTINCT(_household(Person, "p")))
    asked: list[Any] = [Person.select(_household(Person, "p")).where(Person.id == model.person)]
    if of_either(model):
        asked.append(Outsider.select(_household(Outsider, "o")).where(Outsider.id == model.outsider))
    return fn.COUNT(fn.DISTINCT(fn.COALESCE(*asked) if len(asked) > 1 else asked[0]))


def _counts_people(model: Any) -> bool:
    return isinstance(model._meta.fields.get("people"), Count)


def _household(model: Any, sign: str) -> Any:
    told = (model.household_address, model.residence) if model is Person else (model.address,)
    addresses = [fn.NULLIF(each, "") for each in told]
    return fn.COALESCE(*addresses, fn.PRINTF(f"{sign}%d", model.id)).coerce(False)
