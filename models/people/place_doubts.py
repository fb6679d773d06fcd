"""Place doubts: a community that stands under another street in one file than in the others.

No official table of communities is shipped; what the office's own files say together is the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from peewee import fn

from models.people.findings import Listed
from models.people.person import Person

FILES_AGAINST_ONE = 5  # so many files must say otherwise for each that is doubted
OTHER_STREET = "{community}在其他{count}份档案里属于{street}，这份写的是{own}，请核对"
PLACE_WEIGHT = 4


class PlaceOfCommunity(NamedTuple):
    """The street under which most files have a community, and in how many."""

    street: str
    files: int


def streets_of_communities(only: str | None = None) -> dict[str, dict[str, int]]:
    """Community → street → files that say so, from everybody whose both are written down; of one community, or of all."""
    named = Person.community != "" if only is None else Person.community == only
    counted: Any = (
        Person.select(Person.community, Person.street, fn.COUNT(Person.id))
        .where(named, Person.street != "")
        .group_by(Person.community, Person.street)
    )
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for community, street, files in counted.tuples():
        found[community][street] = files
    return dict(found)


def doubts_of_places(person: Person | None) -> Iterator[Listed]:
    """Who lives in a community that nearly all other files put under another street: of everybody, or of one."""
    if person is not None and not (person.community and person.street):
        return
    for community, streets in streets_of_communities(None if person is None else person.community).items():
        most = PlaceOfCommunity(*max(streets.items(), key=lambda each: (each[1], each[0])))
        for street, files in streets.items():
            if street != most.street and files * FILES_AGAINST_ONE <= most.files:
                yield from _living_in(community, street, most, person)


def _living_in(
    community: str, street: str, most: PlaceOfCommunity, person: Person | None
) -> Iterator[Listed]:
    who = Person.select(Person.id, Person.uid, Person.number, Person.name).where(
        Person.community == community, Person.street == street
    )
    for each in who if person is None else who.where(Person.id == person.id):
        words = OTHER_STREET.format(community=community, count=most.files, street=most.street, own=street)
        label = Person.labels()["community"]
        yield Listed(each.id, each.number, each.name, "", "community", label, words, PLACE_WEIGHT, each.uid)
