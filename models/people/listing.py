"""The listing of people: in the order chosen, each with the identities that a row tells of.

Names stand by pinyin and strokes, words of a code table in the table's order, streets as the office has them: expressions
for the database, so that a list of 100,000 sorts there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from peewee import SQL, Case, Field, chunked, fn

from models.core import codes
from models.core.name_order import in_name_order, in_place_order, place_order
from models.core.record import Text
from models.people.identity import Identity
from models.people.name_keys import sorting_of
from models.people.person import Person

PLACE_FIELDS = ("street", "community")  # fields that hold places of the district
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
    return fn.COALESCE(Identity.select(fn.MIN(ordered(field))).where(Identity.person == Person.id), "")


def ordered(field: Any) -> Any:
    """What a query is sorted by for a field: not always what stands in it."""
    if field is Person.name:
        return sorting_of()
    if not isinstance(field, Text):
        return field
    if field.personal:
        return in_name_order(field)
    if field.name in PLACE_FIELDS:
        return _as_listed(field, _streets(), in_place_order(field))
    table = field.codes or field.suggests
    return _as_listed(field, codes.table(table).names()) if table else field


def by_place(person: Any = Person) -> tuple[Any, Any]:
    """Street and community in the office's order, to sort people by."""
    return ordered(person.street), ordered(person.community)


def in_office_order(places: Iterable[str]) -> list[str]:
    """Streets, or communities, as the office lists them; what it does not list by pinyin."""
    listed = {name: place for place, name in enumerate(_streets())}
    return sorted(places, key=lambda name: (listed.get(name, len(listed)), place_order(name)))


def _as_listed(field: Field, names: Sequence[str], others: Any = None) -> Any:
    """Words in the order of a list, what is not in it behind, by pinyin or as is told; nothing comes first."""
    places = [("", "")] + [(name, f"{place:04d}") for place, name in enumerate(names)]
    place = Case(field, places, SQL("'~'").concat(in_name_order(field) if others is None else others))
    return fn.COALESCE(place, SQL("NULL"))  # an expression that can be turned round


def _streets() -> tuple[str, ...]:
    return codes.table("place").names()
