"""The streets and communities in which the people of the archive live, for choosing from."""

from __future__ import annotations

from typing import Any

from models.people import Person


def streets() -> tuple[str, ...]:
    """The streets and towns somebody lives in, in their own order."""
    named: Any = (
        Person.select(Person.street).where(Person.street != "").distinct().order_by(Person.street).tuples()
    )
    return tuple(street for (street,) in named)


def communities(street: str = "") -> tuple[str, ...]:
    """The villages and communities somebody lives in; of one street only where it is given."""
    named: Any = (
        Person.select(Person.community).where(Person.community != "").distinct().order_by(Person.community)
    )
    if street:
        named = named.where(Person.street == street)
    return tuple(community for (community,) in named.tuples())
