"""The plan of an import: what workbooks would change in the archive, sheet by sheet, before anything is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.core.dates import PartDate, this_day
from models.core.record import Record
from models.core.states import State
from models.imports.evidence.taught import TableForm, TaughtFields
from models.imports.registers.reading import Register
from models.imports.rosters.reading import Roster
from models.imports.sheets.read_rows import SheetRemark
from models.imports.weighing import Proposal
from models.own_fields.own_values import OwnValue
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.findings import Dossier, Settlement
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.outsiders import Outsider
from models.people.person import Person
from models.people.person import Remark as Note
from models.visits.visit import Visit

# What registers write that other records of theirs may mean, in the order in which it can be written.
WRITTEN_FIRST = (MedicalCase, Visit, Payment)
FILES_NAMED = 3  # in the title of the entry


class RowOutcome(State):
    """What an import makes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


class PlanMark(State):
    """What kind of thing is told of a row, the gravest first."""

    REFUSED = "未导入"
    DOUBTFUL = "请核对"
    LEFT_OUT = "未读"


@dataclass(slots=True)
class SheetPlan:
    """What a sheet would do: how its lines end, and what is to be told, place by place."""

    file: str
    roster: Roster | Register
    counts: Counter[str] = field(default_factory=Counter)
    refused: list[SheetRemark] = field(default_factory=list)
    findings: list[SheetRemark] = field(default_factory=list)
    stateless: int = 0  # people without a state, of a sheet that has no column for it
    made: datetime | None = None  # when the list was made, as far as it says

    def told(self, mark: PlanMark) -> list[SheetRemark]:
        """What is told under that mark."""
        if mark is PlanMark.REFUSED:
            return self.refused
        return self.findings if mark is PlanMark.DOUBTFUL else self.roster.left_out


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
    own: list[OwnValue] = field(default_factory=list)
    outsiders: list[Outsider] = field(default_factory=list)
    records: dict[type[Record], list[Any]] = field(default_factory=lambda: defaultdict(list))  # of registers
    adopted: list[tuple[Outsider, Person]] = field(default_factory=list)  # who had no file and now gets one
    changed: dict[str, Record] = field(default_factory=dict)  # by uid
    proposals: list[Proposal] = field(default_factory=list)  # what a list may not change by itself
    taught: dict[TableForm, TaughtFields] = field(default_factory=dict)  # of columns, by the officer
    withheld: int = 0  # rows of registers that say otherwise what may not be changed

    @property
    def refused(self) -> bool:
        return bool(self.unread) or any(sheet.refused for sheet in self.sheets)

    @property
    def partly(self) -> bool:
        """Whether something was not taken in, or waits for a decision."""
        return (
            self.refused
            or self.questions > 0
            or self.withheld > 0
            or any(not (p.taken or p.kept) for p in self.proposals)
        )

    @property
    def questions(self) -> int:
        """How many columns wait for an officer to say what they are."""
        return sum(column.asked for sheet in self.sheets for column in sheet.roster.columns)

    def take_decisions(self) -> None:
        """Put what the officer decided into what will be written."""
        for proposal in self.proposals:
            if proposal.taken:
                self._take(proposal)
            elif proposal.kept:
                self.records[Settlement].append(proposal.settlement())

    def _take(self, proposal: Proposal) -> None:
        record = proposal.record
        if isinstance(record, BankAccount) and proposal.field == "account":
            record.until = PartDate.of(this_day())
            said = {"account": proposal.there, **proposal.more}
            self.accounts.append(BankAccount(person=proposal.person, identity=record.identity_id, **said))
        else:
            setattr(record, proposal.field, proposal.there)
        if isinstance(record, Identity) and proposal.person is not None and proposal.field == "state":
            reason = "导入变更，经核对采用名单"
            self.states.append(
                IdentityState(identity=record, person=proposal.person, state=record.state, reason=reason)
            )
        self.changed[record.uid] = record

    def total(self, outcome: str) -> int:
        return sum(sheet.counts[outcome] for sheet in self.sheets)

    def groups(self) -> list[tuple[type[Record], list[Any]]]:
        """The new records, in the order in which they can be written."""
        return [
            (Person, self.people),
            (Identity, self.identities),
            (IdentityState, self.states),
            (BankAccount, self.accounts),
            (Note, self.notes),
            (OwnValue, self.own),
            (Outsider, self.outsiders),
            *((model, self.records.get(model, [])) for model in WRITTEN_FIRST),
            *((model, made) for model, made in self.records.items() if model not in WRITTEN_FIRST),
        ]

    def title(self) -> str:
        files = list(dict.fromkeys(sheet.file for sheet in self.sheets))
        more = f"等{len(files)}个文件" if len(files) > FILES_NAMED else ""
        words = [
            f"{word}{n}"
            for outcome, word in ((RowOutcome.NEW, "新增"), (RowOutcome.CHANGED, "变更"))
            if (n := self.total(outcome))
        ]
        if taken := sum(proposal.taken for proposal in self.proposals):
            words.append(f"核对后采用名单{taken}处")
        if kept := sum(proposal.kept for proposal in self.proposals):
            words.append(f"核对后保留档案{kept}处")
        return f"导入{'、'.join(files[:FILES_NAMED])}{more}：" + "，".join(words or ["无变化"])


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
