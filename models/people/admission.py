"""Admission 建档: a new person, or a new identity of somebody known, with all that comes with it; inside an entry."""

from __future__ import annotations

from models.core.record import Invalid
from models.people import file_numbers, outsiders
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.person import Person


def admit(person: Person, identity: Identity, account: BankAccount | None = None) -> None:
    """Make a new person's file: file number, identity with its first state, and the account if it says anything.

    What was paid and visited before, while there was no file, goes into it.

    Raises ``Invalid`` with one message per field of the person or the identity.
    """
    identity.person = person
    if problems := person.problems() | dict(identity.rules()):
        raise Invalid(problems)
    file_numbers.assign_file_numbers([person], [identity])
    person.save()
    outsiders.take_over(person)
    add_identity(person, identity, account)


def add_identity(person: Person, identity: Identity, account: BankAccount | None = None) -> None:
    """Give somebody known another identity, with its first state. Raises ``Invalid``."""
    if any(
        other.kind == identity.kind and other.category == identity.category for other in person.identities
    ):
        named = "·".join(filter(None, (identity.kind, identity.category)))
        raise Invalid({"kind": f"{person.name}已有“{named}”身份，请直接修改那一个"})
    identity.person = person
    identity.save()
    if identity.state:
        first = IdentityState(identity=identity, person=person, state=identity.state)
        first.since, first.paid_to = identity.approved, identity.paid_to
        first.save()
    if account is not None and account.account.strip():
        account.person, account.identity = person, identity
        account.holder = account.holder or person.name
        account.save()
