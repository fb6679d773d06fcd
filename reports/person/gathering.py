"""The gathering of plain facts from records: the files of people as they will be printed, some at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from models.approvals import matters
from models.approvals.approval import Approval, ApprovalStep
from models.approvals.notices import PublicNotice
from models.archive import scans
from models.core.dates import this_day
from models.core.journal import Change, Entry
from models.core.record import Record, Refusal
from models.ledger.assistive_devices import AssistiveDevice
from models.office import settings
from models.office.paper_makers import FileOwner, maker_of
from models.office.settings import Office
from models.own_fields import own_values
from models.own_fields.own_fields import own_fields
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.identity import BankAccount, Identity, IdentityState, law_of_grades
from models.people.materials import Material
from models.people.person import FamilyMember, Person, Remark
from models.transfers.volume_removal import VolumeRemoval
from models.visits.visit import Visit
from reports.changes.changed_words import ChangeWords, worded
from reports.person import medical_aid as aid_records
from reports.person import opinions, person_file
from reports.person.change_register import field_changes
from reports.person.person_file import IdentityFile, Member, PersonFile, Removal, StateChange

SELDOM_SAID = ("abroad_since", "sentenced_from", "sentenced_to")
FILES_AT_ONCE = 200  # people whose records are read together
_R = TypeVar("_R", bound=Record)
Rows = dict[int, list[_R]]


def file_of(person: Person) -> PersonFile:
    """The file of one person."""
    return next(of_all([person]))


def of_all(people: Iterable[Person]) -> Iterator[PersonFile]:
    """The files of many people, in their order; only some are held at a time."""
    waiting = iter(people)
    while some := list(islice(waiting, FILES_AT_ONCE)):
        yield from _Batch(some).files()


class _Batch:
    """The records of some people, read with one query a table."""

    def __init__(self, people: list[Person]) -> None:
        self.people = people
        self.ids = [person.id for person in people]
        self.identities = self._rows(Identity)
        self.states = self._rows(IdentityState)
        self.accounts = self._rows(BankAccount)
        self.family = self._rows(FamilyMember)
        self.remarks = self._rows(Remark)
        self.own = own_values.said_of(self.ids)
        self.materials = self._rows(Material)
        self.payments = self._rows(Payment)
        self.visits = self._rows(Visit)
        self.cases = self._rows(MedicalCase)
        self.devices = self._rows(AssistiveDevice)
        self.removals = self._rows(VolumeRemoval)
        self.opinions = self._opinions()
        self.office = settings.office()
        self.words = ChangeWords()
        self.changes: dict[str, list[tuple[Change, Entry]]] = defaultdict(list)
        self._read_changes()

    def _rows(self, model: type[_R]) -> Rows[_R]:
        rows: Rows[_R] = defaultdict(list)
        for row in model.select().where(model.person.in_(self.ids)).order_by(model.id):  # type: ignore[attr-defined]
            rows[row.__data__["person"]].append(row)
        return rows

    def _opinions(self) -> dict[int, dict[str, str]]:
        """What the levels said of each identity, by its id; of several approvals on its own form the last counts."""
        asked = (Approval.person.in_(self.ids)) & Approval.identity.is_null(False)
        known: dict[int, dict[str, str]] = {}
        steps, notices = self._rows(ApprovalStep), self._rows(PublicNotice)
        for each in Approval.select().where(asked).order_by(Approval.id):
            matter = matters.matters().get(each.matter)
            if matter is None or matter.form is not matters.FormOfMatter.IDENTITY:
                continue
            whose, about = each.person_id or 0, each.identity_id or 0
            own = [step for step in steps[whose] if step.approval_id == each.id]
            hung = [notice for notice in notices[whose] if notice.approval_id == each.id]
            known[about] = opinions.opinion_facts(own, hung) | opinions.expert_facts(each)
        return known

    def _read_changes(self) -> None:
        uids = [person.uid for person in self.people]
        changes = list(Change.select().where(Change.person.in_(uids)).order_by(Change.id))
        entries = {
            entry.number: entry
            for entry in Entry.select().where(Entry.number.in_({c.entry for c in changes}))
        }
        for change in changes:
            self.changes[str(change.person)].append((change, entries[change.entry]))

    def files(self) -> Iterator[PersonFile]:
        for person in self.people:
            facts = worded_fields(person)
            facts["birthday"] = worded(person.birthday)
            facts["alone_or_orphan"] = _either(person.alone, person.orphan)
            own = self.identities[person.id]
            yield PersonFile(
                person.name, person.file_no, worded(person.volume), self._changed_on(person), facts, photo_of(person),
                tuple(IdentityFile(each.kind, identity_facts(each) | self.opinions.get(each.id, {})) for each in own),
                tuple(map(_member, self.family[person.id])),
                tuple(map(_account, self.accounts[person.id])),
                (
                    *_seldom(person),
                    *((remark.label, remark.words) for remark in self.remarks[person.id]),
                    *((f"家庭成员{each.name}备注", each.notes) for each in self.family[person.id] if each.notes),
                ),
                tuple(_material(each, person, self.office) for each in sorted(self.materials[person.id], key=lambda m: (m.number or 0, m.id))),
                payments=tuple(map(_payment, sorted(
                    (p for p in self.payments[person.id] if not aid_records.is_medical(p)), key=lambda p: (p.month or p.paid_on, p.id),
                ))),
                aids=tuple(aid_records.medical_aids(self.cases[person.id], self.payments[person.id])),
                devices=tuple(aid_records.device_rows(self.devices[person.id])),
                removals=tuple(Removal(each.way, worded(each.day), each.receiver, each.words) for each in self.removals[person.id]),
                visits=tuple(map(_visit, sorted(self.visits[person.id], key=lambda v: (v.day, v.id)))),
                states=tuple(_state(state, own) for state in self.states[person.id]),
                changes=tuple(field_changes(self.changes[person.uid], self.words)),
                own=tuple(_own(self.own[person.id])),
                uid=person.uid,
            )  # fmt: skip

    def _changed_on(self, person: Person) -> str:
        entries = self.changes[person.uid]
        day = min(entries[-1][1].at[:10], str(this_day())) if entries else ""  # of a past day, not after it
        return day.replace("-", "")


def worded_fields(record: Record) -> dict[str, str]:
    """Each field of a record that says something, in words for paper."""
    return {name: worded(value) for name, value in record.__data__.items() if value not in (None, "")}


def identity_facts(identity: Identity) -> dict[str, str]:
    """The facts of an identity's form, with those that the form puts together."""
    facts = worded_fields(identity)
    begun, ended = worded(identity.service_from), worded(identity.service_to)
    facts["grade_nature"] = _joined(identity.grade, identity.nature)
    facts["unit_post"] = _joined(identity.unit_name or identity.unit, identity.post)
    facts["fallen_unit_post"] = _joined(identity.fallen_unit, identity.fallen_post)
    facts["service_span"] = f"{begun or '　　'} 至 {ended}" if begun or ended else ""
    facts["service_years_shown"] = f"{identity.service_years}年" if identity.service_years is not None else ""
    facts["law"] = law_of_grades(identity.approved)
    facts.setdefault("notes", "")  # never the person's own
    return facts


def photo_of(person: Person) -> bytes | None:
    """The person's photo; an empty one when it is kept but cannot be read, so that the sheet says so."""
    if not person.photo:
        return None
    try:
        return scans.read_scan(person.photo)
    except Refusal:
        return b""


def _member(member: FamilyMember) -> Member:
    born = worded(member.born)
    return Member(
        member.relation, member.name, member.sex, born, member.number, member.employer, member.phone
    )


def _account(account: BankAccount) -> person_file.Account:
    return person_file.Account(
        account.bank, account.holder, account.account, worded(account.since), worded(account.until)
    )


def _material(material: Material, person: Person, office: Office) -> person_file.Material:
    """A paper as the catalogue names it, its maker by the name that he had at its date."""
    day = str(material.day).replace("-", "") if material.day else ""
    return person_file.Material(
        material.document_no,
        maker_of(
            material.author, material.day, FileOwner(person.name, person.street, person.community), office
        ),
        material.title,
        day,
        worded(material.pages),
        material.notes,
    )


def _payment(payment: Payment) -> person_file.Payment:
    notes = _joined(
        f"{payment.paid_on.chinese()}发放" if payment.paid_on else "", payment.fund, payment.notes, sign="；"
    )
    return person_file.Payment(
        worded(payment.month), payment.item, payment.standard, worded(payment.amount), payment.account, notes
    )


def _visit(visit: Visit) -> person_file.Visit:
    """A visit in the columns of its sheet: leader and visitors, money and gifts, what was seen and asked for."""
    money = f"慰问金{worded(visit.money)}元" if visit.money else ""
    form = "" if visit.form in money else visit.form
    count = f"数量{visit.gift_count}" if visit.gift_count else ""
    value = _joined(count, f"折价{worded(visit.gift_value)}元" if visit.gift_value else "", sign="，")
    gifts = visit.gifts + (f"（{value}）" if value else "")
    wishes = f"诉求：{visit.wishes}" if visit.wishes else ""
    done = "" if not visit.wishes or visit.done is None else "已办结" if visit.done else "办理中"
    return person_file.Visit(
        worded(visit.day), visit.occasion, _joined(visit.leader, visit.visitors, sign="、"),
        _joined(form, money, gifts, sign="；"), _joined(visit.circumstances, wishes, sign="；"),
        _joined(visit.handling, done, visit.notes, sign="；"),
    )  # fmt: skip


def _state(state: IdentityState, identities: list[Identity]) -> StateChange:
    identity = next(one for one in identities if one.id == state.__data__["identity"])
    reason = _joined(
        state.reason, state.place, f"死亡日期{state.died_on.chinese()}" if state.died_on else "", sign="；"
    )
    return StateChange(
        worded(state.since),
        _joined(identity.kind, identity.category, sign="·"),
        state.state,
        worded(state.paid_to),
        reason,
    )


def _joined(*words: str, sign: str = " ") -> str:
    return sign.join(filter(None, words))


def _either(*flags: bool | None) -> str:
    if any(flags):
        return "是"
    return "否" if False in flags else ""


def _own(said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What fields of the office's own say that stand on paper, in their order."""
    for field in own_fields():
        if field.on_file and (words := said.get(field.key)):
            yield field.name, worded(field.shown(words))


def _seldom(person: Person) -> Iterator[tuple[str, str]]:
    """What is said of few people and has no cell on the form: its label, and the day in words."""
    for name in SELDOM_SAID:
        if (day := getattr(person, name)) is not None:
            yield Person.labels()[name], day.chinese()
