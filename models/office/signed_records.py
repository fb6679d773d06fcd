"""Signed records 已签署的记录: what was checked, approved or paid stays as it was, and no signature comes back of itself.

Asked at the journal's door, so that undoing, restoring and importing meet it like any form: each table that has something to keep
names a keeper (``keeps``), which tells in a sentence why a record may not have become what an entry made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from peewee import ForeignKeyField, chunked

from models.core import journal
from models.core.journal import Change, Writing
from models.core.record import KINDS_OF_RECORDS, Record, Refusal

MERGED = "merged_file"
_AT_ONCE = 500  # records read together
FOLLOWING = frozenset({"person_id", "outsider_id"})  # what a record's fields say of whose file it is in


@dataclass
class Batch:
    """Records of one table that an entry changed and that are asked about together: what belongs to them is read once."""

    writing: Writing
    now: dict[str, Any] = field(default_factory=dict)  # by uid; without those that were deleted
    _pointing: dict[ForeignKeyField, dict[int, Any]] = field(default_factory=dict)

    @cached_property
    def files_moved(self) -> bool:
        """Whether two files became one in the entry, or were parted again."""
        moved = Change.select().where(Change.entry == self.writing.number, Change.table == MERGED)
        return bool(moved.exists())

    def pointing(self, at: ForeignKeyField) -> dict[int, Any]:
        """The records of another kind that point with a field at these, by the id of the one that each points at."""
        if at not in self._pointing:
            ids = [each.id for each in self.now.values()]
            found = at.model.select().where(at.in_(ids))
            self._pointing[at] = {getattr(each, at.object_id_name): each for each in found}
        return self._pointing[at]


@dataclass
class WholeChange:
    """What an entry made of one record, all its changes together: columns before and after, as the file holds them.

    ``now`` is the record as it is; None when it was deleted. ``states``: from which state into which, change by change.
    """

    batch: Batch
    now: Any = None
    new: bool = False
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    states: list[tuple[str, str]] = field(default_factory=list)

    def add(self, change: Change) -> None:
        before, after = change.fields()
        self.new = self.new or change.before is None
        self.before = before | self.before
        self.after |= after
        if "state" in after:
            self.states.append((before.get("state", ""), after["state"]))

    def changed(self) -> set[str]:
        """The columns that say something else; but whose file it is in, when files became one or were parted."""
        names = {
            name for name in {*self.before, *self.after} if self.before.get(name) != self.after.get(name)
        }
        return names - FOLLOWING if names & FOLLOWING and self.files_moved else names

    @property
    def files_moved(self) -> bool:
        """Whether two files became one in the entry, or were parted again."""
        return self.batch.files_moved

    def pointing(self, at: ForeignKeyField) -> Any:
        """The record of another kind that points with a field at this one; None without one."""
        return self.batch.pointing(at).get(self.now.id) if self.now is not None else None

    def was(self, column: str) -> Any:
        """What a column said before the entry; empty in a new record."""
        if column in self.before:
            return self.before[column]
        return "" if self.new or self.now is None else self.now.__data__[_field(self.now, column)]


Keeper: TypeAlias = Callable[[WholeChange], str]
KEEPERS: dict[str, list[Keeper]] = {}
NEW_TOO: set[str] = set()


def keeps(table: str, keeper: Keeper, new: bool = True) -> None:
    """Let a keeper be asked of every record of the table that an entry changed: why it may not be so, empty when it may.

    ``new``: of records too that the entry made.
    """
    KEEPERS.setdefault(table, []).append(keeper)
    NEW_TOO.update({table} if new else ())


@journal.afterwards
def refuse_broken_signatures(writing: Writing) -> None:
    """Turn the whole entry away when a signed record would not be what was signed."""
    if writing.of_the_program:
        return
    for table in sorted(writing.tables & KEEPERS.keys()):
        keepers = KEEPERS[table]
        for change in _whole_changes(writing, table):
            if words := next(filter(None, (keeper(change) for keeper in keepers)), ""):
                raise Refusal(words)


def _whole_changes(writing: Writing, table: str) -> Iterator[WholeChange]:
    changes: dict[str, list[Change]] = {}
    wanted = (Change.entry == writing.number) & (Change.table == table)
    if table not in NEW_TOO:
        wanted &= Change.before.is_null(False)
    for each in Change.select().where(wanted).order_by(Change.id):
        changes.setdefault(each.uid, []).append(each)
    kind = KINDS_OF_RECORDS[table]
    for some in chunked(changes, _AT_ONCE):
        batch = Batch(writing, {each.uid: each for each in kind.select().where(kind.uid.in_(some))})
        for uid in some:
            whole = WholeChange(batch, batch.now.get(uid))
            for each in changes[uid]:
                whole.add(each)
            yield whole


def _field(record: Record, column: str) -> str:
    return str(record._meta.columns[column].name)
