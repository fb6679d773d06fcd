"""Staying 保留: what of an entry is not turned back with the rest: what lasts, and, of an import, what was worked on since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peewee import ForeignKeyField

from models.core.journal import Change
from models.core.record import KINDS_OF_RECORDS
from models.office.lasting import why_lasting
from models.undo.entry_changes import RecordChange
from models.undo.hindrances import Because


class Staying:
    """Which records of an entry stay as they are, and of which others some columns."""

    def __init__(self, changes: Mapping[str, RecordChange]) -> None:
        self._changes = changes
        self._made = {
            (each.table, each.after["id"]): uid for uid, each in changes.items() if each.made and each.after
        }
        self.whole: set[str] = set()
        self.columns: dict[str, set[str]] = {}
        self.reasons: list[str] = []  # why what lasts does, in sentences

    def keep_lasting(self, changes: Iterable[Change]) -> None:
        """Let what happened outside the archive stay, with all that it points to."""
        for change in changes:
            if reason := why_lasting(change):
                self.reasons += [reason] if reason not in self.reasons else []
                self._keep(change.uid)

    def keep_worked_on(self, hindered: Mapping[str, Because]) -> None:
        """Let stay what was written since; of somebody who came with the entry and was worked on since, all that came with it."""
        for uid, because in hindered.items():
            change = self._changes[uid]
            if (
                change.before is None
                or change.differs is None
                or set(because) != {uid}
                or because[uid] is None
            ):
                self._keep(uid)
            else:
                self.columns[uid] = set(change.differs)
        people = {
            self._changes[uid].uid
            for uid in self.whole
            if self._changes[uid].table == "person" and self._changes[uid].made
        }
        for uid, change in self._changes.items():
            if change.made and change.person in people:
                self._keep(uid)

    def leaves_something(self) -> bool:
        """Whether anything is left to be turned back."""
        return any(
            uid not in self.whole and not (each.after and self.columns.get(uid, set()) >= each.after.keys())
            for uid, each in self._changes.items()
        )

    def _keep(self, uid: str) -> None:
        """Keep a record, and those that came with the entry and to which it points."""
        if uid in self.whole:
            return
        self.whole.add(uid)
        change = self._changes[uid]
        for name, field in KINDS_OF_RECORDS[change.table]._meta.columns.items():
            if isinstance(field, ForeignKeyField):
                target = field.rel_model._meta.table_name, (change.after or {}).get(name)
                if (other := self._made.get(target)) is not None:
                    self._keep(other)
