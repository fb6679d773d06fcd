"""Who was never visited, or not for long 久未走访: the living, with the day of the last call."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import SQL, fn

from models.dates import PartDate
from models.filters import Filter
from models.identities import GONE, Identity
from models.people import Person
from models.units import Unit
from models.visits import Visit

if TYPE_CHECKING:
    from peewee import ModelSelect


def unvisited(
    since: date | None = None, wanted: Filter | None = None, today: date | None = None
) -> ModelSelect[Person]:
    """The living whom nobody has called on since that day (ever, without one): never visited first, then the longest ago.

    Each has ``last_day`` (ISO text or None) and ``calls``, how often somebody called.
    """
    day = PartDate.of(today or date.today())
    paid: Any = Visit.select().where(Visit.person == Person.id, Visit.day <= day)
    last = paid.select(fn.MAX(Visit.day).coerce(False))
    query: Any = Person.select(Person, last.alias("last_day"), paid.select(fn.COUNT(Visit.id)).alias("calls"))
    gone = Identity.select(Identity.person).where(Identity.state == GONE)
    query = query.where(Person.died.is_null(True), Person.id.not_in(gone))
    if wanted is not None:
        query = query.where(Person.id.in_(wanted.query().select(Person.id).order_by()))
    recent = Visit.select(Visit.person).where(Visit.person.is_null(False), Visit.day <= day)
    if since is not None:
        recent = recent.where(Visit.day >= PartDate.of(since))
    query = query.where(Person.id.not_in(recent))
    order = (SQL('"last_day" IS NOT NULL'), SQL('"last_day"'), Person.street, Person.community, Person.id)
    return query.order_by(*order)  # type: ignore[no-any-return]


def units_unvisited(since: date | None = None, today: date | None = None) -> list[tuple[Unit, str]]:
    """Registered units that nobody has visited since that day, with the day of the last visit."""
    day = PartDate.of(today or date.today())
    query: Any = Visit.select(Visit.unit, fn.MAX(Visit.day).coerce(False)).where(
        Visit.unit != "", Visit.day <= day
    )
    last = dict(query.group_by(Visit.unit).tuples())
    found = [(unit, last.get(unit.name) or "") for unit in Unit.select().order_by(Unit.name)]
    limit = since.isoformat() if since is not None else ""
    return sorted((each for each in found if not each[1] or each[1] < limit), key=lambda each: each[1])
