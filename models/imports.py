"""Import of rosters: what workbooks would change in the archive, and making it so as one entry.

Three steps: ``read`` the workbooks, ``plan`` against the archive, ``apply``. Nothing is written before the last.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from models import file_numbers, journal, workbooks
from models.base import Record, Refusal, insert_all
from models.dates import PartDate
from models.findings import Dossier
from models.identities import SURVIVORS, BankAccount, Identity, IdentityState
from models.jobs import Job, Step
from models.people import Person
from models.people import Remark as Note
from models.rosters import Line, Remark, Roster, read_workbook

NEW, CHANGED, SAME, REFUSED = "new", "changed", "same", "refused"


@dataclass(slots=True)
class SheetPlan:
    """What a sheet would do: how its lines end, and what is to be told, place by place."""

    file: str
    roster: Roster
    counts: Counter[str] = field(default_factory=Counter)
    refused: list[Remark] = field(default_factory=list)
    findings: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """What an import would write: whole new records, and the fields that change in old ones."""

    sheets: list[SheetPlan] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)  # (file, why it could not be read)
    people: list[Person] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)
    states: list[IdentityState] = field(default_factory=list)
    accounts: list[BankAccount] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    changed: dict[str, Record] = field(default_factory=dict)  # by uid

    @property
    def refused(self) -> bool:
        return bool(self.unread) or any(sheet.refused for sheet in self.sheets)

    def total(self, outcome: str) -> int:
        return sum(sheet.counts[outcome] for sheet in self.sheets)

    def title(self) -> str:
        files = "、".join(dict.fromkeys(sheet.file for sheet in self.sheets))
        words = [f"{word}{n}" for outcome, word in ((NEW, "新增"), (CHANGED, "变更")) if (n := self.total(outcome))]
        return f"导入{files}：" + "，".join(words or ["无变化"])


def read(files: Sequence[Path], kinds: Mapping[str, str] | None = None) -> Job[Plan]:
    """Read workbooks and plan what they would change; a workbook that cannot be read is told in ``unread``."""
    plan = Plan()
    for number, file in enumerate(files):
        yield Step(number, len(files), f"正在读取{file.name}")
        try:
            book = workbooks.read(file)
        except Refusal as refusal:
            plan.unread.append((file.name, str(refusal)))
            continue
        for roster in read_workbook(book.sheets, kinds or {}):
            plan.sheets.append(SheetPlan(file.name, roster))
    planner = _Planner(plan)
    for number, sheet in enumerate(plan.sheets, start=1):
        planner.add(sheet)
        yield Step(number, len(plan.sheets), f"正在核对{sheet.roster.sheet.name}")
    return plan


def apply(plan: Plan, user: str) -> Job[int | None]:
    """Write the plan as one entry of the journal; all of it or nothing. Returns the entry's number."""
    groups: list[tuple[type[Record], list[Any]]] = [
        (Person, plan.people),
        (Identity, plan.identities),
        (IdentityState, plan.states),
        (BankAccount, plan.accounts),
        (Note, plan.notes),
    ]
    total = sum(len(records) for _, records in groups) + len(plan.changed)
    if not total:
        return None
    done = 0
    with journal.entry(plan.title(), user) as writing:
        file_numbers.assign(plan.people, plan.identities)
        for model, records in groups:
            insert_all(model, records)
            done += len(records)
            yield Step(done, total + 1, "正在写入")
        for record in plan.changed.values():
            record.save()
        writing.at_hand |= new_files(plan)
    return writing.number


def new_files(plan: Plan) -> dict[str, Dossier]:
    """The whole files of the people that are new, so that nobody reads back what was just written."""
    files = {person.uid: Dossier(person, [], []) for person in plan.people}
    for identity in plan.identities:
        if identity.person.uid in files:
            files[identity.person.uid].identities.append(identity)
    for account in plan.accounts:
        if account.person.uid in files:
            files[account.person.uid].accounts.append(account)
    return files


class _Planner:
    """Fits the lines of an import to the archive and to each other."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.archive = _Archive(line for sheet in plan.sheets for line in sheet.roster.lines if not line.refused)
        self.said: dict[tuple[str, str], tuple[Any, str]] = {}  # (number, field) → value, and where it was said
        self.first: dict[str, tuple[str, str]] = {}  # number → name and where, in this import
        self.seen: dict[tuple[str, str, str], tuple[Line, str]] = {}

    def add(self, sheet: SheetPlan) -> None:
        sheet.refused += sheet.roster.refused
        sheet.findings += sheet.roster.findings
        for line in sheet.roster.lines:
            outcome = self._line(sheet, line)
            sheet.counts[outcome] += 1
            sheet.findings += line.findings
            if line.refused:
                sheet.refused.append(line.refused)

    def _line(self, sheet: SheetPlan, line: Line) -> str:
        if line.refused:
            return REFUSED
        place = f"{sheet.roster.sheet.name}第{line.row}行"
        number = line.person["number"]
        letters = sheet.roster.letters
        if reason := self._not_the_same_person(line, place):
            line.refused = Remark(line.row, letters["person.number"], line.person["number_found"], reason)
            return REFUSED
        key = (number, line.kind, line.identity.get("category", "") if line.kind == SURVIVORS else "")
        if (earlier := self.seen.get(key)) is not None:
            return self._again(line, earlier, letters)
        draft = _Draft(self, line, letters, place)
        if (broken := draft.broken()) is not None:
            line.refused = broken
            return REFUSED
        self.seen[key] = (line, place)
        self.first.setdefault(number, (line.person["name"], place))
        return draft.keep()

    def _not_the_same_person(self, line: Line, place: str) -> str:
        """Why the line's number cannot be this person's; '' when it can."""
        number, name = line.person["number"], line.person["name"]
        if number in self.first and self.first[number][0] != name:
            other, where = self.first[number]
            return f"与{where}的“{other}”身份证号相同而姓名不同，同一号码不能属于两人"
        known = self.archive.people.get(number)
        if known is None or known.id is None or known.name == name or number in self.first:
            return ""
        if any(identity.kind == line.kind for identity in self.archive.identities[known.uid]):
            return ""  # the same file of the same kind: a name that was corrected
        return f"与档案中的“{known.name}”身份证号相同而姓名不同，同一号码不能属于两人"

    def _again(self, line: Line, earlier: tuple[Line, str], letters: Mapping[str, str]) -> str:
        """The same identity a second time: told when it says the same, refused when it says something else."""
        first, where = earlier
        differing = [
            Person.labels().get(name) or Identity.labels().get(name) or BankAccount.labels().get(name, name)
            for part in ("person", "identity", "account")
            for name, value in getattr(line, part).items()
            if name != "number_found" and getattr(first, part).get(name, value) != value
        ]
        remark = Remark(line.row, letters["person.number"], line.person["number_found"], "")
        if differing:
            words = f"同一人的同一身份在{where}已有，{'、'.join(differing)}不一致，请核对后只留一行"
            line.refused = remark._replace(words=words)
            return REFUSED
        line.findings.append(remark._replace(words=f"同一人的同一身份在{where}已有，本行重复"))
        return SAME


class _Archive:
    """What the archive already holds of the people in the lines."""

    def __init__(self, lines: Iterable[Line]) -> None:
        numbers = {line.person["number"] for line in lines}
        self.people: dict[str, Person] = {p.number: p for p in Person.select().where(Person.number.in_(numbers))}
        by_id = {person.id: person for person in self.people.values()}
        self.identities: dict[str, list[Identity]] = defaultdict(list)
        self.accounts: dict[str, BankAccount] = {}
        self.notes: dict[tuple[str, str], Note] = {}
        by_identity: dict[int, Identity] = {}
        for identity in Identity.select().where(Identity.person.in_(list(by_id))):
            identity.person = by_id[identity.person_id]
            self.identities[identity.person.uid].append(identity)
            by_identity[identity.id] = identity
        for account in BankAccount.select().where(BankAccount.person.in_(list(by_id)), BankAccount.until.is_null()):
            account.person = by_id[account.person_id]
            if account.identity_id is not None:
                self.accounts[by_identity[account.identity_id].uid] = account
        for note in Note.select().where(Note.person.in_(list(by_id))):
            self.notes[(by_id[note.person_id].uid, note.label)] = note


class _Draft:
    """One line fitted to its person and identity; nothing of it counts until ``keep``."""

    def __init__(self, planner: _Planner, line: Line, letters: Mapping[str, str], place: str) -> None:
        self.planner, self.line, self.letters, self.place = planner, line, letters, place
        self.archive = planner.archive
        self.person = self.archive.people.get(line.person["number"]) or Person()
        self.identity = self._same_identity() or Identity(person=self.person, kind=line.kind)
        self.new_person = not self.person.number
        self.new_identity = self.identity not in self.archive.identities[self.person.uid]
        self.before = {r.uid: dict(r.__data__) for r in (self.person, self.identity)}
        self.changes: list[Remark] = []
        self._fill()

    def _same_identity(self) -> Identity | None:
        category = self.line.identity.get("category", "")
        same = [i for i in self.archive.identities[self.person.uid] if i.kind == self.line.kind]
        if self.line.kind == SURVIVORS:
            same = [i for i in same if i.category == category or not category]
        return same[0] if same else None

    def _fill(self) -> None:
        for name, value in self.line.person.items():
            said = self.planner.said.get((self.person.uid, name))
            if name == "number_found" and not self.new_person:
                continue
            if said is not None and said[0] != value:
                label = Person.labels()[name]
                words = f"{label}“{told(value)}”与{said[1]}的“{told(said[0])}”不一致，以先读到的为准，请核对"
                self.line.findings.append(self._remark(f"person.{name}", value, words))
            elif said is None:
                self._set(self.person, "person", name, value)
        for name, value in self.line.identity.items():
            self._set(self.identity, "identity", name, value)

    def _set(self, record: Record, part: str, name: str, value: Any) -> None:
        old = record.__data__.get(name)
        if old == value:
            return
        setattr(record, name, value)
        if record.id is not None:
            label = type(record).labels()[name]
            words = f"{label}由“{told(old)}”改为“{told(value)}”" if old not in (None, "") else f"补记{label}“{told(value)}”"
            self.changes.append(self._remark(f"{part}.{name}", value, words))

    def _remark(self, name: str, value: Any, words: str) -> Remark:
        return Remark(self.line.row, self.letters.get(name), told(value), words)

    def broken(self) -> Remark | None:
        """Why the line cannot be kept by the rules of its records; what was filled in is then taken back."""
        for part, record in (("person", self.person), ("identity", self.identity)):
            for name, words in record.rules():
                value = record.__data__.get(name)
                for each in (self.person, self.identity):
                    each.__data__ = dict(self.before[each.uid])
                return Remark(self.line.row, self.letters.get(f"{part}.{name}"), told(value), words)
        return None

    def keep(self) -> str:
        """Put the line into the plan and say how it ends: new, changed or same."""
        plan = self.planner.plan
        self._remember()
        if self.new_person:
            self.archive.people[self.person.number] = self.person
            plan.people.append(self.person)
        if self.new_identity:
            self.archive.identities[self.person.uid].append(self.identity)
            plan.identities.append(self.identity)
        self._keep_state()
        self._keep_account()
        self._keep_notes()
        self._tell_doubts()
        for record in (self.person, self.identity):
            if record.id is not None and self.before[record.uid] != record.__data__:
                plan.changed[record.uid] = record
        self.line.findings += self.changes
        return NEW if self.new_identity else CHANGED if self.changes else SAME

    def _remember(self) -> None:
        for name, value in self.line.person.items():
            self.planner.said.setdefault((self.person.uid, name), (value, self.place))

    def _keep_state(self) -> None:
        state = self.identity.state
        if state and (self.new_identity or self.before[self.identity.uid]["state"] != state):
            now = IdentityState(identity=self.identity, person=self.person, state=state, died_on=self.person.died)
            now.paid_to = self.identity.paid_to
            now.reason = "导入时的状态" if self.new_identity else "导入变更"
            self.planner.plan.states.append(now)

    def _keep_account(self) -> None:
        said = self.line.account
        if not said.get("account"):
            return
        known = self.archive.accounts.get(self.identity.uid)
        if known is not None and all(known.__data__[name] == value for name, value in said.items()):
            return
        if known is not None and known.account == said["account"]:
            for name, value in said.items():
                self._set_account(known, name, value)
            return
        plan = self.planner.plan
        if known is not None:
            words = f"银行账号由“{known.account}”改为“{said['account']}”，原账号留作历史"
            self.changes.append(self._remark("account.account", said["account"], words))
            known.until = PartDate.of(date.today())
            plan.changed[known.uid] = known
        account = BankAccount(person=self.person, identity=self.identity, **said)
        self.archive.accounts[self.identity.uid] = account
        plan.accounts.append(account)

    def _set_account(self, account: BankAccount, name: str, value: str) -> None:
        if account.__data__[name] != value:
            label = BankAccount.labels()[name]
            words = f"{label}由“{account.__data__[name]}”改为“{value}”"
            self.changes.append(self._remark(f"account.{name}", value, words))
            setattr(account, name, value)
            self.planner.plan.changed[account.uid] = account

    def _keep_notes(self) -> None:
        for label, words in self.line.notes.items():
            known = self.archive.notes.get((self.person.uid, label))
            if known is None:
                note = Note(person=self.person, label=label, words=words)
                self.archive.notes[(self.person.uid, label)] = note
                self.planner.plan.notes.append(note)
                if self.person.id is not None and not self.new_identity:
                    self.changes.append(Remark(self.line.row, None, words, f"补记备注“{label}”：{words}"))
            elif known.words != words:
                self.changes.append(Remark(self.line.row, None, words, f"备注“{label}”由“{known.words}”改为“{words}”"))
                known.words = words
                if known.id:
                    self.planner.plan.changed[known.uid] = known

    def _tell_doubts(self) -> None:
        """Doubts of the person and the identity as they would be kept."""
        account = self.archive.accounts.get(self.identity.uid)
        for part, record in (("person", self.person), ("identity", self.identity), ("account", account)):
            for doubt in record.doubts() if record is not None else ():
                letters = self.letters.get(f"{part}.{doubt.field}") or self.letters.get("person.number")
                value = told(record.__data__.get(doubt.field)) if record is not None else ""
                self.line.findings.append(Remark(self.line.row, letters, value, doubt.message))


def told(value: Any) -> str:
    """A value as the officer reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)

