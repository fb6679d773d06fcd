"""What other programs are told of people: who they are, by what rights, and the account in use."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peewee import Field, ModelSelect, chunked, fn

from models.core import codes
from models.core.dates import PartDate
from models.core.record import among, db
from models.people.identity import TEST_VETERANS, BankAccount, Identity
from models.people.person import Person
from reports.changes.changed_words import secret_of
from reports.export.own_secrets import OwnSecrets

Told = dict[str, Any]
PEOPLE_AT_ONCE = 500  # people whose records are read together

PERSON_KEYS: Mapping[str, Field] = {
    "number": Person.number, "name": Person.name, "sex": Person.sex, "born": Person.born, "ethnic": Person.ethnic,
    "household": Person.household, "street": Person.street, "community": Person.community, "address": Person.residence,
    "phone": Person.phone, "insurance": Person.insurance, "bank": BankAccount.bank, "account": BankAccount.account,
}  # fmt: skip
IDENTITY_KEYS: Mapping[str, Field] = {
    "kind": Identity.kind, "class": Identity.category, "grade": Identity.grade, "nature": Identity.nature,
    "state": Identity.state, "certificate": Identity.certificate, "approved": Identity.approved, "joined": Identity.joined,
    "left": Identity.left, "service_years": Identity.service_years,
}  # fmt: skip


def people_told(chosen: ModelSelect[Person], masked: bool = False) -> Iterator[Told]:
    """Each person with identities and the account in use, in the order of ``chosen``; what is not known is null.

    Numbers are numbers, everything else is as the paper says it. Some hundreds are held at a time.
    """
    own = [field for field in PERSON_KEYS.values() if field.model is Person]
    query = chosen.select(Person.id, Person.household_address, *own)
    for some in chunked(_rows(query), PEOPLE_AT_ONCE):
        ids = [row[0] for row in some]
        identities, accounts = _identities(ids), _accounts(ids)
        secrets = OwnSecrets(Person, ids) if masked else None
        for key, home, *said in some:
            facts = dict(
                zip((name for name, f in PERSON_KEYS.items() if f.model is Person), said, strict=True)
            )
            facts["born"] = _born(facts["number"], facts["born"])
            facts["address"] = facts["address"] or home
            facts["bank"], facts["account"] = accounts.get(key, ("", ""))
            rights = [_told(each, IDENTITY_KEYS, key, secrets) for each in identities[key]]
            yield {**_told(facts, PERSON_KEYS, key, secrets), "identities": rights}


def _rows(query: Any) -> Iterator[Sequence[Any]]:
    """Rows as the file has them, some at a time."""
    yield from db.execute(query)


def _identities(people: list[int]) -> dict[int, list[Told]]:
    """Everybody's identities, in the order of the code table of kinds and of what they say."""
    found: dict[int, list[Told]] = defaultdict(list)
    query = Identity.select(Identity.person, Identity.test, *IDENTITY_KEYS.values())
    for person, test, *said in _rows(query.where(among(Identity.person, people))):
        facts = dict(zip(IDENTITY_KEYS, said, strict=True))
        facts["class"] = facts["class"] or (test if facts["kind"] == TEST_VETERANS else "")
        found[person].append(facts)
    places = {kind: place for place, kind in enumerate(codes.table("kind").names())}
    for some in found.values():
        some.sort(key=lambda facts: (places.get(facts["kind"], len(places)), json.dumps(facts)))
    return found


def _accounts(people: list[int]) -> dict[int, tuple[str, str]]:
    """Everybody's account in use, of several the one used longest."""
    query: Any = BankAccount.select(BankAccount.person, BankAccount.bank, BankAccount.account)
    query = query.where(among(BankAccount.person, people), BankAccount.until.is_null())
    query = query.order_by(
        fn.COALESCE(BankAccount.since, "").desc(), BankAccount.account.desc(), BankAccount.bank.desc()
    )
    return {person: (bank, account) for person, bank, account in _rows(query)}  # the last one stands


def _born(number: str, born: str | None) -> str:
    if born is not None and len(born) == 10:
        return born
    known = Person(number=number, born=None if born is None else PartDate.parse(born)).birthday
    return "" if known is None else str(known)


def _told(facts: Told, fields: Mapping[str, Field], person: int, secrets: OwnSecrets | None) -> Told:
    told = {key: None if value == "" else value for key, value in facts.items()}
    if secrets is not None:
        shown = [secret_of(fields[k]).hide(v) if isinstance(v, str) else v for k, v in told.items()]
        told = dict(zip(told, secrets.hidden(person, shown), strict=True))
    return told
