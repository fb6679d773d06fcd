"""Entitlements in a register: for which identity somebody on file was paid, as far as the register's own words tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from peewee import chunked

from models.core import codes
from models.imports.words.kind_words import kind_named
from models.people.identity import Identity
from models.people.person import Person

GRANTS_AT_ONCE = 10_000


class Entitlements:
    """The identities of the people of an import, those that the same import makes included."""

    def __init__(self, people: Iterable[Person], new: Iterable[Identity]) -> None:
        self._by_person: dict[str, list[Identity]] = defaultdict(list)
        for identity in new:
            if identity.id is None:
                self._by_person[identity.person.uid].append(identity)
        known = {person.id: person.uid for person in people if person.id is not None}
        for some in chunked(sorted(known), GRANTS_AT_ONCE):
            for identity in Identity.select().where(Identity.person.in_(some)).order_by(Identity.id):
                self._by_person[known[identity.person_id]].append(identity)

    def of(self, person: Person, category: str) -> Identity | None:
        """The one identity that the words 人员类别 mean, or the only one that there is; None when that is not certain."""
        own = self._by_person[person.uid]
        exact = [each for each in own if category and category in (each.category, each.test, each.kind)]
        kind = codes.kind_of_category(category) or codes.table("kind").read(category) or kind_named(category)
        alike = [each for each in own if each.kind == kind]
        return _only(exact) or _only(alike) or (None if category else _only(own))


def _only(some: Sequence[Identity]) -> Identity | None:
    return some[0] if len(some) == 1 else None
