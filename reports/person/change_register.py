"""The change register 变更登记 of a person's file: what was so before, what is so since, why, by which paper, who wrote it down.

It tells the changes of this person as an archive keeps them. How a change came into the program (an import and its files, a
payment run, an undone entry) is the journal's matter, and so is what the first entry of a file said: a file that is
founded is not changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from models.core import journal
from models.core.journal import Change, Entry
from models.core.masks import Secret
from models.core.record import KINDS_OF_RECORDS, Record, Sealed
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.materials import Material
from models.people.person import FamilyMember, Person
from reports.changes.changed_words import ChangeWords, FieldWords
from reports.person.person_file import FieldChange

REGISTERED: tuple[type[Record], ...] = (Person, Identity, BankAccount, FamilyMember)
TOLD_ELSEWHERE = {
    Identity: ("state", "paid_to"),
    BankAccount: ("until",),
}  # by the states, the pay, a new account
TOLD_WHOLE: dict[
    type[Record], tuple[str, ...]
] = {  # what is told of one that is new or gone, none of it secret
    Identity: ("kind", "category", "grade", "nature"),
    FamilyMember: ("relation", "name"),
}
# The journal's title of an entry → the reason as an archive puts it; the first that fits.
ARCHIVED_REASONS = (
    (re.compile(r"导入"), "据上报名册更正"),
    (re.compile(r"合并"), "重复档案合并"),
    (re.compile(r"撤销第\d+条|恢复"), "更正误登"),
    (re.compile(r"登记去世"), "去世"),
    (
        re.compile(r"(修改|登记|变更|更换|取下|删除|处理).*"),
        "",
    ),  # which says no more than that it was changed
    (re.compile(r".*(批次|回盘|演练|模板|\d人|\.\w{2,4}\b).*"), ""),  # of the program, or of other people
)


def field_changes(told: Iterable[tuple[Change, Entry]], words: ChangeWords) -> Iterator[FieldChange]:
    """The changes of one person, oldest first, entry by entry."""
    entries: dict[int, list[Change]] = defaultdict(list)
    heads: dict[int, Entry] = {}
    for change, entry in told:
        entries[entry.number].append(change)
        heads[entry.number] = entry
    for number, changes in entries.items():
        head = heads[number]
        if head.user == journal.PROGRAM or any(_founds(change) for change in changes):
            continue
        reason, paper = _reason(head, changes), _paper(changes)
        for field, before, after, secret in _told(changes, words):
            if before or after:
                yield FieldChange(head.at[:10], reason, field, before, after, head.user, secret, paper)


def _founds(change: Change) -> bool:
    return change.before is None and KINDS_OF_RECORDS.get(change.table) is Person


def _reason(entry: Entry, changes: Iterable[Change]) -> str:
    """What was said of a change of state made in the same entry; else what the entry's title says that an archive may keep."""
    for after in _new(IdentityState, changes):
        if after.get("reason"):
            return str(after["reason"])
    return next((words for title, words in ARCHIVED_REASONS if title.match(entry.title)), entry.title)


def _paper(changes: Iterable[Change]) -> str:
    """The papers that came into the file with the change."""
    titles = (str(after.get("title", "")) for after in _new(Material, changes))
    return "、".join(filter(None, titles))


def _new(kind: type[Record], changes: Iterable[Change]) -> Iterator[dict[str, Any]]:
    for change in changes:
        if change.before is None and KINDS_OF_RECORDS.get(change.table) is kind:
            yield change.fields()[1]


def _told(changes: list[Change], words: ChangeWords) -> Iterator[tuple[str, str, str, Secret]]:
    """Field by field; a record that came or went in one piece, a new account beside the one that it takes the place of."""
    for change in changes:
        kind = KINDS_OF_RECORDS.get(change.table)
        if kind not in REGISTERED:
            continue
        if change.before is not None and change.after is not None:
            yield from _fields(kind, change, words)
        elif kind is BankAccount:
            yield _account(change, changes)
        else:
            before, after = (
                " ".join(str(kept[name]) for name in TOLD_WHOLE[kind] if kept.get(name))
                for kept in change.fields()
            )
            yield kind.NOUN, before, after, Secret.OPEN


def _fields(kind: type[Record], change: Change, words: ChangeWords) -> Iterator[tuple[str, str, str, Secret]]:
    for column, label, before, after, secret in words.fields(kind, change):
        if _is_registered(kind, FieldWords(column, label, before, after, secret)):
            yield label if kind is Person else f"{kind.NOUN}·{label}", before, after, secret


def _is_registered(kind: type[Record], told: FieldWords) -> bool:
    """Whether a field's change is one of the person, and says something that can be read."""
    field = kind._meta.columns[told.column]
    readable = not isinstance(field, Sealed) and not getattr(field, "ours", False)
    return readable and field.name not in TOLD_ELSEWHERE.get(kind, ())


def _account(change: Change, changes: Iterable[Change]) -> tuple[str, str, str, Secret]:
    """A new account, with the number that was closed in the same entry; one that was taken out stands before."""
    before, after = change.fields()
    closed = "" if change.after is None else _closed_account(changes)
    return (
        BankAccount.labels()["account"],
        str(before.get("account", "")) or closed,
        str(after.get("account", "")),
        Secret.ACCOUNT,
    )


def _closed_account(changes: Iterable[Change]) -> str:
    for change in changes:
        if KINDS_OF_RECORDS.get(change.table) is BankAccount and "until" in change.fields()[1]:
            kept = BankAccount.get_or_none(BankAccount.uid == change.uid)
            return str(kept.account) if kept is not None else ""
    return ""
