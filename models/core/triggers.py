"""The triggers that keep the journal: SQLite's words, made from the tables' columns."""

from __future__ import annotations

from peewee import SqliteDatabase

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
    return {f"{table}_journal_{action.lower()}": _journaling(table, columns, action) for action in ACTIONS}


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


def _journaling(table: str, columns: list[str], action: str) -> str:
    old, new = action != "INSERT", action != "DELETE"
    row, both = "NEW" if new else "OLD", old and new
    before = _json("OLD", columns, "NEW" if both else None) if old else "NULL"
    after = _json("NEW", columns, "OLD" if both else None) if new else "NULL"
    # an update that changes nothing has nothing to tell
    when = f"WHEN {' OR '.join(_differs(c) for c in columns)} " if both else ""
    return (
        f'CREATE TRIGGER "{table}_journal_{action.lower()}" AFTER {action} ON "{table}" {when}BEGIN '
        "SELECT CASE WHEN current_entry() IS NULL THEN RAISE(ABORT, 'written outside an entry') END; "
        'INSERT INTO "change" (entry, tbl, uid, person, before, after) '
        f"VALUES (current_entry(), '{table}', {row}.uid, {_owner(table, columns, row)}, {before}, {after}); END"
    )


def _owner(table: str, columns: list[str], row: str) -> str:
    """SQL for the uid of the person whose file the row belongs to."""
    if table == "person":
        return f"{row}.uid"
    return f'(SELECT uid FROM "person" WHERE id = {row}.person_id)' if "person_id" in columns else "NULL"


def _differs(column: str) -> str:
    return f'OLD."{column}" IS NOT NEW."{column}"'


def _json(row: str, columns: list[str], other: str | None) -> str:
    """SQL for a JSON object of a row: the fields that differ from the other row, else those that say something."""
    pairs = " UNION ALL ".join(
        f"SELECT '{c}' k, {row}.\"{c}\" v, {_keep(row, c, other)} keep" for c in columns
    )
    return f"(SELECT json_group_object(k, v) FROM ({pairs}) WHERE keep)"


def _keep(row: str, column: str, other: str | None) -> str:
    value = f'{row}."{column}"'
    return f'{value} IS NOT {other}."{column}"' if other else f"({value} IS NOT NULL AND {value} IS NOT '')"
