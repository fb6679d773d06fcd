"""The crossed records of a cross-table: each with its answers to the question of the rows and of the columns, and what it counts for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from peewee import JOIN, Value, fn

from models.core.record import Refusal, db
from models.filters.saved_filters import SavedFilter
from models.people.identity import Identity
from models.people.outsiders import Outsider
from models.people.person import Person
from models.year.cross_tables.cross_choices import (
    COUNT_PEOPLE,
    COUNT_ROWS,
    EVERYBODY_AND_ALL,
    OF_FILTER,
    ON_REGISTER_AT_END,
    CrossChoice,
)
from models.year.cross_tables.crossed_fields import CrossedField
from models.year.figures.period import of_year
from models.year.statistics.held_identities import held_on

Whom = tuple[int | None, int | None]  # the person on file, or the outsider


class CrossedRecord(NamedTuple):
    """A record under one row and one column; ``amount`` in whole fen or things."""

    id: int
    person: int | None
    outsider: int | None
    identity: int | None
    amount: int | None
    row: str
    column: str

    @property
    def whom(self) -> Whom:
        return self.person, self.outsider


def crossed_records(
    choice: CrossChoice, row: CrossedField, column: CrossedField | None, day: date
) -> Iterator[CrossedRecord]:
    """The records of the choice in the year of ``day``; one of several identities stands there once for each."""
    model = choice.model
    owners = {row.owner, column.owner if column else row.owner}
    with_identity = model is Identity or Identity in owners or _counts_identities(choice)
    asked = model.select(
        model.id, *_whom(model), _identity(model, with_identity), _amount(choice), row.asked, _answer(column)
    )
    asked = _joined(asked, model, with_identity)
    if choice.of_one_year:
        asked = asked.where(*of_year(model, day.year))
    counted = _population(choice, day)
    for record in db.execute(asked.order_by(model.id)):  # as the file has them: headings are made of that
        each = CrossedRecord._make(record)
        if counted(each):
            yield each


def _whom(model: Any) -> tuple[Any, Any]:
    if model is Person:
        return Person.id, Value(None)
    named = model._meta.fields
    return (
        Person.id if "person" in named else Value(None),
        Outsider.id if "outsider" in named else Value(None),
    )


def _identity(model: Any, joined: bool) -> Any:
    return Identity.id if joined else Value(None)


def _amount(choice: CrossChoice) -> Any:
    if choice.measure in (COUNT_PEOPLE, COUNT_ROWS):
        return Value(None)
    return fn.COALESCE(choice.model._meta.fields[choice.measure], 0)


def _answer(field: CrossedField | None) -> Any:
    return Value("") if field is None else field.asked


def _joined(asked: Any, model: Any, with_identity: bool) -> Any:
    """The records beside those whom they are about, and beside the identity that they name or all that the person has."""
    named = model._meta.fields
    if model is not Person and "person" in named:
        asked = asked.join(Person, JOIN.LEFT_OUTER)
    if "outsider" in named:
        asked = asked.switch(model).join(Outsider, JOIN.LEFT_OUTER)
    if not with_identity or model is Identity:
        return asked
    if "identity" in named:
        return asked.switch(model).join(Identity, JOIN.LEFT_OUTER)
    return asked.join(Identity, JOIN.LEFT_OUTER, on=(Identity.person == Person.id))


def _counts_identities(choice: CrossChoice) -> bool:
    """Whether who is on the register is asked of identities: of the people themselves and of those without one of their own."""
    return choice.population == ON_REGISTER_AT_END and "identity" not in choice.model._meta.fields


def _population(choice: CrossChoice, day: date) -> Callable[[CrossedRecord], bool]:
    """Whether a record is counted."""
    if choice.population == EVERYBODY_AND_ALL:
        return lambda record: True
    if choice.population == ON_REGISTER_AT_END:
        held = list(held_on(day))
        if _counts_identities(choice):
            return _among({identity for identity, _ in held}, lambda record: record.identity)
        return _among({person for _, person in held}, lambda record: record.person)
    name = choice.population.removeprefix(OF_FILTER)
    kept = SavedFilter.get_or_none(SavedFilter.name == name)
    if kept is None:
        raise Refusal(f"常用筛选“{name}”已经删除，请另选统计范围")
    people: Any = kept.chosen.query().select(Person.id).order_by()
    return _among({person for (person,) in people.tuples()}, lambda record: record.person)


def _among(
    wanted: Collection[int | None], told: Callable[[CrossedRecord], int | None]
) -> Callable[[CrossedRecord], bool]:
    return lambda record: told(record) in wanted
