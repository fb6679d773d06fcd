"""The differences of the superior's list from the archive, both ways: who is missing where, states, fields, and money to the fen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from models.checkups.check_items import CheckedBook, check_item
from models.checkups.differences import UNSURE, Difference, Subject
from models.checkups.field_comparison import field_differences
from models.checkups.list_matching import MatchedRows
from models.checkups.list_money import ListMoney
from models.checkups.state_comparison import ON_LIST, state_difference
from models.checkups.superior_lists import ListedRow
from models.checkups.verdicts import verdict_on_number
from models.core.personal_names import same_name
from models.people.findings import Dossier
from models.people.identity import RECEIVING, SURVIVORS, BankAccount, Identity
from models.superior_forms.form_people import person_in_form

NOT_THERE, NOT_HERE = "不在名单上", "没有档案"
DEATH_FIELDS = frozenset(["person.died"])  # told with the death itself


class ListDifferences:
    """The list as it was matched, and of which kinds and places it is: whom it leaves out is asked for within these alone."""

    def __init__(self, matched: MatchedRows, money: ListMoney) -> None:
        self.matched, self.money = matched, money
        rows = [row for some in matched.of_people.values() for row in some] + matched.of_nobody
        self.kinds = {row.kind for row in rows if row.kind or row.names_no_kind}
        self.streets = {str(row.line.person.get("street", "")) for row in rows}
        self.unread: list[tuple[str, str, int, str]] = []  # rows of whose kind nothing is known
        self.left_aside: Counter[str] = Counter()  # why somebody was not looked for on it → how many

    def of_person(self, subject: Subject, file: Dossier) -> Iterator[Difference]:
        """What the list says differently of somebody on file."""
        rows = self.matched.of_people.get(file.person.id, [])
        listed: set[str] = set()  # uids of identities that have a row
        for row in (each for whole in rows for each in self._each(file, whole)):
            identity, account = _right_of(file, row)
            if identity is not None and identity.uid in listed:
                yield self._with_gap(self._twice(subject, row), row, file.person.id, identity.kind)
                continue
            listed |= {identity.uid} if identity is not None else set()
            yield from self._of_row(subject, file, row, identity, account)
        yield from self._left_out(subject, file, rows, listed)

    def _each(self, file: Dossier, row: ListedRow) -> list[ListedRow]:
        """The rows that a row stands for; one whose kind nobody understood is told."""
        parts = row.of_each(file.identities)
        if parts[0] is row and row.unread and not row.other_number:
            self.unread.append((row.place.file, row.place.sheet, row.place.row, row.unread))
        return parts

    def of_nobody(self, row: ListedRow) -> tuple[Subject, list[Difference]]:
        """Somebody whom the list alone has; one who is no longer paid there is no difference."""
        person = row.line.person
        subject = Subject(
            f"{row.place.file}/{row.place.sheet}/{row.place.row}", None, row.name, row.number, str(person.get("street", "")),
            str(person.get("community", "")), tuple(filter(None, (row.kind,))),
        )  # fmt: skip
        item, amount = check_item("list.no_person_here"), row.amount or Decimal(0)
        found = Difference(
            subject, item, CheckedBook.SUPERIOR, NOT_HERE, row.state or ON_LIST, UNSURE, "核实此人是谁：新批的补建档案，不是本地的请上级系统删去",
            row.kind, row.place, amount,
        )  # fmt: skip
        return subject, [found] if row.state in ("", RECEIVING) or amount else []

    # --- a row

    def _of_row(
        self,
        subject: Subject,
        file: Dossier,
        row: ListedRow,
        identity: Identity | None,
        account: BankAccount | None,
    ) -> Iterator[Difference]:
        if row.other_number:
            yield self._number(subject, file, row)
        if identity is None and row.kind:
            item = check_item("list.no_identity_here")
            found = Difference(
                subject, item, CheckedBook.SUPERIOR, _kinds_of(file) or "没有登记身份", row.kind, UNSURE,
                "看批准的审批表：批过的补登身份，没有批过的请上级系统改正", row.kind, row.place,
            )  # fmt: skip
            yield self._with_gap(found, row, file.person.id, row.kind)
        elif (gap := self.money.take(file.person.id, row.paid_for, row.amount)) != 0:
            yield self._amount(subject, row, gap)
        state = list(state_difference(subject, file, row, identity))
        yield from state
        told_death = any(each.item.key.startswith("list.dead") for each in state)
        for each in field_differences(subject, file, row, identity, account):
            if not (told_death and each.item.key in DEATH_FIELDS):
                yield each

    def _number(self, subject: Subject, file: Dossier, row: ListedRow) -> Difference:
        here, there = file.person.number, row.number
        told = verdict_on_number(here, there)
        item = check_item("person.number")
        return Difference(
            subject, item, CheckedBook.SUPERIOR, here, there, told.wrong, told.why, "", row.place_of(item.key)
        )

    def _twice(self, subject: Subject, row: ListedRow) -> Difference:
        return Difference(
            subject, check_item("list.twice"), CheckedBook.SUPERIOR, "一份档案", f"又写在第{row.place.row}行", CheckedBook.SUPERIOR,
            "同一人的同一身份只应有一行", row.kind, row.place,
        )  # fmt: skip

    def _amount(self, subject: Subject, row: ListedRow, gap: Decimal) -> Difference:
        there = row.amount if row.amount is not None else Decimal(0)
        place = replace(row.place, heading=row.amount_heading)
        return Difference(
            subject, check_item("list.amount"), CheckedBook.SUPERIOR, f"{there - gap:.2f}", f"{there:.2f}",
            *self.money.verdict(subject.person, row.kind), row.kind, place, gap,
        )  # fmt: skip

    def _with_gap(self, found: Difference, row: ListedRow, person: int, kind: str) -> Difference:
        return replace(found, gap=self.money.take(person, kind, row.amount))

    # --- whom the list leaves out

    def _left_out(
        self, subject: Subject, file: Dossier, rows: Sequence[ListedRow], listed: set[str]
    ) -> Iterator[Difference]:
        """Rights in pay, and money that was paid, of which the list knows nothing."""
        whole = any(row.kind == "" for row in rows)  # a row without a kind is about the person as a whole
        for identity in file.identities:
            if whole or not identity.paid or file.person.died is not None or identity.uid in listed:
                continue
            if why := self._why_not_asked(subject, identity.kind):
                self.left_aside[why] += 1
            else:
                yield self._not_there(subject, file, identity, bool(rows))
        if rows or not self._lives_elsewhere(subject):
            for kind, gap in self.money.left(subject.person, self.kinds):
                yield Difference(
                    subject, check_item("list.amount"), CheckedBook.SUPERIOR, f"{-gap:.2f}", NOT_THERE,
                    *self.money.verdict(subject.person, kind), kind, rows[0].place if rows else None, gap,
                )  # fmt: skip

    def _why_not_asked(self, subject: Subject, kind: str) -> str:
        """Why somebody of this kind need not be on such a list; '' where he or she should be."""
        if not self.kinds & {"", kind}:
            return f"名单里没有{kind}"
        return f"名单里没有{subject.street}的人" if self._lives_elsewhere(subject) else ""

    def _lives_elsewhere(self, subject: Subject) -> bool:
        """Whether the list tells streets, and nobody of the subject's own is on it."""
        return bool(subject.street) and "" not in self.streets and subject.street not in self.streets

    def _not_there(self, subject: Subject, file: Dossier, identity: Identity, on_list: bool) -> Difference:
        key = "list.no_identity_there" if on_list else "list.no_person_there"
        gap = self.money.take(file.person.id, identity.kind, None)
        wrong, why = self.money.verdict(file.person.id, identity.kind)
        if not wrong:
            why = "核实是否该享受：该享受的请在上级系统补录，不该享受的在档案里变更状态"
        return Difference(
            subject,
            check_item(key),
            CheckedBook.SUPERIOR,
            identity.state,
            NOT_THERE,
            wrong,
            why,
            identity.kind,
            None,
            gap,
        )


def _right_of(file: Dossier, row: ListedRow) -> tuple[Identity | None, BankAccount | None]:
    """The identity and the account that a row is about; no identity where the file has none of its kind."""
    form = person_in_form(file, row.kind)
    identity = form.identity
    if identity is not None and row.kind not in ("", identity.kind):
        return None, form.account
    if identity is not None and row.kind == SURVIVORS:
        identity = max(
            (each for each in file.identities if each.kind == SURVIVORS), key=lambda each: _fits(each, row)
        )
    return identity, form.account


def _fits(identity: Identity, row: ListedRow) -> tuple[int, int]:
    """How well a survivor's identity is the row's: by certificate, by who fell, by category; the first of several."""
    said = row.facts("identity")
    agreeing = [
        said.get(name) == identity.__data__[name]
        for name in ("certificate", "fallen_name", "category")
        if said.get(name)
    ]
    if said.get("fallen_name") and same_name(said["fallen_name"], identity.fallen_name):
        agreeing.append(True)
    return sum(agreeing), -identity.id


def _kinds_of(file: Dossier) -> str:
    return "、".join(dict.fromkeys(each.kind for each in file.identities))
