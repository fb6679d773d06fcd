"""What was known then 那天档案库里的记录: records turned back to what they said after an entry of the journal.

Works on whatever the tables' names mean to the connection: a working copy of the archive, or tables of one person's rows that lie
over its tables (``past_file``). All of it is SQL on whole tables, for ten years of an office are millions of changes. No trigger
stands and no reference is enforced meanwhile.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from peewee import fn

from models.core.jobs import Job, Step
from models.core.journal import Change, Entry, last_number
from models.core.record import KINDS_OF_RECORDS, db

AIDS = ("later", "stood", "said", "was")  # tables that turning back needs for a while


def last_entry_of(day: date) -> int:
    """The number of the last entry that was written by the end of a day; 0 when there was none.

    Counted from the first later one, so that a PC whose clock once fell back to 1970 hides nothing.
    """
    first: int | None = Entry.select(fn.MIN(Entry.number)).where(Entry.at >= morrow_of(day)).scalar()
    return last_number() if first is None else first - 1


def turn_to_then(last: int, whose: Sequence[str] | None = None) -> Job[None]:
    """Turn the records back to what they said when the entry of that number was the last.

    ``whose``: the uids of the records that matter, of which alone the changes are looked at; all, when not given.
    """
    _find_later_changes(last, whose)
    tables = [table for table in KINDS_OF_RECORDS if _asked("SELECT 1 FROM later WHERE tbl = ?", table)]
    for done, table in enumerate(tables):
        yield Step(done, len(tables), f"正在还原{KINDS_OF_RECORDS[table].NOUN}")
        _turn_table_back(table)
    _let_lines_follow()
    _drop_aids()


def cut_journal(last: int, day: date) -> None:
    """Let the journal end with an entry, and the print ledger with a day."""
    db.execute_sql('DELETE FROM "change" WHERE entry > ?', (last,))
    db.execute_sql('DELETE FROM "entry" WHERE number > ?', (last,))
    for table in ("print_batch", "printing", "printout"):
        db.execute_sql(f'DELETE FROM "{table}" WHERE "at" >= ?', (morrow_of(day),))
    db.execute_sql('DELETE FROM "printed_part" WHERE "printout_id" NOT IN (SELECT "id" FROM "printout")')


def people_touched(last: int) -> list[str]:
    """The uids of those whose files were changed after that entry."""
    asked: Any = (
        Change.select(Change.person).where(Change.entry > last, Change.person.is_null(False)).distinct()
    )
    return [uid for (uid,) in asked.tuples()]


def records_changed(last: int, tables: Iterable[str]) -> defaultdict[str, list[str]]:
    """The records that there were, and that were changed after that entry: their uids by table."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    asked: Any = Change.select(Change.table, Change.uid).where(
        Change.entry > last, Change.table.in_(list(tables))
    )
    for table, uid in asked.where(Change.before.is_null(False)).distinct().tuples():
        found[table].append(uid)
    return found


def morrow_of(day: date) -> str:
    """Where in the order of ISO moments a day has ended."""
    return (day + timedelta(days=1)).isoformat()


def _find_later_changes(last: int, whose: Sequence[str] | None) -> None:
    """``later``: the changes that count; ``stood``: whether there was each record before, and which change first deleted it."""
    among = "" if whose is None else " AND uid IN (SELECT value FROM json_each(?))"
    parameters = (last,) if whose is None else (last, json.dumps(whose))
    _drop_aids()
    db.execute_sql(
        "CREATE TEMP TABLE later AS SELECT id, tbl, uid, before IS NOT NULL AS stood, after IS NULL AS gone "
        f'FROM "change" WHERE entry > ?{among}',
        parameters,
    )
    db.execute_sql("CREATE INDEX temp.later_uid ON later (tbl, uid, id)")
    db.execute_sql(
        "CREATE TEMP TABLE stood AS SELECT tbl, uid, coalesce(min(CASE WHEN NOT stood THEN id END) > min(id), 1) AS stood, "
        "min(CASE WHEN gone THEN id END) AS ended FROM later GROUP BY tbl, uid"
    )
    db.execute_sql("CREATE INDEX temp.stood_uid ON stood (tbl, uid)")


def _turn_table_back(table: str) -> None:
    """Rows that were not there go; those that were are put in again as they were, all at once, so that no two stand in each
    other's way meanwhile."""
    _fill_said(table)
    _fill_was(table)
    db.execute_sql(f'DELETE FROM "{table}" WHERE uid IN (SELECT uid FROM temp.stood WHERE tbl = ?)', (table,))
    names = ", ".join(f'"{name}"' for name in _columns(table))
    db.execute_sql(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM temp.was')


def _fill_said(table: str) -> None:
    """``said``: what each column of a record said before the first later change that tells of it.

    After a deletion nothing counts: the record was made anew then.
    """
    db.execute_sql("DROP TABLE IF EXISTS temp.said")
    db.execute_sql(
        "CREATE TEMP TABLE said AS SELECT l.uid, j.key, j.value, min(l.id) AS id FROM stood s "
        "JOIN later l ON l.tbl = s.tbl AND l.uid = s.uid AND l.id <= coalesce(s.ended, l.id) "
        'JOIN "change" c ON c.id = l.id, json_each(c.before) j '
        "WHERE s.tbl = ? AND s.stood GROUP BY l.uid, j.key",
        (table,),
    )
    db.execute_sql("CREATE INDEX temp.said_key ON said (key, uid)")


def _fill_was(table: str) -> None:
    """``was``: the records that there were, as they were; one that was deleted since begins with nothing in it."""
    db.execute_sql("DROP TABLE IF EXISTS temp.was")
    stood = "(SELECT uid FROM stood WHERE tbl = ? AND stood AND ended IS {})"
    db.execute_sql(
        f'CREATE TEMP TABLE was AS SELECT * FROM "{table}" WHERE uid IN {stood.format("NULL")}', (table,)
    )
    columns = _columns(table)
    empty = {name: default for name, default in columns.items() if default is not None}
    db.execute_sql(
        f"INSERT INTO was ({', '.join(['uid', *map(_quoted, empty)])}) "
        f"SELECT uid{''.join(f', {each}' for each in empty.values())} FROM {stood.format('NOT NULL')}",
        (table,),
    )
    for (key,) in db.execute_sql("SELECT DISTINCT key FROM said").fetchall():
        if key in columns:  # an older program may have had others
            db.execute_sql(
                f'UPDATE was SET "{key}" = (SELECT value FROM said WHERE key = ?1 AND said.uid = was.uid) '
                "WHERE uid IN (SELECT uid FROM said WHERE key = ?1)",
                (key,),
            )


def _let_lines_follow() -> None:
    """The lines of runs are not told by the journal: they go with their run and their identity.

    Lines of a run that was drawn up anew since are not those that it had: the hash says so, and it has none then.
    """
    db.execute_sql('DELETE FROM "pay_line" WHERE "run_id" NOT IN (SELECT "id" FROM "pay_run")')
    db.execute_sql(
        'DELETE FROM "pay_line" WHERE "run_id" IN (SELECT r."id" FROM "pay_run" r JOIN later l ON l.tbl = \'pay_run\' AND l.uid = r.uid '
        "JOIN \"change\" c ON c.id = l.id WHERE json_type(c.before, '$.hash') IS NOT NULL)"
    )
    db.execute_sql(
        'UPDATE "pay_line" SET "person_id" = (SELECT i."person_id" FROM "identity" i WHERE i."id" = "identity_id") '
        'WHERE "identity_id" IN (SELECT i."id" FROM "identity" i JOIN stood s ON s.tbl = \'identity\' AND s.uid = i.uid)'
    )


def _columns(table: str) -> dict[str, str | None]:
    """A table's columns in their order, each with the SQL of what it says by itself."""
    told = db.execute_sql(f'PRAGMA main.table_info("{table}")').fetchall()
    return {name: default for _, name, _, _, default, _ in told}


def _quoted(name: str) -> str:
    return f'"{name}"'


def _asked(sql: str, *parameters: object) -> bool:
    return db.execute_sql(f"{sql} LIMIT 1", parameters).fetchone() is not None


def _drop_aids() -> None:
    for table in AIDS:
        db.execute_sql(f"DROP TABLE IF EXISTS temp.{table}")
