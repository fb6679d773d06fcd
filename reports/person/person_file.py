"""The plain facts of one person's file, as they will be printed: strings only, nothing left to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from reports.person import masks


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


class StateChange(NamedTuple):
    """A state that an identity came into."""

    since: str
    identity: str
    state: str
    paid_to: str
    reason: str


class FieldChange(NamedTuple):
    """A change of the file's records, from the journal."""

    at: str
    title: str
    field: str
    before: str
    after: str
    user: str


class IdentityFile(NamedTuple):
    """An identity: its kind and the facts of its form, by the names of the record's columns."""

    kind: str
    facts: Mapping[str, str]


R = TypeVar("R", bound=tuple[str, ...])

NUMBERS = ("number", "number_found")
PHONES = ("phone", "other_phone", "employer_phone")
ACCOUNTS = ("insurance_no", "pension_no", "veteran_card")


@dataclass(frozen=True, slots=True)
class PersonFile:
    """Everything that the sheets of one person print.

    ``facts`` has the columns of ``Person`` by name, as words for paper (``birthday`` is 1953年8月1日, a flag 是 or 否);
    what is not known is missing or empty and is left blank for the pen.
    """

    name: str
    archive: str = ""  # 一人一档编号
    volume: str = ""  # 案卷号
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

    def masked(self) -> PersonFile:
        """The same file for a copy that leaves the office: numbers, phones and accounts hidden wherever they stand."""
        return replace(
            self,
            facts=_masked_facts(self.facts),
            identities=tuple(IdentityFile(kind, _masked_facts(facts)) for kind, facts in self.identities),
            family=tuple(
                _masked(m)._replace(number=masks.number(m.number), phone=masks.phone(m.phone))
                for m in self.family
            ),
            accounts=tuple(_masked(a)._replace(account=masks.account(a.account)) for a in self.accounts),
            remarks=tuple((label, masks.words(words)) for label, words in self.remarks),
            materials=tuple(map(_masked, self.materials)),
            payments=tuple(_masked(p)._replace(account=masks.account(p.account)) for p in self.payments),
            visits=tuple(map(_masked, self.visits)),
            aids=tuple(map(_masked, self.aids)),
            states=tuple(map(_masked, self.states)),
            changes=tuple(map(_masked_change, self.changes)),
        )


def _masked_facts(facts: Mapping[str, str]) -> dict[str, str]:
    return {key: _masked_fact(key, words) for key, words in facts.items()}


def _masked_fact(key: str, words: str) -> str:
    if key in NUMBERS:
        return masks.number(words)
    if key in PHONES:
        return masks.phone(words)
    return masks.account(words) if key in ACCOUNTS else masks.words(words)


def _masked(row: R) -> R:
    return type(row)(*map(masks.words, row))


MASKED_FIELDS = {"公民身份号码": masks.number, "身份证号原文": masks.number, "身份证号": masks.number,
                 "联系电话": masks.phone, "其他联系方式": masks.phone, "工作单位电话": masks.phone,
                 "医疗保险号": masks.account, "养老保险号": masks.account, "优待证号": masks.account,
                 "银行账号": masks.account}  # fmt: skip


def _masked_change(change: FieldChange) -> FieldChange:
    """A change of a number is hidden by what field it is, not by its shape: a wrong number has the wrong shape."""
    hide = MASKED_FIELDS.get(change.field.rpartition("·")[2], masks.words)
    return _masked(change)._replace(before=hide(change.before), after=hide(change.after))
