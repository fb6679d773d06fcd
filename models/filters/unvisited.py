"""The unvisited 久未走访: the living whom nobody has called on, or not for long, with the day of the last call."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import fn

from models.core.dates import PartDate, this_day
from models.filters.filters import Filter
from models.people.identity import GONE, Identity
from models.people.outsiders import Outsider
from models.people.person import Person
from models.visits.units import Unit
from models.visits.visit import Visit, called_on

if TYPE_CHECKING:
    from peewee import ModelSelect


def unvisited(
    since: date | None = None, wanted: Filter | None = None, today: date | None = None
) -> ModelSelect[Person]:
    """The living whom nobody has called on since that day (ever, without one): never visited first, then the longest ago.

    Each has ``last_day`` (ISO text or '') and ``calls``, how often somebody called.
    """
    last, calls = last_call(today), calls_paid(today)
    query: Any = Person.select(Person, last.alias("last_day"), calls.alias("calls"))
    gone = Identity.select(Identity.person).where(Identity.state == GONE)
    query = query.where(Person.died.is_null(True), Person.id.not_in(gone))
    if wanted not in (None, Filter()):
        query = query.where(Person.id.in_(wanted.query().select(Person.id).order_by()))
    query = query.where(Person.id.not_in(called_on(since, today or this_day())))
    order = (last, Person.street, Person.community, Person.id)
    return query.order_by(*order)  # type: ignore[no-any-return]


def last_call(today: date | None = None) -> Any:
    """The day of the last call on a person of a query, as ISO text, '' for never; a visit that is only planned is none."""
    return fn.COALESCE(_paid(today).select(fn.MAX(Visit.day)), "").coerce(False)


def calls_paid(today: date | None = None) -> Any:
    """How often somebody called on a person of a query."""
    return fn.COALESCE(_paid(today).select(fn.COUNT(Visit.id)), 0)


def _paid(today: date | None) -> Any:
    return Visit.select().where(Visit.person == Person.id, Visit.day <= _day(today))


def _day(today: date | None) -> PartDate:
    return PartDate.of(today or this_day())


def units_unvisited(since: date) -> int:
    """How many registered units nobody has visited since that day."""
    called = Visit.select(Visit.unit).where(Visit.unit != "", Visit.day >= PartDate.of(since))
    return int(Unit.select().where(Unit.name.not_in(called)).count())


def calls_on_outsiders() -> Any:
    """How often somebody called on an outsider of a query."""
    return fn.COALESCE(Visit.select(fn.COUNT(Visit.id)).where(Visit.outsider == Outsider.id), 0)


def take_over_units() -> int:
    """Register, inside an entry, the units that visits name and the register does not. Returns how many came."""
    known = Unit.select(Unit.name)
    query: Any = Visit.select(Visit.unit).where(Visit.unit != "", Visit.unit.not_in(known)).distinct()
    names = sorted({name.strip() for (name,) in query.tuples()})
    for name in names:
        Unit(name=name).save()
    return len(names)
