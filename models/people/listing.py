"""The listing of people: in the order chosen, each with the identities that a row tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from peewee import Field, chunked, fn

from models.people.identity import Identity
from models.people.person import Person

LISTED_AT_ONCE = 500


def people_in_order(ids: Iterable[int]) -> Iterator[Person]:
    """The people with these ids, in that order; those who are gone are left out."""
    for some in chunked(ids, LISTED_AT_ONCE):
        found = {person.id: person for person in Person.select().where(Person.id.in_(some))}
        yield from (found[each] for each in some if each in found)


def identities_of(ids: Sequence[int]) -> dict[int, list[Identity]]:
    """The identities of each of these people, oldest first, read in one go."""
    held: dict[int, list[Identity]] = defaultdict(list)
    for identity in Identity.select().where(Identity.person.in_(ids)).order_by(Identity.id):
        held[identity.person_id].append(identity)
    return held


def first_of(field: Field) -> Any:
    """What people are ordered by when a list is sorted by a fact of their identities: the first in that order."""
    return fn.COALESCE(Identity.select(fn.MIN(field)).where(Identity.person == Person.id), "")
