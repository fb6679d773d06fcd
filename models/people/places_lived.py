"""The places lived in by the people of the archive, streets and communities, for choosing from."""

from __future__ import annotations

from typing import Any

from models.people.listing import by_place, in_office_order
from models.people.person import Person

Places = dict[str, tuple[str, ...]]  # street → its communities, both in their own order; '' = no street


def places_lived() -> Places:
    """Where somebody lives."""
    found: Any = Person.select(Person.street, Person.community).distinct().order_by(*by_place())
    lived: Places = {}
    for street, community in found.tuples():
        lived[street] = (*lived.get(street, ()), *([community] if community else []))
    return lived


def streets() -> tuple[str, ...]:
    """The streets and towns somebody lives in, in their own order."""
    named: Any = Person.select(Person.street).where(Person.street != "").distinct().tuples()
    return tuple(in_office_order(street for (street,) in named))


def communities(lived: Places, street: str = "") -> tuple[str, ...]:
    """The communities of one street; of all where none is given."""
    if street:
        return lived.get(street, ())
    return tuple(in_office_order({community for some in lived.values() for community in some}))
