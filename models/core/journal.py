"""The journal 操作日志: the only door for writing, and the memory of every change.

The triggers of ``models.core.triggers`` write a ``Change`` for each row that is inserted, updated or deleted, whatever program text did
it; outside an entry they refuse. Entries and changes are append-only and chained by hash, under the archive's own key (``models.heads.chain_key``).
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from peewee import AutoField, IntegerField, TextField, fn

from models.core.past_day import past_day
from models.core.record import Refusal, StoredRow, db, forget_new, keep_new


class Entry(StoredRow):
    """What a user would call one action: who did what, when."""

    number = AutoField()
    at = TextField()  # ISO, local time with its offset
    user = TextField()
    title = TextField()
    undoes = IntegerField(null=True)
    previous = TextField()
    hash = TextField()


class Change(StoredRow):
    """One record's change in an entry: its fields before and after, as JSON of what the database holds.

    A new record has no ``before``, a deleted one no ``after``; an update names the changed fields only, and
    fields that say nothing (null or empty) are left out of new and deleted records.
    """

    id = AutoField()
    entry = IntegerField(index=True)
    table = TextField(column_name="tbl")
    uid = TextField(index=True)
    person = TextField(null=True, index=True)  # the uid of the person it belongs to
    before = TextField(null=True)
    after = TextField(null=True)

    def fields(self) -> tuple[dict[str, Any], dict[str, Any]]:
        return json.loads(self.before or "{}"), json.loads(self.after or "{}")


_current = threading.local()  # .number of the entry being written by this thread


@dataclass(slots=True)
class Writing:
    """An entry being written: its number, and the whole files that the writer has at hand.

    ``at_hand`` spares reading back what was just inserted: person's uid → whatever ``AFTERWARDS`` ask for.
    """

    number: int
    user: str = ""
    at_hand: dict[str, Any] = field(default_factory=dict)
    tables: set[str] = field(default_factory=set)  # of the rows that it changed, once it is closed
    touched: list[str] = field(default_factory=list)  # uids of the people touched whose files are not at hand
    read: list[Any] = field(
        default_factory=list
    )  # their files, where one of those who follow has read them all
    role: str = ""  # the writer's before anything was written; see models.office.roles
    undoes: int | None = None  # the entry that it turns back
    of_the_program: bool = False  # written while a file was brought up to date


Notes: TypeAlias = list[Callable[[Writing], None]]
BEFOREHAND: Notes = []
AFTERWARDS: Notes = []
GIVEN_UP: list[Callable[[], None]] = []
READ_ONLY = "现在看的是{}的档案，只能看和打印；要登记请先回到今天"
# How the digest of an entry of that number is begun, and what else can be wrong with the chain: ``models.heads.chain_key``.
CHAINED_BY: list[Callable[[int], Any]] = []
MORE_FAULTS: list[Callable[[], list[str]]] = []
PROGRAM = "程序"  # who writes what the program itself changes in an older file


def entry_being_written() -> int | None:
    """The number of the entry that this thread is writing, for the triggers to ask."""
    return getattr(_current, "number", None)


db.register_function(entry_being_written, "current_entry", 0)


def beforehand(note: Callable[[Writing], None]) -> Callable[[Writing], None]:
    """Register what must be known of each entry before anything is written in it."""
    BEFOREHAND.append(note)
    return note


def afterwards(refresh: Callable[[Writing], None]) -> Callable[[Writing], None]:
    """Register what must follow each entry in the same transaction."""
    AFTERWARDS.append(refresh)
    return refresh


def given_up(note: Callable[[], None]) -> Callable[[], None]:
    """Register what must be done when an entry was given up and nothing of it is written."""
    GIVEN_UP.append(note)
    return note


@contextmanager
def entry(title: str, user: str, undoes: int | None = None) -> Iterator[Writing]:
    """Open the door: one transaction, one entry; without changes there is no entry.

    Raises ``RuntimeError`` when this thread has an entry open already, ``Refusal`` while a past day is looked at.
    """
    if (day := past_day()) is not None:
        raise Refusal(READ_ONLY.format(day.title()))
    try:
        with _writing(title, user, undoes, BEFOREHAND, AFTERWARDS) as writing:
            yield writing
    except BaseException:
        tell_given_up()
        raise
    keep_new()


def tell_given_up() -> None:
    """Do what must be done when an entry was given up, by its writer or by whoever tried it within a transaction of his own."""
    forget_new()
    for note in GIVEN_UP:
        note()


@contextmanager
def program_entry(title: str) -> Iterator[Writing]:
    """An entry of the program itself, while it brings the file up to date: tables are not yet what the records say.

    So nothing is asked before or after; ``follow_up`` makes good what must follow, when they are.
    """
    with _writing(title, PROGRAM, None, [], []) as writing:
        yield writing


def follow_up(last: int) -> None:
    """What must follow each entry after that number, which ``program_entry`` left out."""
    for number in range(last + 1, last_number() + 1):
        rows = _rows(number)
        writing = Writing(number, PROGRAM, tables=_tables(rows), touched=_touched(rows), of_the_program=True)
        for act in (*BEFOREHAND, *AFTERWARDS):
            act(writing)


def last_number() -> int:
    """The number of the last entry; 0 when there is none."""
    return int(Entry.select(fn.MAX(Entry.number)).scalar() or 0)


def journal_head() -> tuple[int, str]:
    """The number and the hash of the last entry, by which a rewritten history shows; 0 and nothing while there is none."""
    last = Entry.select(Entry.number, Entry.hash).order_by(Entry.number.desc()).first()
    return (last.number, last.hash) if last is not None else (0, "")


@contextmanager
def _writing(
    title: str, user: str, undoes: int | None, beforehand: Notes, afterwards: Notes
) -> Iterator[Writing]:
    if entry_being_written() is not None:
        raise RuntimeError("an entry inside an entry")
    with db.atomic("IMMEDIATE"):
        last = Entry.select(Entry.number, Entry.hash).order_by(Entry.number.desc()).first()
        writing = Writing((last.number if last else 0) + 1, user, undoes=undoes)
        for note in beforehand:
            note(writing)
        _current.number = writing.number
        keep_new()
        try:
            yield writing
        finally:
            _current.number = None
        closed = Entry(number=writing.number, user=user, title=title, undoes=undoes)
        closed.previous = last.hash if last else ""
        if rows := _close(closed):
            writing.tables = _tables(rows)
            writing.touched = sorted(set(_touched(rows)) - writing.at_hand.keys())
            for refresh in afterwards:
                refresh(writing)


def _close(closed: Entry) -> list[tuple[Any, ...]]:
    """Chain an entry to the one before and write it, unless it has no changes. Returns the changes."""
    if rows := _rows(closed.number):
        closed.at = datetime.now().astimezone().isoformat(timespec="seconds")
        closed.hash = entry_digest(closed, rows)
        _keep_entry(closed)
    return rows


def _keep_entry(closed: Entry) -> None:
    """Write an entry in the columns that the file's table has: while a step writes, later ones are not there yet."""
    there = {column.name for column in db.get_columns("entry")}
    fields = [field for field in Entry._meta.sorted_fields if field.column_name in there]
    names = ", ".join(f'"{field.column_name}"' for field in fields)
    places = ", ".join("?" * len(fields))
    values = tuple(field.db_value(getattr(closed, field.name)) for field in fields)
    db.execute_sql(f'INSERT INTO "entry" ({names}) VALUES ({places})', values)


def _tables(rows: list[tuple[Any, ...]]) -> set[str]:
    return {row[1] for row in rows}


def _touched(rows: list[tuple[Any, ...]]) -> list[str]:
    return sorted({row[3] for row in rows if row[3] is not None})


def _rows(number: int) -> list[tuple[Any, ...]]:
    columns = Change.id, Change.table, Change.uid, Change.person, Change.before, Change.after
    query: Any = Change.select(*columns).where(Change.entry == number).order_by(Change.id)
    return list(query.tuples())


def entry_digest(closed: Entry, rows: list[tuple[Any, ...]]) -> str:
    """The hash that chains an entry to the one before, over all it says and all its changes."""
    head = [closed.number, closed.at, closed.user, closed.title, closed.undoes, closed.previous]
    chain = next((begin(closed.number) for begin in CHAINED_BY), hashlib.sha256())
    chain.update(json.dumps(head, ensure_ascii=False).encode())
    for row in rows:
        chain.update(repr(row).encode())
    return chain.hexdigest()


def chain_faults() -> list[str]:
    """What is wrong with the chain, in plain words; empty when every entry stands as it was written."""
    found, previous, expected = [], "", 1
    for each in Entry.select().order_by(Entry.number):
        if each.number != expected:
            found.append(f"第{expected}条操作日志缺失")
        if each.previous != previous:
            found.append(f"第{each.number}条操作日志与前一条不相衔接")
        if each.hash != entry_digest(each, _rows(each.number)):
            found.append(f"第{each.number}条操作日志的内容被改动过")
        previous, expected = each.hash, each.number + 1
    found += [fault for look in MORE_FAULTS for fault in look()]
    loose = Change.select().where(Change.entry.not_in(Entry.select(Entry.number))).count()
    if loose:
        found.append(f"有{loose}条变更不属于任何操作日志")
    return found


def change_counts() -> list[tuple[int, int]]:
    """How many changes each entry has: ``(entry, changes)``."""
    query: Any = Change.select(Change.entry, fn.COUNT(Change.id)).group_by(Change.entry)
    return list(query.tuples())


def history_of(*person_uids: str) -> list[tuple[Entry, Change]]:
    """Every change of a person, under all uids that he or she has had, and of what hangs on that person, oldest first."""
    changes = list(Change.select().where(Change.person.in_(person_uids)).order_by(Change.id))
    numbers = {change.entry for change in changes}
    entries = {each.number: each for each in Entry.select().where(Entry.number.in_(numbers))}
    return [(entries[change.entry], change) for change in changes]
