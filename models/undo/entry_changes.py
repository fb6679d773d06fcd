"""Entry changes 一次操作的改动: what an entry made of each record, all its changes of it taken together, and what the record says now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from peewee import chunked

from models.core.journal import Change
from models.core.record import db

_AT_ONCE = 5000  # records asked of the database together
_NOTHING = (None, "")


@dataclass(slots=True)
class RecordChange:
    """What an entry made of one record: its columns before (None: it was not there) and after (None: it is gone)."""

    table: str
    uid: str
    person: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    differs: set[str] | None = field(
        default_factory=set
    )  # columns that say something else now; None: the record comes or went

    @property
    def made(self) -> bool:
        return self.before is None and self.after is not None

    def add(self, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        """Take the next change of the record in."""
        if self.before is not None and before is not None:
            self.before = before | self.before
        if after is None or self.after is None:
            self.after = after
        else:
            self.after = self.after | after

    def compare(self, now: dict[str, Any] | None) -> None:
        """Note in which columns the record says something else by now than the entry left."""
        if self.after is None or now is None:
            self.differs = set() if self.after is None and now is None else None
            return
        said: Iterable[str] = now if self.made else self.after
        self.differs = {name for name in said if not _same(self.after.get(name), now[name])}


def record_changes(changes: Iterable[Change]) -> dict[str, RecordChange]:
    """What an entry made of each record, by its uid; each compared with what is there now."""
    found: dict[str, RecordChange] = {}
    for change in changes:
        before = None if change.before is None else json.loads(change.before)
        after = None if change.after is None else json.loads(change.after)
        if change.uid in found:
            found[change.uid].add(before, after)
        else:
            found[change.uid] = RecordChange(change.table, change.uid, change.person, before, after)
    for table, some in _by_table(found.values()).items():
        for uid, now in rows_now(table, some):
            found[uid].compare(now)
    return found


def rows_now(table: str, uids: Iterable[str]) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """The records of a table as they are, by column; None where there is none."""
    for some in chunked(uids, _AT_ONCE):
        sql = f'SELECT * FROM "{table}" WHERE "uid" IN (SELECT value FROM json_each(?))'
        cursor = db.execute_sql(sql, (json.dumps(some),))
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        there = {row["uid"]: row for row in rows}
        yield from ((uid, there.get(uid)) for uid in some)


def _by_table(found: Iterable[RecordChange]) -> dict[str, list[str]]:
    tables: dict[str, list[str]] = {}
    for each in found:
        tables.setdefault(each.table, []).append(each.uid)
    return tables


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) or (one in _NOTHING and other in _NOTHING)
