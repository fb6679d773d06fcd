"""The changes of one person in words: who changed what when, field by field, newest first."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models.core import journal
from models.core.journal import Change, Entry
from models.core.record import KINDS_OF_RECORDS, Record
from models.people.person import MergedFile, Person
from reports.changes.changed_words import ChangeWords

NEW, GONE = "登记", "删除"
SUMMARY = 8  # fields told of a record that is new or gone


class Item(NamedTuple):
    """One field's change, or one record that came (``column`` empty, 登记) or went (删除)."""

    entry: Entry
    change: Change
    column: str  # of the database
    noun: str  # 人员信息, 优抚身份 …
    label: str  # what is shown as the changed thing: 联系电话, 家庭成员“王五”·联系电话
    before: str
    after: str

    @property
    def at(self) -> str:
        return str(self.entry.at)[:16].replace("T", " ")

    @property
    def restorable(self) -> bool:
        """Whether something was there before that can be put back."""
        return self.change.before is not None


def items(person_uid: str) -> list[Item]:
    """Everything that was changed in a person's file, and in those that became part of it, newest first."""
    told = _Telling()
    merged = MergedFile.select().join(Person).where(Person.uid == person_uid)
    history = journal.history_of(person_uid, *(each.was for each in merged))
    found = [list(told.items(entry, change)) for entry, change in history]
    return [item for some in reversed(found) for item in some]


def of_entry(entry: Entry, made: Iterable[Change]) -> Iterator[Item]:
    """Some changes of one entry, in their order, each told when it is wanted."""
    told = _Telling()
    return (item for change in made for item in told.items(entry, change))


def told(history: Iterable[tuple[Entry, Change]], masked: bool = False) -> Iterator[Item]:
    """Changes one after another with all that they say; masked, without people's secrets."""
    telling = _Telling(masked, every_field=True)
    for entry, change in history:
        yield from telling.items(entry, change)


class _Telling:
    """Tells changes one after another; a record is called as it was called when last heard of."""

    def __init__(self, masked: bool = False, every_field: bool = False) -> None:
        self._words = ChangeWords(masked)
        self._most = sys.maxsize if every_field else SUMMARY
        self._names: dict[str, str] = {}  # of each record, by uid

    def items(self, entry: Entry, change: Change) -> Iterator[Item]:
        kind = KINDS_OF_RECORDS.get(change.table)
        if kind is None:
            return
        before, after = change.fields()
        name = self._words.name(kind, after) or self._names.get(change.uid) or self._words.name(kind, before)
        self._names[change.uid] = name
        called = kind.NOUN + (f"“{name}”" if name and kind is not Person else "")
        if change.before is None or change.after is None:
            yield self._whole(entry, change, kind, called)
            return
        for column, label, was, now, _ in self._words.fields(kind, change):
            yield Item(
                entry, change, column, kind.NOUN, label if kind is Person else f"{called}·{label}", was, now
            )

    def _whole(self, entry: Entry, change: Change, kind: type[Record], called: str) -> Item:
        """A record that came or went, with the first things that it says."""
        before, after = change.fields()
        new = change.before is None
        told = list(self._words.summary(kind, after if new else before))
        words = "；".join(told[: self._most]) + ("……" if len(told) > self._most else "")
        label = f"{NEW if new else GONE}{called}"
        return Item(entry, change, "", kind.NOUN, label, "" if new else words, words if new else "")
