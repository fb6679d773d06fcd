"""National standards as a step ships them: rows that an office has touched stay as the office has them."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from peewee import SqliteDatabase

import resources
from models.migrations.step_data import insert_rows


def insert_missing(db: SqliteDatabase, table: str, name: str, key: Sequence[str]) -> None:
    """Put the lines of a file of ``resources/schema`` into a table, but those of which it has a row of the same key."""
    there = _keys(db, table, key)
    uids = [row["uid"] for row in _lines(name) if tuple(row[each] for each in key) in there]
    insert_rows(db, table, name, without=frozenset(uids))


def change_untouched(db: SqliteDatabase, table: str, name: str) -> None:
    """Let rows say what the lines of a file say, found by their uid, where nobody of the office has changed them.

    What the office did to a row stands in the journal, which tells nothing of what the program itself brought.
    """
    touched = {
        uid for (uid,) in db.execute_sql('SELECT DISTINCT "uid" FROM "change" WHERE "tbl" = ?', (table,))
    }
    for row in _lines(name):
        uid = row.pop("uid")
        if uid not in touched:
            sets = ", ".join(f'"{each}" = ?' for each in row)
            differs = " OR ".join(f'"{each}" IS NOT ?' for each in row)
            sql = f'UPDATE "{table}" SET {sets} WHERE "uid" = ? AND ({differs})'
            db.execute_sql(sql, (*row.values(), uid, *row.values()))


def _lines(name: str) -> list[dict[str, str]]:
    with resources.path(f"schema/{name}").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _keys(db: SqliteDatabase, table: str, key: Sequence[str]) -> set[tuple[str, ...]]:
    names = ", ".join(f'"{each}"' for each in key)
    return {tuple(cell or "" for cell in row) for row in db.execute_sql(f'SELECT {names} FROM "{table}"')}
