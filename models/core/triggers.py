"""The triggers that keep the journal: SQLite's words, made from the tables' columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from peewee import Model, SqliteDatabase

from models.core.record import db

ACTIONS = ("INSERT", "UPDATE", "DELETE")


def put_right(wanted: dict[str, str]) -> None:
    """Make the database's triggers these: name → statement. Whatever stands already is left, so that nothing is written."""
    found = dict(db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    if found == wanted:
        return
    with db.atomic("IMMEDIATE"):
        for name in [name for name, statement in found.items() if wanted.get(name) != statement]:
            db.execute_sql(f'DROP TRIGGER "{name}"')
        for name in [name for name, statement in wanted.items() if found.get(name) != statement]:
            db.execute_sql(wanted[name])


def drop_all(database: SqliteDatabase) -> None:
    """Drop every trigger, before a step changes tables: all are ours and are made again after it."""
    for (name,) in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute_sql(f'DROP TRIGGER "{name}"')


def append_only() -> dict[str, str]:
    """The triggers that let nobody change or delete what the journal says: name → statement."""
    return {
        f"{table}_no_{action.lower()}": (
            f'CREATE TRIGGER "{table}_no_{action.lower()}" BEFORE {action} ON "{table}" '
            "BEGIN SELECT RAISE(ABORT, '操作日志只能添加'); END"
        )
        for table in ("entry", "change")
        for action in ("UPDATE", "DELETE")
    }


def journaling(table: str, columns: list[str]) -> dict[str, str]:
    """A table's three triggers: name → statement."""
    return {f"{table}_journal_{each.lower()}": _journaling(table, tuple(columns), each) for each in ACTIONS}


def last_ids(table: str) -> dict[str, str]:
    """The trigger that remembers the highest id that a deleted row had: name → statement."""
    name = f"{table}_last_id"
    return {
        name: (
            f'CREATE TRIGGER "{name}" AFTER DELETE ON "{table}" BEGIN '
            f"INSERT INTO \"last_id\" (tbl, last) VALUES ('{table}', OLD.id) "
            "ON CONFLICT (tbl) DO UPDATE SET last = max(last, excluded.last); END"
        )
    }


@cache
def _journaling(table: str, columns: tuple[str, ...], action: str) -> str:
    """A table's trigger for an action. It is read at each opening of a file, so it says everything once."""
    row = "OLD" if action == "DELETE" else "NEW"
    return (
        f'CREATE TRIGGER "{table}_journal_{action.lower()}" AFTER {action} ON "{table}" BEGIN '
        'INSERT INTO "change" (entry, tbl, uid, person, before, after) '
        "SELECT ifnull(current_entry(), RAISE(ABORT, 'written outside an entry')), "
        f"'{table}', {row}.uid, {_owner(table, columns, row)}, {_told(columns, action)}; END"
    )


def _owner(table: str, columns: Sequence[str], row: str) -> str:
    """SQL for the uid of the person whose file the row belongs to."""
    if table == "person":
        return f"{row}.uid"
    return f'(SELECT uid FROM "person" WHERE id = {row}.person_id)' if "person_id" in columns else "NULL"


def _told(columns: Sequence[str], action: str) -> str:
    """SQL for the JSON before and after: the fields that differ, of a new or deleted row those that say something.

    An update that changes nothing has nothing to tell: no row comes of it.
    """
    if action == "UPDATE":
        told = "json_group_object(k, o), json_group_object(k, n)"
        return f"{told} FROM ({_fields(columns, 'OLD', 'NEW')}) WHERE o IS NOT n HAVING count(*)"
    told = "NULL, json_group_object(k, n)" if action == "INSERT" else "json_group_object(k, n), NULL"
    row = "NEW" if action == "INSERT" else "OLD"
    return f"{told} FROM ({_fields(columns, row)}) WHERE n IS NOT NULL AND n IS NOT ''"


def _fields(columns: Sequence[str], *rows: str) -> str:
    """SQL for a line each column: its name ``k``, its value in the old row ``o`` where both are asked, in the other ``n``."""
    names = ("o", "n")[-len(rows) :]
    first, *others = columns
    values = ", ".join(f'{row}."{first}" {name}' for row, name in zip(rows, names, strict=True))
    lines = [f"SELECT '{first}' k, {values}"]
    lines += [f"SELECT '{each}', " + ", ".join(f'{row}."{each}"' for row in rows) for each in others]
    return " UNION ALL ".join(lines)


def rows_only_come(model: type[Model], words: str, later: str = "") -> dict[str, str]:
    """The triggers of a table whose rows only come: name → statement; the ``later`` column may be said once, where nothing was."""
    meta: Any = model._meta
    table, columns = meta.table_name, [field.column_name for field in meta.sorted_fields]
    changed = [f'OLD."{column}" IS NOT NEW."{column}"' for column in columns if column != later]
    if later:
        changed.append(f"coalesce(OLD.\"{later}\", '') <> ''")
    return {
        f"{table}_kept_{action.lower()}": (
            f'CREATE TRIGGER "{table}_kept_{action.lower()}" BEFORE {action} ON "{table}"{when} '
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        for action, when in (("DELETE", ""), ("UPDATE", f" WHEN {' OR '.join(changed)}"))
    }
