"""A draft: one line of a roster fitted to its person and identity in the archive."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.core import codes
from models.core.dates import PartDate, this_day
from models.core.personal_names import is_better_name, name_doubt, names_agree
from models.core.record import Record
from models.imports.archived import Archived, identity_key
from models.imports.plan import Plan, RowOutcome, SheetPlan
from models.imports.registers.rows import told_value
from models.imports.rosters.lines import RosterLine
from models.imports.rosters.own_columns import OF_OWN
from models.imports.sheets.read_rows import SheetRemark
from models.imports.weighing import (
    ENDED_FOR_LISTS,
    WORTHLESS_WORDS,
    KeptValue,
    Proposal,
    decided_before,
    is_worthless,
    why_kept,
)
from models.own_fields.own_fields import OwnField, own_field
from models.own_fields.own_values import OwnValue
from models.people.identity import GONE, NO_STATE, SURVIVORS, BankAccount, Identity, IdentityState
from models.people.person import Person
from models.people.person import Remark as Note


class Draft:
    """One line fitted to its person and identity; nothing of it counts until ``keep``."""

    def __init__(self, plan: Plan, archive: Archived, line: RosterLine, place: str, sheet: SheetPlan) -> None:
        self.plan, self.archive, self.line, self.place = plan, archive, line, place
        self.sheet = sheet
        self.proposals: list[Proposal] = []
        self.person = self.archive.people.get(line.person["number"]) or Person()
        self.identity = self._same_identity() or Identity(person=self.person, kind=line.kind)
        self.new_person = not self.person.number
        self.new_identity = self.identity not in self.archive.identities[self.person.uid]
        self.before = {r.uid: dict(r.__data__) for r in (self.person, self.identity)}
        self.changes: list[SheetRemark] = []
        self._fill()

    def _same_identity(self) -> Identity | None:
        same = [i for i in self.archive.identities[self.person.uid] if i.kind == self.line.kind]
        if self.line.kind != SURVIVORS:
            return same[0] if same else None
        number, kind, category, fallen = identity_key(self.line)
        alike = [i for i in same if i.category == category or not category]
        exact = [i for i in alike if i.fallen_name == fallen or not fallen]
        others = [i for i in same if (number, kind, i.category, i.fallen_name) not in self.archive.keys]
        corrected = [i for i in others if i in alike or not i.category]
        renamed = [i for i in others if self._of_the_same_fallen(i)]
        return next(iter(exact or corrected or renamed), None)

    def _of_the_same_fallen(self, identity: Identity) -> bool:
        """Whether a survivor's identity of another category is the line's all the same: its certificate or fallen is."""
        said = self.line.identity
        return any(
            said.get(name) and said[name] == identity.__data__[name]
            for name in ("certificate", "fallen_name")
        )

    def _fill(self) -> None:
        for name, value in self.line.person.items():
            said = self.archive.said.get((self.person.uid, name))
            if name == "number_found" and not self.new_person:
                continue
            known = (said[0] if said else self.person.name) if name == "name" else ""
            if known and self._is_spelt_otherwise(value, known):
                if words := name_doubt(value, known):
                    self.line.doubt("person.name", value, words)
                continue
            if said is not None:
                self._differs(f"person.{name}", Person.labels()[name], value, said)
            else:
                self._set(self.person, "person", name, value)
        for name, value in self.line.identity.items():
            if name == "state" and self.new_identity and value not in ENDED_FOR_LISTS and self._is_dead():
                words = f"档案中已登记去世，名单上的“{value}”没有采用，按去世登记，请核对"
                self.line.doubt("identity.state", value, words)
                value = GONE
            self._set(self.identity, "identity", name, value)

    def _differs(self, place: str, label: str, value: Any, said: tuple[Any, str]) -> bool:
        """Whether another row of this import said something else before; that is told."""
        if said[0] == value:
            return False
        words = (
            f"{label}“{told_value(value)}”与{said[1]}的“{told_value(said[0])}”不一致，以先读到的为准，请核对"
        )
        self.line.doubt(place, told_value(value), words)
        return True

    def _is_dead(self) -> bool:
        """Whether the archive knew, before this import, that the person has died."""
        others = self.archive.identities[self.person.uid]
        died = self.person.died is not None or any(each.state == GONE for each in others)
        return self.person.id is not None and died

    @staticmethod
    def _is_spelt_otherwise(written: str, known: str) -> bool:
        """Whether a name is the known one in a spelling that says no more: 古丽艾力 of 古丽·艾力, 沈延? of 沈延𬱖."""
        return written != known and names_agree(written, known) and not is_better_name(written, known)

    def _set(self, record: Record, part: str, name: str, value: Any) -> None:
        old = record.__data__.get(name)
        if old == value or not self._may_set(record, part, name, value):
            return
        setattr(record, name, value)
        if record.id is not None:
            words = changed_words(type(record).labels()[name], told_value(old), told_value(value))
            self.changes.append(self._remark(f"{part}.{name}", value, words))

    def _may_set(self, record: Record, part: str, name: str, value: Any) -> bool:
        """Whether the list may say a field; where what is known is better, it proposes."""
        old = record.__data__.get(name)
        if record.id is not None and not old and self._shown_already(name, value):
            return False
        if old in (None, ""):
            if is_worthless(name, value):
                label = type(record).labels()[name]
                self.line.doubt(
                    f"{part}.{name}", told_value(value), WORTHLESS_WORDS.format(told_value(value), label)
                )
                return False
            return True
        why = why_kept(record, name, old, value, self.sheet.made) if record.id is not None else None
        if why is not None:
            self._propose(record, part, name, value, why)
        return why is None

    def _shown_already(self, name: str, value: Any) -> bool:
        """Whether a value only repeats what the program's own rosters show for want of it: the household's address
        for where somebody lives, the kind for its only category."""
        if name == "residence":
            return bool(value == self.person.household_address)
        if name == "category":
            return bool(value == codes.table("category").read(self.identity.kind))
        if name == "notes":
            return bool(value == self.person.notes)
        return False

    def _propose(
        self,
        record: Record,
        part: str,
        name: str,
        value: Any,
        why: KeptValue,
        more: dict[str, Any] | None = None,
        place: str = "",
    ) -> None:
        """Keep what is known, and tell what the list says, unless an officer decided so before."""
        line, place = self.line, place or f"{part}.{name}"
        letter = line.letters.get(place)
        here = record.__data__.get(name)
        proposal = Proposal(
            self.sheet.file, self.sheet.roster.sheet.name, line.row, letter, self.person.name, self.person, record,
            name, here, value, why, more or {},
        )  # fmt: skip
        if not decided_before(proposal):
            self.proposals.append(proposal)
            line.doubt(place, told_value(value), proposal.words())

    def _remark(self, name: str, value: Any, words: str) -> SheetRemark:
        return SheetRemark(self.line.row, self.line.letters.get(name), told_value(value), words)

    def broken(self) -> bool:
        """Whether the rules of its records refuse the line; what was filled in is then taken back."""
        for part, record in (("person", self.person), ("identity", self.identity)):
            for name, words in record.rules():
                value = record.__data__.get(name)
                for each in (self.person, self.identity):
                    each.__data__ = dict(self.before[each.uid])
                self.line.refuse(f"{part}.{name}", told_value(value), words)
                return True
        return False

    def keep(self) -> str:
        """Put the line into the plan and say how it ends: new, changed or same."""
        plan = self.plan
        self._remember()
        if self.new_person:
            self._tell_likely_same()
            self.archive.people[self.person.number] = self.person
            plan.people.append(self.person)
        if self.new_identity:
            self.archive.identities[self.person.uid].append(self.identity)
            plan.identities.append(self.identity)
        self._keep_state()
        self._keep_account()
        self._keep_own()
        self._keep_notes()
        self._tell_doubts()
        plan.proposals += self.proposals
        for record in (self.person, self.identity):
            if record.id is not None and self.before[record.uid] != record.__data__:
                plan.changed[record.uid] = record
        self.line.findings += self.changes
        return (
            RowOutcome.NEW if self.new_identity else RowOutcome.CHANGED if self.changes else RowOutcome.SAME
        )

    def _tell_likely_same(self) -> None:
        for _, words in self.archive.likely_same(self.person):
            self.line.doubt("person.number", self.person.number, words)

    def _remember(self) -> None:
        for name, value in self.line.person.items():
            self.archive.said.setdefault((self.person.uid, name), (value, self.place))

    def _keep_state(self) -> None:
        state = self.identity.state
        if state and (self.new_identity or self.before[self.identity.uid]["state"] != state):
            now = IdentityState(
                identity=self.identity, person=self.person, state=state, died_on=self.person.died
            )
            now.paid_to = self.identity.paid_to
            now.reason = "导入时的状态" if self.new_identity else "导入变更"
            self.plan.states.append(now)

    def _keep_account(self) -> None:
        said = {n: v for n, v in self.line.account.items() if self._says_something(n, v)}
        known = self.archive.accounts.get(self.identity.uid)
        if known is not None and all(known.__data__[name] == value for name, value in said.items()):
            return
        if known is None and any(
            all(own.__data__[n] == value for n, value in said.items())
            for own in self.archive.own_accounts[self.person.uid]
        ):
            return
        if not said.get("account"):
            self._note_account(said)
            return
        if known is not None and known.account == said["account"]:
            for name, value in said.items():
                self._set_account(known, name, value)
            return
        if known is not None and not self._may_replace(known, said):
            return
        if known is not None:
            words = f"银行账号由“{known.account}”改为“{said['account']}”，原账号留作历史"
            self.changes.append(self._remark("account.account", said["account"], words))
            known.until = PartDate.of(this_day())
            self.plan.changed[known.uid] = known
        account = BankAccount(person=self.person, identity=self.identity, **said)
        self.archive.accounts[self.identity.uid] = account
        self.plan.accounts.append(account)

    def _says_something(self, name: str, value: str) -> bool:
        """Whether a cell says something of the account; what is not weighed against a known one is told here."""
        if not is_worthless(name, value) or self.identity.uid in self.archive.accounts:
            return True
        words = WORTHLESS_WORDS.format(value, BankAccount.labels()[name])
        self.line.doubt(f"account.{name}", value, words)
        return False

    def _may_replace(self, known: BankAccount, said: Mapping[str, str]) -> bool:
        """Whether another account may take the place of the known one, which is then history."""
        if known.id is None:
            return True
        why = why_kept(known, "account", known.account, said["account"], self.sheet.made)
        if why is not None:
            more = {name: value for name, value in said.items() if name != "account"}
            self._propose(known, "account", "account", said["account"], why, more)
        return why is None

    def _note_account(self, said: Mapping[str, str]) -> None:
        """A bank or a holder without an account's number is no account; it is kept as a note."""
        for name, value in said.items():
            label = BankAccount.labels()[name]
            self.line.notes[label] = value
            self.line.doubt(f"account.{name}", value, f"没有银行账号，{label}“{value}”记为备注")

    def _set_account(self, account: BankAccount, name: str, value: str) -> None:
        if account.__data__[name] != value and self._may_set(account, "account", name, value):
            words = changed_words(BankAccount.labels()[name], account.__data__[name], value)
            self.changes.append(self._remark(f"account.{name}", value, words))
            setattr(account, name, value)
            self.plan.changed[account.uid] = account

    def _keep_own(self) -> None:
        """What the office's own fields say; of two lists the first, as of the person's other fields."""
        for key, words in self.line.own.items():
            field, said = (
                own_field(key),
                self.archive.said.setdefault((self.person.uid, key), (words, self.place)),
            )
            if field is None or self._differs(f"{OF_OWN}.{key}", field.name, words, said):
                continue
            known = self.archive.own.get((self.person.uid, key))
            if known is None:
                known = self.archive.own[(self.person.uid, key)] = OwnValue(person=self.person, field=field)
                known.say(words, bool(field.secret))
                self.plan.own.append(known)
                if not self.new_person:
                    self.changes.append(
                        self._remark(f"{OF_OWN}.{key}", words, changed_words(field.name, "", words))
                    )
            elif known.said != words:
                self._change_own(known, field, words)

    def _change_own(self, known: OwnValue, field: OwnField, words: str) -> None:
        """Another value than is known, which stays where an officer typed it after the list was made."""
        name, place = ("secret_words" if field.secret else "words"), f"{OF_OWN}.{field.key}"
        if (why := why_kept(known, name, known.said, words, self.sheet.made)) is not None:
            self._propose(known, OF_OWN, name, words, why, place=place)
            return
        self.changes.append(self._remark(place, words, changed_words(field.name, known.said, words)))
        known.say(words, bool(field.secret))
        self.plan.changed[known.uid] = known

    def _keep_notes(self) -> None:
        for label, words in self.line.notes.items():
            label = self._own_label(label, words)
            self.archive.said.setdefault((self.person.uid, f"note.{label}"), (words, self.place))
            known = self.archive.notes.get((self.person.uid, label))
            if known is None:
                note = Note(person=self.person, label=label, words=words)
                self.archive.notes[(self.person.uid, label)] = note
                self.plan.notes.append(note)
                if self.person.id is not None and not self.new_identity:
                    self.changes.append(
                        SheetRemark(self.line.row, None, words, f"补记备注“{label}”：{words}")
                    )
            elif known.words != words:
                self.changes.append(
                    SheetRemark(self.line.row, None, words, f"备注“{label}”由“{known.words}”改为“{words}”")
                )
                known.words = words
                if known.id:
                    self.plan.changed[known.uid] = known

    def _own_label(self, label: str, words: str) -> str:
        """The label of a note; with the kind where another roster's column of that name says something else."""
        with_kind = f"{label}（{self.line.kind}）"
        said = self.archive.said.get((self.person.uid, f"note.{label}"))
        other = said is not None and said[0] != words
        return with_kind if other or (self.person.uid, with_kind) in self.archive.notes else label

    def _tell_doubts(self) -> None:
        """Doubts of the person and the identity as they would be kept."""
        account = self.archive.accounts.get(self.identity.uid)
        for part, record in (("person", self.person), ("identity", self.identity), ("account", account)):
            for doubt in record.doubts() if record is not None else ():
                if doubt.message == NO_STATE and "identity.state" not in self.line.letters:
                    self.sheet.stateless += 1  # told once of the whole sheet
                    continue
                letters = self.line.letters.get(f"{part}.{doubt.field}") or self.line.letters.get(
                    "person.number"
                )
                value = told_value(record.__data__.get(doubt.field)) if record is not None else ""
                self.line.findings.append(SheetRemark(self.line.row, letters, value, doubt.message))


def changed_words(label: str, old: str, new: str) -> str:
    """What to tell of a fact that changes, or that nothing was known of."""
    return f"{label}由“{old}”改为“{new}”" if old else f"补记{label}“{new}”"
