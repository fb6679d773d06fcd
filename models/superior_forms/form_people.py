"""People of a form 填表的人: each with the identity and the account that the form is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from models.core import codes
from models.people.findings import Dossier, dossiers
from models.people.identity import BankAccount, Identity
from models.people.person import Person

FORM_PEOPLE_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class FormPerson:
    """Somebody to be filled in: ``identity`` and ``account`` are None where there is none."""

    person: Person
    identity: Identity | None
    account: BankAccount | None
    identities: tuple[Identity, ...] = ()

    def of_kind(self, kind: str) -> bool:
        return not kind or any(each.kind == kind for each in self.identities)


def form_people(people: Iterable[Person], kind: str = "", leaning: str = "") -> Iterator[FormPerson]:
    """The people in their order, some hundreds of them read at a time.

    Of several identities it is the one of the form's kind, else the one in pay, else the first in the order of the kinds.
    """
    waiting = iter(people)
    while some := list(islice(waiting, FORM_PEOPLE_AT_ONCE)):
        for file in dossiers(some):
            yield person_in_form(file, kind or leaning)


def person_in_form(file: Dossier, kind: str) -> FormPerson:
    """The person with what a form about that kind speaks of."""
    places = {name: place for place, name in enumerate(codes.table("kind").names())}
    order = sorted(
        file.identities,
        key=lambda each: (each.kind != kind, not each.paid, places.get(each.kind, len(places)), each.id),
    )
    identity = order[0] if order else None
    return FormPerson(file.person, identity, _account(file, identity), tuple(file.identities))


def _account(file: Dossier, identity: Identity | None) -> BankAccount | None:
    """The account in use, the identity's own before others, and the one used longest."""
    used = [each for each in file.accounts if each.until is None]
    used.sort(key=lambda each: str(each.since or ""))
    own = [each for each in used if identity is not None and each.identity_id == identity.id]
    return next(iter(own or used), None)
