"""The planning of a register's rows: whether each was said before, what it corrects, what would be new.

A row is known again by what it says, and a sheet may hold several equal rows: the second of them is the second such record.
So the same file twice changes nothing. A row that says the same event otherwise corrects it where only that one can be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models.core.record import Record
from models.core.words import bare_heading
from models.imports.paid_helps import PaidHelps
from models.imports.plan import Plan, RowOutcome, SheetPlan
from models.imports.registers import kinds, personal_entries
from models.imports.registers.entitlements import Entitlements
from models.imports.registers.entries import RegisterRecord
from models.imports.registers.pools import Key, Pool, known_by, load
from models.imports.registers.reading import Register
from models.imports.registers.recipients import Recipients
from models.imports.registers.rows import RegisterRow, Rows, told_value
from models.imports.weighing import KeptValue, Proposal, decided_before, why_kept
from models.imports.worthless_cells import drop_worthless
from models.ledger.rates import Rate
from models.payments.medical_case import MedicalCase
from models.payments.once_claims import claim_of
from models.payments.paid_claims import once_key
from models.payments.payment import REGULAR, Payment
from models.people.person import Person
from models.veterans.hardship_aid import HardshipAid

TWICE = "与第{}行完全相同，已作为两笔登记，请核对是否重复"
ALIKE = "与已登记的一条只有个别栏目不同，已另作一条登记，请核对是否重复"
TWO_WAYS = "同一条在另一张表上已有，{}“{}”与那里的“{}”不一致，以先读到的为准，请核对"
ONE_COST = "与同一人前面一行的总费用相同，按同一病例的同一笔费用只计一次，请核对"
BY_BANK = "是已审批批次经银行回盘登记的发放"
KEPT_WORDS = "{}档案为“{}”，名单为“{}”：{}，已保留档案中的，请核对"
MONEY_FACTS = frozenset(
    ["amount", "month", "paid_on", "account", "item", "programme", "standard"]
)  # as the bank paid them
HELD_OTHERWISE = "{}的{}{}。一项待遇只发一次，这一行没有登记，请核对"
SECOND_ROW = "{}的{}在第{}行已有一笔，已作为两笔登记。一项待遇只发一次，请核对是分次发放还是重复"
OTHERWISE = "与已登记的一条相近而不能断定是同一条，已另作一条登记，请核对是否重复"


class Registers:
    """The registers of an import, fitted after its rosters."""

    def __init__(self, plan: Plan, sheets: Sequence[SheetPlan]) -> None:
        self.plan = plan
        self.sheets = [(sheet, sheet.roster) for sheet in sheets if isinstance(sheet.roster, Register)]
        lines = [line for _, register in self.sheets for line in register.lines]
        drop_worthless(lines)
        self.recipients = Recipients(lines, plan.people)
        maker = Rows([(sheet.file, register) for sheet, register in self.sheets], self.recipients)
        self.rows = {id(register): maker.of(sheet.file, register) for sheet, register in self.sheets}
        self.entitled = Entitlements(self.recipients.people.values(), plan.identities)
        self.pools: dict[type[Record], Pool] = {}
        # the row that first pays what is owed once, by whose, what and for which event, and by which part of it
        self.claimed: dict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)
        self.made: datetime | None = None  # when the list that is being fitted was made
        self._load()

    def _begin(self, sheet: SheetPlan) -> None:
        self.sheet, self.made = sheet, sheet.made

    def run(self) -> None:
        """Put every row into the plan, and count how the rows of each sheet end."""
        used: dict[int, set[str]] = defaultdict(set)
        for sheet, register in self.sheets:
            self._begin(sheet)
            self._again(self.rows[id(register)], used[id(register)])
        for sheet, register in self.sheets:
            self._begin(sheet)
            rows = self.rows[id(register)]
            self._again(rows, used[id(register)])
            self._correct(rows, used[id(register)])
            for row in rows:
                if not row.outcome:
                    self._make(row, used[id(register)])
            self._tell_twice(rows)
            self._sum_up(sheet, register, rows)
        self.plan.outsiders += self.recipients.made
        self.plan.changed |= self.recipients.changed

    def _load(self) -> None:
        by_model: dict[type[Record], list[RegisterRow]] = defaultdict(list)
        for rows in self.rows.values():
            for row in rows:
                by_model[row.entry.model].append(row)
        for model, rows in by_model.items():
            people = {known_by(row.who) for row in rows if row.who}
            self.pools[model] = load(model, [row.entry for row in rows], people)
        cases = [row for rows in self.rows.values() for row in rows if row.line.kind == kinds.CASES]
        self.helps = PaidHelps(self.plan, self.pools, by_model[HardshipAid])
        if cases and MedicalCase not in self.pools:
            facts = [
                RegisterRecord(MedicalCase, personal_entries.case_facts(row.line, row.around), (), ())
                for row in cases
            ]
            self.pools[MedicalCase] = load(
                MedicalCase, facts, {known_by(row.who) for row in cases if row.who}
            )

    # --- how they end

    def _again(self, rows: Sequence[RegisterRow], used: set[str]) -> None:
        """Rows that say what a record says already: all of it first, then the event and the amount."""
        for whole in (True, False):
            for row in rows:
                if row.outcome:
                    continue
                names = (*row.entry.key, *row.entry.exact)
                for record in self.pools[row.entry.model].find(names, row.key(names)):
                    if record.uid not in used and (not whole or not _differing(record, row.entry)):
                        self._take(row, record, used)
                        break

    def _correct(self, rows: Sequence[RegisterRow], used: set[str]) -> None:
        """Rows that say an event otherwise, where only one row and one record can be meant."""
        groups: dict[tuple[type[Record], Key], list[RegisterRow]] = defaultdict(list)
        for row in rows:
            if not row.outcome:
                groups[(row.entry.model, row.key(row.entry.key))].append(row)
        for (model, key), some in groups.items():
            pool = self.pools[model]
            known = [r for r in pool.find(some[0].entry.key, key) if pool.unsaid(r, used)]
            if len(some) == 1 and len(known) == 1:
                self._take(some[0], known[0], used)
            elif known:
                for row in some:
                    row.line.doubt("amount", None, OTHERWISE)

    def _take(self, row: RegisterRow, record: Record, used: set[str]) -> None:
        """The row means this record; what it says otherwise is corrected and told."""
        settled = self.pools[row.entry.model].settled
        said_before = record.uid in settled
        used.add(record.uid)
        settled.add(record.uid)
        row.record = record
        changes = self._agreed(row, record, _differing(record, row.entry), said_before)
        self._change(row, record, changes)
        if row.line.kind == kinds.CASES and isinstance(record, Payment) and record.case is not None:
            facts = personal_entries.case_facts(row.line, row.around)
            more = {k: v for k, v in facts.items() if k != "day" and record.case.__data__.get(k) != v}
            more = self._agreed(row, record.case, more, said_before)
            self._change(row, record.case, more)
            changes |= more
        if isinstance(record, HardshipAid) and self.helps.take(row, record) and record.id is not None:
            changes["payment"] = record.payment
            self.plan.changed[record.uid] = record
        row.outcome = RowOutcome.CHANGED if changes else RowOutcome.SAME

    def _agreed(
        self, row: RegisterRow, record: Record, changes: dict[str, Any], said_before: bool
    ) -> dict[str, Any]:
        """What may be changed; where another sheet of this import has said it otherwise, the first holds and it is told."""
        changes = self._weighed(row, record, changes)
        if not said_before:
            return changes
        agreed = {}
        for name, value in changes.items():
            if (old := record.__data__.get(name)) in (None, ""):
                agreed[name] = value
            else:
                label = type(record).labels()[name]
                row.line.doubt(
                    name, told_value(value), TWO_WAYS.format(label, told_value(value), told_value(old))
                )
        return agreed

    def _weighed(self, row: RegisterRow, record: Record, changes: dict[str, Any]) -> dict[str, Any]:
        """What a list may change of a record: nothing of a payment that the bank answered for, nothing typed later."""
        if record.id is None or not changes:
            return changes
        agreed, held = {}, False
        by_bank = isinstance(record, Payment) and _answered_by_bank(record)
        for name, value in changes.items():
            old = record.__data__.get(name)
            why = KeptValue(BY_BANK, 9) if by_bank else why_kept(record, name, old, value, self.made)
            if why is None:
                agreed[name] = value
            elif by_bank and name in MONEY_FACTS:
                held = True
                self._tell_kept(row, record, name, why)
            elif not decided_before(proposal := self._proposal(row, record, name, value, why)):
                self.plan.proposals.append(proposal)
                self._tell_kept(row, record, name, why)
        self.plan.withheld += held
        return agreed

    def _tell_kept(self, row: RegisterRow, record: Record, name: str, why: KeptValue) -> None:
        """Tell that what the archive says stays, though the row says otherwise."""
        here, there = told_value(record.__data__.get(name)), told_value(row.entry.facts.get(name))
        label = type(record).labels()[name]
        row.line.doubt(name, there, KEPT_WORDS.format(label, here, there, why.reason))

    def _proposal(self, row: RegisterRow, record: Record, name: str, value: Any, why: KeptValue) -> Proposal:
        """What the row says otherwise, for the officer to decide."""
        return Proposal(
            self.sheet.file, self.sheet.roster.sheet.name, row.line.row, row.line.letters.get(name), row.who.name if row.who else "",
            row.who if isinstance(row.who, Person) else None, record, name, record.__data__.get(name), value, why,
        )  # fmt: skip

    def _change(self, row: RegisterRow, record: Record, changes: dict[str, Any]) -> None:
        labels = type(record).labels()
        for name, value in changes.items():
            old = record.__data__.get(name)
            was = (
                f"{labels[name]}由“{told_value(old)}”改为" if old not in (None, "") else f"补记{labels[name]}"
            )
            if record.id is not None:
                row.line.doubt(name, told_value(value), f"{was}“{told_value(value)}”")
            setattr(record, name, value)
        if changes and (pool := self.pools.get(type(record))) is not None:
            pool.retold(record, known_by(row.who))
        if changes and record.id is not None:
            self.plan.changed[record.uid] = record

    def _make(self, row: RegisterRow, used: set[str]) -> None:
        entry, pool = row.entry, self.pools[row.entry.model]
        if any(pool.unsaid(r, used) for names in entry.loose for r in pool.find(names, row.key(names))):
            row.line.doubt("day", None, ALIKE)
        record: Any = entry.model(**entry.facts)
        if isinstance(row.who, Person):
            record.person = row.who
            if isinstance(record, Payment) and record.programme == REGULAR:
                record.identity = self.entitled.of(row.who, record.category)
        elif row.who is not None:
            record.outsider = row.who
        if row.line.kind == kinds.CASES and isinstance(record, Payment):
            record.case = self._case(row)
        if isinstance(record, Rate):
            record.position = row.line.row
        if isinstance(record, HardshipAid):
            self.helps.take(row, record)
        if isinstance(record, Payment) and (words := self._held(row, record)):
            row.line.refuse("amount", told_value(record.amount), words)
            row.outcome = RowOutcome.REFUSED
            return
        self.plan.records[entry.model].append(record)
        pool.add(record, known_by(row.who))
        pool.settled.add(record.uid)
        used.add(record.uid)
        row.record, row.outcome = record, RowOutcome.NEW

    def _held(self, row: RegisterRow, record: Payment) -> str:
        """What the archive holds in the way of a payment of what is owed once; else empty.

        A row before it in the same import stands in nobody's way: the register tells what was paid. It is a doubt.
        """
        if row.who is None or (key := once_key(record)) is None:
            return ""
        if (claim := claim_of(row.who, key)) is not None:
            return HELD_OTHERWISE.format(row.who.name, key.words(), claim.told())
        mine = self.claimed[row.who.uid, key.matter, key.event]
        before = next((at for part, at in mine.items() if not (part and key.part) or part == key.part), None)
        if before is not None:
            row.line.doubt(
                "amount", told_value(record.amount), SECOND_ROW.format(row.who.name, key.words(), before)
            )
        mine.setdefault(key.part, row.line.row)
        return ""

    def _case(self, row: RegisterRow) -> MedicalCase:
        """The case that a payment helps with: a row with a cost of its own tells one, one without or with the same cost
        goes to the one before."""
        facts, pool = personal_entries.case_facts(row.line, row.around), self.pools[MedicalCase]
        number = known_by(row.who)
        alike: list[Any] = [c for c in pool.find(("kind",), (number, facts["kind"])) if _fits(c, facts)]
        if "cost" in facts:
            alike = [case for case in alike if case.cost is None or _says_again(case, facts)]
            if alike and alike[-1].cost is not None:
                row.line.doubt("cost", told_value(facts["cost"]), ONE_COST)
        if alike:
            case: MedicalCase = alike[-1]
            more = {k: facts[k] for k in ("cost", "hospital", "insured", "invoice") if k in facts}
            self._change(row, case, {k: v for k, v in more.items() if case.__data__.get(k) != v})
            return case
        case = MedicalCase(**facts)
        case.person, case.outsider = (row.who, None) if isinstance(row.who, Person) else (None, row.who)
        self.plan.records[MedicalCase].append(case)
        pool.add(case, number)
        return case

    def _tell_twice(self, rows: Sequence[RegisterRow]) -> None:
        """Two equal rows about money to one person are kept, and told."""
        first: dict[Key, int] = {}
        for row in rows:
            if row.entry.personal:
                names = (*row.entry.key, *row.entry.exact, "notes")
                at = first.setdefault((row.entry.model, *row.key(names)), row.line.row)
                if at != row.line.row:
                    row.line.doubt("number", row.line.facts.get("number"), TWICE.format(at))

    def _sum_up(self, sheet: SheetPlan, register: Register, rows: Sequence[RegisterRow]) -> None:
        sheet.refused += register.refused
        sheet.findings += register.findings
        ended = {id(row.line): row.outcome for row in rows}
        for line in register.lines:
            sheet.counts[ended.get(id(line), RowOutcome.REFUSED)] += 1
            sheet.findings += line.findings
            if line.refused:
                sheet.refused.append(line.refused)


def _answered_by_bank(payment: Any) -> bool:
    """Whether a run's return made the payment (``outcomes`` is what ``PayOutcome`` of the room of pay hangs on it)."""
    return bool(payment.outcomes.exists())


def _fits(case: Any, facts: dict[str, Any]) -> bool:
    """Whether a case can be the one that a row speaks of: the same cause, or one of them says none; the same year."""
    cause = facts.get("cause", "")
    same_year = not (case.day and facts["day"]) or case.day.year == facts["day"].year
    return same_year and (not cause or not case.cause or bare_heading(cause) == bare_heading(case.cause))


def _differing(record: Record, entry: RegisterRecord) -> dict[str, Any]:
    """The facts that the row tells otherwise; an empty cell takes nothing away."""
    return {k: v for k, v in entry.facts.items() if v not in (None, "") and record.__data__.get(k) != v}


def _says_again(case: Any, facts: dict[str, Any]) -> bool:
    """Whether a row only says a case's cost once more, as offices do on each line of its payments."""
    apart = ("hospital", "invoice")
    same = all(not case.__data__.get(n) or n not in facts or case.__data__[n] == facts[n] for n in apart)
    said: bool = same and bare_heading(case.cause or "") == bare_heading(facts.get("cause", ""))
    return said and case.cost == facts["cost"]
