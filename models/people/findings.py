"""Findings 疑点: what is doubtful in the archive, kept until someone settles it, and never repaired."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from peewee import ForeignKeyField, IntegerField, TextField, chunked, fn

from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.journal import Writing
from models.core.record import Doubt, Pointer, Record, Refusal, Sealed, StoredRow, Text, db
from models.law import clauses
from models.people.identity import RURAL_VETERANS, SURVIVORS, BankAccount, Identity
from models.people.person import Person
from models.people.two_people import pairs_apart

# Kinds that are themselves a regular pension or subsidy (国家定期抚恤补助).
REGULAR_AID_REFUSED = "农村籍退役士兵老年生活补助不能与“{}”同时享受（{}）"
RURAL_BESIDE_OTHERS = "农村籍-定期抚恤补助"  # the matter of ``resources/law``

DEAD_IN_PAY = "已登记{}去世，状态仍是享受待遇"
ACCOUNTS_STOPPED = "享受待遇，发放账户都已停用，没有在用的账户"


class Finding(StoredRow):
    """A doubt of one record, derived from it: remade whenever the person's file changes."""

    person_id: int
    person = ForeignKeyField(Person, on_delete="CASCADE", index=True)
    uid = TextField()  # of the doubtful record
    kind = TextField(default="")  # the identity it is about, if any
    field = TextField()
    message = TextField()
    weight = IntegerField()


class Settlement(Record):
    """Somebody looked into a finding and said why it may stay as it is."""

    NOUN = "疑点处理"
    NAMED_BY = "message"
    TIMELESS = "随本人档案"

    person = ForeignKeyField(
        Person, backref="settlements", on_delete="RESTRICT", null=True
    )  # null: the record is of somebody without a file, or of nobody
    record = Pointer("记录")
    field = Sealed("栏目")
    message = Text("疑点")
    reason = Text("处理意见")


class Listed(NamedTuple):
    """A finding as it is shown: of whom, about what, how grave (1 … 9)."""

    person: int
    number: str
    name: str
    kind: str
    field: str
    label: str
    message: str
    weight: int
    uid: str


FINDING_LABELS = Person.labels() | Identity.labels() | BankAccount.labels()


class Dossier(NamedTuple):
    """A person with all that doubts are about."""

    person: Person
    identities: list[Identity]
    accounts: list[BankAccount]

    def doubts(self) -> Iterator[tuple[Record, str, Doubt]]:
        """Every doubt of the file: the doubtful record, the identity's kind it is about, and the doubt."""
        for doubt in self.person.doubts():
            yield self.person, "", doubt
        for identity in self.identities:
            for doubt in identity.doubts():
                yield identity, identity.kind, doubt
        for account in self.accounts:
            kind = next((i.kind for i in self.identities if i.id == account.identity_id), "")
            for doubt in account.doubts():
                yield account, kind, doubt
        yield from self._doubts_together()
        paid = [identity for identity in self.identities if identity.paid]
        law = clauses.cite(RURAL_BESIDE_OTHERS, clauses.day_text(None))
        for rural in (identity for identity in paid if identity.kind == RURAL_VETERANS):
            for other in (identity for identity in paid if identity.kind != RURAL_VETERANS):
                yield rural, rural.kind, Doubt("state", REGULAR_AID_REFUSED.format(other.kind, law), 8)

    def _doubts_together(self) -> Iterator[tuple[Record, str, Doubt]]:
        """What only the file as a whole shows: a right of the dead, one right twice, no account in use."""
        seen: set[tuple[str, ...]] = set()
        month = PartDate(this_day().year, this_day().month)
        died = self.person.died
        for identity in self.identities:
            finer = (identity.category, identity.fallen_name, identity.certificate)
            key = (identity.kind, *(finer if identity.kind == SURVIVORS else ()))
            if key in seen:
                yield identity, identity.kind, Doubt("kind", f"身份“{identity.kind}”登记了两次", 8)
            seen.add(key)
            if identity.paid and died is not None and died.before(month):
                yield identity, identity.kind, Doubt("state", DEAD_IN_PAY.format(died.chinese()), 9)
        paid = next((identity for identity in self.identities if identity.paid), None)
        if paid and self.accounts and all(account.until is not None for account in self.accounts):
            yield self.accounts[-1], paid.kind, Doubt("account", ACCOUNTS_STOPPED, 7)


MoreFindings: TypeAlias = Callable[[Person | None], Iterator["Listed"]]
MORE: list[
    MoreFindings
] = []  # what other rooms find doubtful: of everybody (None) or of one; filled by ``models.records``


@journal.afterwards
def refresh_findings(writing: Writing) -> None:
    """Remake the findings of everybody whom an entry touched."""
    for some in files_touched(writing):
        remake_findings(some)


def files_touched(writing: Writing) -> Iterator[list[Dossier]]:
    """The files of everybody whom an entry touched, in lots; a lot that is the only one is read once for all who ask."""
    yield [dossier for dossier in writing.at_hand.values() if isinstance(dossier, Dossier)]
    lots = list(chunked(writing.touched, 1000))
    for some in lots:
        read = writing.read or dossiers(Person.select().where(Person.uid.in_(some)))
        writing.read = read if len(lots) == 1 else []
        yield read


def remake_all_findings() -> None:
    """Remake the findings of everybody by the rules of this program, as after an upgrade."""
    with db.atomic():
        numbers: Any = Person.select(Person.id).tuples()
        for some in chunked([number for (number,) in numbers], 1000):
            remake_findings(dossiers(Person.select().where(Person.id.in_(some))))


def remake_findings(files: Iterable[Dossier]) -> None:
    """Remake the findings of these files."""
    columns = [Finding.person, Finding.uid, Finding.kind, Finding.field, Finding.message, Finding.weight]
    for some in chunked(files, 1000):
        Finding.delete().where(Finding.person.in_([dossier.person.id for dossier in some])).execute()
        rows = [
            (dossier.person.id, record.uid, kind, doubt.field, doubt.message, doubt.weight)
            for dossier in some
            for record, kind, doubt in dossier.doubts()
        ]
        if rows:
            Finding.insert_many(rows, columns).execute()


def dossiers(people: Iterable[Person]) -> list[Dossier]:
    """The files of these people, read in one go; each record knows its person."""
    by_id = {person.id: Dossier(person, [], []) for person in people}
    for identity in Identity.select().where(Identity.person.in_(list(by_id))).order_by(Identity.id):
        identity.person = by_id[identity.person_id].person
        by_id[identity.person_id].identities.append(identity)
    for account in BankAccount.select().where(BankAccount.person.in_(list(by_id))).order_by(BankAccount.id):
        account.person = by_id[account.person_id].person
        by_id[account.person_id].accounts.append(account)
    return list(by_id.values())


def settle_finding(found: Listed, reason: str, user: str) -> None:
    """Say why a finding may stay as it is; it is listed again only when what it says changes."""
    if not reason.strip():
        raise Refusal("请写明处理意见，如“已对照身份证核实”")
    with journal.entry(f"处理疑点：{found.name} {found.label}", user):
        Settlement(
            person=found.person, record=found.uid, field=found.field, message=found.message, reason=reason
        ).save()


def all_findings() -> list[Listed]:
    """Every unsettled finding of the archive, worst first."""
    found = [
        Listed(
            f.person_id,
            f.person.number,
            f.person.name,
            f.kind,
            f.field,
            FINDING_LABELS[f.field],
            f.message,
            f.weight,
            f.uid,
        )
        for f in Finding.select(Finding, Person.id, Person.number, Person.name).join(Person)
    ]
    left = _unsettled([*found, *_across_files()])
    return sorted(left, key=lambda f: (-f.weight, f.number, f.field, f.kind, f.message))


def doubtful_across_files() -> set[int]:
    """The ids of people with an unsettled doubt that no file alone shows: of money, visits, family, of two files alike."""
    return {each.person for each in _unsettled(_across_files())}


def _across_files() -> Iterator[Listed]:
    yield from _same_person_twice()
    yield from _shared(BankAccount, "account")
    yield from _shared(Identity, "certificate")
    for ask in MORE:
        yield from ask(None)


def _unsettled(found: Iterable[Listed]) -> list[Listed]:
    settled = {(s.record, s.field, s.message) for s in Settlement.select()}
    return [each for each in found if (each.uid, each.field, each.message) not in settled]


def findings_of(person: Person) -> list[Listed]:
    """The unsettled findings of one person, worst first; asks only about this person's own name, accounts, certificates."""
    settled = {(s.record, s.field, s.message) for s in Settlement.select().where(Settlement.person == person)}
    found = [
        Listed(
            person.id,
            person.number,
            person.name,
            f.kind,
            f.field,
            FINDING_LABELS[f.field],
            f.message,
            f.weight,
            f.uid,
        )
        for f in Finding.select().where(Finding.person == person)
    ]
    if person.born is not None:
        same = Person.select().where(Person.name == person.name, Person.born == person.born)
        found += [each for each in _twins(list(same)) if each.person == person.id]
    live = BankAccount.until.is_null(True)
    for account in BankAccount.select().where(BankAccount.person == person, BankAccount.account != "", live):
        found += [e for e in _sharing(BankAccount, "account", account.account) if e.uid == account.uid]
    for identity in Identity.select().where(Identity.person == person, Identity.certificate != ""):
        found += [e for e in _sharing(Identity, "certificate", identity.certificate) if e.uid == identity.uid]
    found += [each for ask in MORE for each in ask(person)]
    left = [f for f in found if (f.uid, f.field, f.message) not in settled]
    return sorted(left, key=lambda f: (-f.weight, f.field))


def _same_person_twice() -> Iterator[Listed]:
    """People of one name and one birth date under two numbers: perhaps one person with two files."""
    twice: Any = (
        Person.select(Person.name, Person.born)
        .where(Person.born.is_null(False))
        .group_by(Person.name, Person.born)
        .having(fn.COUNT(Person.id) > 1)
    )
    for name, born in list(twice.tuples()):
        yield from _twins(list(Person.select().where(Person.name == name, Person.born == born)))


def _twins(same: list[Person]) -> Iterator[Listed]:
    apart = pairs_apart() if len(same) > 1 else set()
    for person in same:
        another = [
            each for each in same if each is not person and frozenset((each.id, person.id)) not in apart
        ]
        if not another:
            continue
        others = "、".join(other.number for other in another)
        message = f"与{others}同名同出生日期，可能是同一人"
        yield Listed(
            person.id,
            person.number,
            person.name,
            "",
            "number",
            FINDING_LABELS["number"],
            message,
            8,
            person.uid,
        )


def _shared(model: Any, column: str) -> Iterator[Listed]:
    """An account or a certificate that stands in the files of several people."""
    field = getattr(model, column)
    live = (model.until.is_null(True)) if model is BankAccount else (model.id > 0)
    shared = (
        model.select(field)
        .where(field != "", live)
        .group_by(field)
        .having(fn.COUNT(model.person.distinct()) > 1)
    )
    for (value,) in list(shared.tuples()):
        yield from _sharing(model, column, value)


def _sharing(model: Any, column: str, value: str) -> Iterator[Listed]:
    """The records of several people that say the same in a column; nothing when they are one person's."""
    live = (model.until.is_null(True)) if model is BankAccount else (model.id > 0)
    said = (model.uid, model.person, *([model.kind] if model is Identity else []))
    told = model.select(*said, Person.id, Person.name, Person.number).join(Person)
    rows = list(told.where(getattr(model, column) == value, live))
    if len({row.person_id for row in rows}) < 2:
        return
    for row in rows:
        others = "、".join(sorted({other.person.name for other in rows if other.person_id != row.person_id}))
        message = f"{FINDING_LABELS[column]}{value}与{others}相同"
        kind = row.kind if model is Identity else ""
        yield Listed(
            row.person_id,
            row.person.number,
            row.person.name,
            kind,
            column,
            FINDING_LABELS[column],
            message,
            7,
            row.uid,
        )
