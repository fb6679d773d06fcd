"""Hindrances: what stands on an entry's records by now, written or pointed to them since, so that they cannot simply be turned back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from peewee import fn

from models.core.journal import Change, Entry
from models.core.record import KINDS_OF_RECORDS, Pointer, db
from models.merging.belongings import links_to
from models.people.person import MergedFile
from models.undo.entry_changes import RecordChange
from models.undo.standing import StandingEntries

# The record that was written since → the columns that matter; None: whatever of it was written.
Because: TypeAlias = dict[str, set[str] | None]
LINES = "hash"  # the column of a run by which the journal tells that its lines are others


def hindrances(
    changes: Mapping[str, RecordChange], number: int, standing: StandingEntries
) -> dict[str, Because]:
    """By the uid of each record that cannot simply be turned back: what was written since that stands on it."""
    found: dict[str, Because] = defaultdict(dict)
    for uid, change in changes.items():
        if change.differs is None or change.differs:
            found[uid][uid] = change.differs
    for uid in _gone_on(changes, number, standing):
        found[uid][uid] = None
    for uid, other, column in (
        *_links(changes),
        *_pointers(changes),
        *_in_runs(changes),
        *_paid_again(changes),
    ):
        known = found[uid].get(other, set())
        found[uid][other] = None if known is None else known | {column}
    return dict(found)


def together(found: Iterable[Because]) -> Because:
    """All that stands in the way of several records."""
    because: Because = {}
    for each in found:
        for uid, columns in each.items():
            known = because.get(uid, set())
            because[uid] = None if known is None or columns is None else known | columns
    return because


def later_work(because: Because, number: int, standing: StandingEntries) -> list[int]:
    """The entries that stand in the way, the newest first: actions, else undoings that kept something of what they turned back."""
    rows: Any = Change.select(Change.entry, Change.uid, Change.before, Change.after)
    rows = rows.where(Change.entry > number, Change.uid.in_(list(because))).tuples()
    entries = {entry for entry, uid, before, after in rows if _matters(because[uid], before, after)}
    left = {standing.undone_by(each) for each in entries if not standing.stands(each)}
    return sorted(
        standing.later_than(number, entries) or {each for each in left if each is not None}, reverse=True
    )


def missing_targets(table: str, row: Mapping[str, Any], number: int) -> Because:
    """The records to which a row points and which were taken out since."""
    found: Because = {}
    for name, field in KINDS_OF_RECORDS[table]._meta.columns.items():
        target = getattr(field, "rel_model", None)
        if target is None or row.get(name) is None:
            continue
        if target.get_or_none(target.id == row[name]) is None:
            gone = Change.select(Change.uid).where(Change.entry > number, Change.after.is_null())
            gone = gone.where(Change.table == target._meta.table_name)
            gone = gone.where(fn.json_extract(Change.before, "$.id") == row[name])
            found |= {each.uid: None for each in gone}
    return found


def same_already(table: str, columns: Iterable[str], row: Mapping[str, Any]) -> Because:
    """The records that say already what may be said once."""
    names = list(columns)
    alike = " AND ".join(f'"{name}" IS ?' for name in names)
    sql = f'SELECT "uid" FROM "{table}" WHERE {alike}'
    return {uid: None for (uid,) in db.execute_sql(sql, tuple(row.get(name) for name in names))}


def entry_named(entry: Entry) -> str:
    """An entry as it is named in a sentence."""
    return f"第{entry.number}条“{entry.title}”（{entry.user}，{str(entry.at)[:10]}）"


def _matters(columns: set[str] | None, before: str | None, after: str | None) -> bool:
    """Whether a later change wrote what matters; a record that came or went always does."""
    if columns is None or before is None or after is None:
        return True
    return not columns.isdisjoint(json.loads(after))


def _gone_on(changes: Mapping[str, RecordChange], number: int, standing: StandingEntries) -> Iterator[str]:
    """What goes on in steps and has gone on since."""
    stepwise = [uid for uid, each in changes.items() if KINDS_OF_RECORDS[each.table].STEPWISE]
    if stepwise:
        later: Any = Change.select(Change.uid, Change.entry)
        for uid, entry in later.where(Change.entry > number, Change.uid.in_(stepwise)).tuples():
            if standing.later_than(number, [entry]):
                yield uid


def _links(changes: Mapping[str, RecordChange]) -> Iterator[tuple[str, str, str]]:
    """What points to a record that was made: that record, the one that points, and the column."""
    for table, ids in _made(changes).items():
        for model, field in links_to(KINDS_OF_RECORDS[table]):
            name, other = field.column_name, model._meta.table_name
            sql = f'SELECT "uid", "{name}" FROM "{other}" WHERE "{name}" IN (SELECT value FROM json_each(?))'
            for uid, target in db.execute_sql(sql, (json.dumps(list(ids)),)):
                if not _goes_too(changes, uid, name):
                    yield ids[target], uid, name


def _pointers(changes: Mapping[str, RecordChange]) -> Iterator[tuple[str, str, str]]:
    """What names a record that was made by its uid, such as an attachment."""
    made = json.dumps([uid for uid, each in changes.items() if each.made])
    for table, model in KINDS_OF_RECORDS.items():
        for field in model._meta.sorted_fields:
            if isinstance(field, Pointer) and model is not MergedFile:
                name = field.column_name
                sql = f'SELECT "{name}", "uid" FROM "{table}" WHERE "{name}" IN (SELECT value FROM json_each(?))'
                for target, uid in db.execute_sql(sql, (made,)):
                    if not _goes_too(changes, uid, name):
                        yield target, uid, name


def _in_runs(changes: Mapping[str, RecordChange]) -> Iterator[tuple[str, str, str]]:
    """The runs in which an identity that was made has a line; whose line it is follows from the identity."""
    if ids := _made(changes).get("identity"):
        sql = (
            'SELECT DISTINCT l."identity_id", r."uid" FROM "pay_line" l JOIN "pay_run" r ON r."id" = l."run_id" '
            'WHERE l."identity_id" IN (SELECT value FROM json_each(?))'
        )
        for id_, run in db.execute_sql(sql, (json.dumps(list(ids)),)):
            yield ids[id_], run, LINES


def _paid_again(changes: Mapping[str, RecordChange]) -> Iterator[tuple[str, str, str]]:
    """The runs that pay again what an outcome says has failed."""
    outcomes = json.dumps([uid for uid, each in changes.items() if each.table == "pay_outcome"])
    sql = (
        'SELECT o."uid", r."uid" FROM "pay_outcome" o JOIN "pay_line" l ON l."retry" = o."line_id" '
        'JOIN "pay_run" r ON r."id" = l."run_id" WHERE o."uid" IN (SELECT value FROM json_each(?))'
    )
    yield from ((outcome, run, LINES) for outcome, run in db.execute_sql(sql, (outcomes,)))


def _made(changes: Mapping[str, RecordChange]) -> dict[str, dict[int, str]]:
    """The records that were made and are there: by table, the uid of each by its id."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for uid, each in changes.items():
        if each.made and each.after is not None and each.differs is not None:
            found[each.table][each.after["id"]] = uid
    return found


def _goes_too(changes: Mapping[str, RecordChange], uid: str, column: str) -> bool:
    """Whether the entry itself made the record that points, or let it point there."""
    change = changes.get(uid)
    if change is None:
        return False
    return change.made or (change.before is not None and change.after is not None and column in change.after)
