"""The plain facts of one person's file, as they will be printed: strings only, nothing left to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from models.core import masks
from models.core.masks import Secret
from models.core.record import Record, Text
from models.ledger.assistive_devices import AssistiveDevice
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment as PaymentRecord
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.materials import Material as MaterialRecord
from models.people.person import FamilyMember
from models.people.person import Person as PersonRecord
from models.visits.visit import Visit as VisitRecord


class Member(NamedTuple):
    """A member of the family."""

    relation: str
    name: str
    sex: str
    born: str
    number: str
    employer: str
    phone: str


class Account(NamedTuple):
    """A bank account, now or once."""

    bank: str
    holder: str
    account: str
    since: str
    until: str


class Material(NamedTuple):
    """A paper of the file, for the contents list; ``day`` as YYYYMMDD, as far as it is known."""

    document_no: str
    author: str
    title: str
    day: str
    pages: str
    notes: str


class Payment(NamedTuple):
    """What was paid for a month or once."""

    month: str
    item: str
    standard: str
    amount: str
    account: str
    notes: str


class Visit(NamedTuple):
    """A call at the door."""

    day: str
    occasion: str
    visitors: str
    gifts: str
    circumstances: str
    outcome: str


class Aid(NamedTuple):
    """Help with the costs of illness."""

    day: str
    item: str
    hospital: str
    cost: str
    amount: str
    notes: str


class Device(NamedTuple):
    """A device that was issued: until when it serves stands with its notes."""

    day: str
    kind: str
    maker: str
    cost: str
    due: str
    notes: str


class StateChange(NamedTuple):
    """A state that an identity came into."""

    since: str
    identity: str
    state: str
    paid_to: str
    reason: str


class Removal(NamedTuple):
    """The volume moved out or destroyed, in words; ``way`` says which, ``since`` and ``to`` when and where to."""

    way: str
    since: str
    to: str
    words: str


class FieldChange(NamedTuple):
    """A change of the file's records, as the change register tells it; ``title`` is the reason."""

    at: str
    title: str
    field: str
    before: str
    after: str
    user: str
    secret: Secret = Secret.OPEN  # of the field
    paper: str = ""


class IdentityFile(NamedTuple):
    """An identity: its kind and the facts of its form, by the names of the record's columns."""

    kind: str
    facts: Mapping[str, str]


_R = TypeVar("_R", bound=tuple[str, ...])


@dataclass(frozen=True, slots=True)
class PersonFile:
    """Everything that the sheets of one person print.

    ``facts`` has the columns of ``Person`` by name, as words for paper (``birthday`` is 1953年8月1日, a flag 是 or 否);
    what is not known is missing or empty and is left blank for the pen.
    """

    name: str
    archive: str = ""  # 一人一档编号
    volume: str = ""  # 案卷号
    changed_on: str = (
        ""  # the day of the last change, YYYYMMDD: of that day are the sheets that print the file
    )
    facts: Mapping[str, str] = field(default_factory=dict)
    photo: bytes | None = None
    identities: tuple[IdentityFile, ...] = ()
    family: tuple[Member, ...] = ()
    accounts: tuple[Account, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()  # columns of old lists that have no place here: label, words
    materials: tuple[Material, ...] = ()
    payments: tuple[Payment, ...] = ()
    visits: tuple[Visit, ...] = ()
    aids: tuple[Aid, ...] = ()
    states: tuple[StateChange, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    devices: tuple[Device, ...] = ()
    removals: tuple[Removal, ...] = ()
    own: tuple[tuple[str, str], ...] = ()  # fields of the office's own that stand on paper: name, words
    uid: str = ""  # of the person, by which the print ledger knows whose it is

    def masked(self) -> PersonFile:
        """The same file for a copy that leaves the office: numbers, phones and accounts hidden wherever they stand."""
        return replace(
            self,
            facts=_masked_facts(self.facts, PersonRecord),
            identities=tuple(
                IdentityFile(kind, _masked_facts(facts, Identity)) for kind, facts in self.identities
            ),
            family=tuple(_masked(each, FamilyMember) for each in self.family),
            accounts=tuple(_masked(each, BankAccount) for each in self.accounts),
            remarks=tuple((label, masks.masked_words(words)) for label, words in self.remarks),
            own=(),  # what an office asks for itself is nobody else's
            materials=tuple(_masked(each, MaterialRecord) for each in self.materials),
            payments=tuple(_masked(each, PaymentRecord) for each in self.payments),
            visits=tuple(_masked(each, VisitRecord) for each in self.visits),
            aids=tuple(_masked(each, MedicalCase) for each in self.aids),
            devices=tuple(_masked(each, AssistiveDevice) for each in self.devices),
            states=tuple(_masked(each, IdentityState) for each in self.states),
            changes=tuple(map(_masked_change, self.changes)),
        )


def _masked_facts(facts: Mapping[str, str], kind: type[Record]) -> dict[str, str]:
    return {key: _hidden(kind, key, words) for key, words in facts.items()}


def _masked(row: _R, kind: type[Record]) -> _R:
    """A row whose pieces are called like the fields of a kind of record; other pieces are running text."""
    names: tuple[str, ...] = row._fields  # type: ignore[attr-defined]  # each row is a named tuple
    return type(row)(*(_hidden(kind, name, words) for name, words in zip(names, row, strict=True)))


def _hidden(kind: type[Record], name: str, words: str) -> str:
    field = kind._meta.fields.get(name)
    return (field.secret if isinstance(field, Text) else Secret.OPEN).hide(words)


def _masked_change(change: FieldChange) -> FieldChange:
    """A change is hidden by what field it is of, not by its shape: a wrong number has the wrong shape."""
    return change._replace(
        title=masks.masked_words(change.title),
        before=change.secret.hide(change.before),
        after=change.secret.hide(change.after),
    )
