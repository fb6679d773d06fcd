"""The archived facts about the people in an import: what the archive already holds of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from peewee import Field, chunked

from models.core.personal_names import same_name
from models.core.pinyin import pinyin_keys
from models.imports.rosters.lines import RosterLine
from models.merging.likeness import KnownPair, known_of, namesakes, sound_or_key, why_same
from models.own_fields.own_fields import all_own_fields
from models.own_fields.own_values import OwnValue
from models.people.identity import SURVIVORS, BankAccount, Identity
from models.people.person import Person
from models.people.person import Remark as Note

SAME_NAME = "档案中已有同名的“{}”（{}），可能是同一人改了身份证号，请核对"
SAME_SOUND = "档案中已有“{}”（{}），{}，可能是同一人，请核对"


def identity_key(line: RosterLine) -> tuple[str, ...]:
    """What makes a line's identity one: person and kind; for 三属 the category and the fallen, who may be two."""
    of_survivors = (line.identity.get("category", ""), line.identity.get("fallen_name", ""))
    return (line.person["number"], line.kind, *(of_survivors if line.kind == SURVIVORS else ()))


def is_correction(archive: Archived, known: Person, line: RosterLine) -> bool:
    """Whether another name is only a correction of the known one: part of it stays, and something that only
    this person has says so: the account, the certificate, or that both names sound alike.

    That a character agrees is not enough: brothers share half their names.
    """
    name = line.person["name"]
    own = [identity for identity in archive.identities[known.uid] if identity.kind == line.kind]
    if not own or not set(known.name) & set(name):
        return False
    certificate, account = line.identity.get("certificate"), line.account.get("account")
    accounts = {archive.accounts[i.uid].account for i in own if i.uid in archive.accounts}
    if account and accounts and account not in accounts:
        return False
    same = (certificate and any(i.certificate == certificate for i in own)) or account in accounts
    sounds = pinyin_keys(known.name).full, pinyin_keys(name).full
    return bool(same or set(sounds[0]) & set(sounds[1]))


class Archived:
    """What the archive already holds of the people in the lines, and what earlier lines have said of them."""

    def __init__(self, lines: Sequence[RosterLine]) -> None:
        # (person, field) → value, and where it was said
        self.said: dict[tuple[str, str], tuple[Any, str]] = {}
        self.keys = {identity_key(line) for line in lines}
        numbers = {number for number, *_ in self.keys}
        self.people: dict[str, Person] = {p.number: p for p in _those(Person.number, numbers)}
        self.namesakes: dict[str, list[KnownPair]] = defaultdict(list)  # by how the name sounds
        for other in namesakes({line.person.get("name", "") for line in lines}):
            if other.number not in numbers:
                self.namesakes[sound_or_key(other.name)].append(other)
        by_id = {person.id: person for person in self.people.values()}
        self._read_files(by_id)

    def _read_files(self, by_id: dict[int, Person]) -> None:
        """Their identities, accounts and notes."""
        self.identities: dict[str, list[Identity]] = defaultdict(list)
        self.accounts: dict[str, BankAccount] = {}
        self.own_accounts: dict[str, list[BankAccount]] = defaultdict(list)  # of no single identity
        self.notes: dict[tuple[str, str], Note] = {}
        by_identity: dict[int, Identity] = {}
        for identity in _those(Identity.person, by_id):
            identity.person = by_id[identity.person_id]
            self.identities[identity.person.uid].append(identity)
            by_identity[identity.id] = identity
        for account in _those(BankAccount.person, by_id):
            account.person = by_id[account.person_id]
            if account.until is None and account.identity_id is None:
                self.own_accounts[account.person.uid].append(account)
            elif account.until is None:
                self.accounts[by_identity[account.identity_id].uid] = account
        for note in _those(Note.person, by_id):
            self.notes[(by_id[note.person_id].uid, note.label)] = note

        self.own: dict[tuple[str, str], OwnValue] = {}  # what the office's own fields say, by person and key
        keys = {each.id: each.key for each in all_own_fields()}
        for said in _those(OwnValue.person, by_id) if keys else ():
            self.own[(by_id[said.person_id].uid, keys[said.field_id])] = said

    def likely_same(self, person: Person) -> list[tuple[KnownPair, str]]:
        """Those in the archive who may be this person under another number, each with what is to be told."""
        asked = known_of(person)
        found = []
        for other in self.namesakes[sound_or_key(person.name)]:
            same = same_name(other.name, person.name)
            if same and sum(a != b for a, b in zip(other.number, person.number, strict=True)) <= 2:
                found.append((other, SAME_NAME.format(other.name, other.number)))
            elif why := why_same(asked, other):
                words = (
                    SAME_NAME.format(other.name, other.number)
                    if same
                    else SAME_SOUND.format(other.name, other.number, why)
                )
                found.append((other, words))
        return found


def _those(field: Field, values: Iterable[Any]) -> Iterator[Any]:
    """The records of which a field has one of the values, however many these are."""
    for some in chunked(values, 10_000):  # SQLite takes only so many values in one question
        yield from field.model.select().where(field.in_(some))
