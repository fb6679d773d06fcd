"""What other programs are told of people: who they are, by what rights, and the account in use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peewee import Field, ModelSelect, chunked

from models.core.dates import PartDate
from models.core.record import among, db
from models.people.identity import TEST_VETERANS, BankAccount, Identity
from models.people.person import Person
from reports.person.changed_words import secret_of

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
        identities, accounts = _identities(ids, masked), _accounts(ids)
        for key, home, *said in some:
            facts = dict(
                zip((name for name, f in PERSON_KEYS.items() if f.model is Person), said, strict=True)
            )
            facts["born"] = _born(facts["number"], facts["born"])
            facts["address"] = facts["address"] or home
            facts["bank"], facts["account"] = accounts.get(key, ("", ""))
            yield {**_told(facts, PERSON_KEYS, masked), "identities": identities[key]}


def _rows(query: Any) -> Iterator[Sequence[Any]]:
    """Rows as the file has them, some at a time."""
    yield from db.execute(query)


def _identities(people: list[int], masked: bool) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = defaultdict(list)
    query = Identity.select(Identity.person, Identity.test, *IDENTITY_KEYS.values()).where(
        among(Identity.person, people)
    )
    for person, test, *said in _rows(query.order_by(Identity.id)):
        facts = dict(zip(IDENTITY_KEYS, said, strict=True))
        facts["class"] = facts["class"] or (test if facts["kind"] == TEST_VETERANS else "")
        found[person].append(_told(facts, IDENTITY_KEYS, masked))
    return found


def _accounts(people: list[int]) -> dict[int, tuple[str, str]]:
    query: Any = BankAccount.select(BankAccount.person, BankAccount.bank, BankAccount.account)
    query = query.where(among(BankAccount.person, people), BankAccount.until.is_null())
    return {person: (bank, account) for person, bank, account in _rows(query.order_by(BankAccount.id.desc()))}


def _born(number: str, born: str | None) -> str:
    if born is not None and len(born) == 10:
        return born
    known = Person(number=number, born=None if born is None else PartDate.parse(born)).birthday
    return "" if known is None else str(known)


def _told(facts: Told, fields: Mapping[str, Field], masked: bool) -> Told:
    told = {key: None if value == "" else value for key, value in facts.items()}
    if masked:
        for key, value in told.items():
            if isinstance(value, str):
                told[key] = secret_of(fields[key]).hide(value)
    return told
