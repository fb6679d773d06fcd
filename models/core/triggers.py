"""The triggers that keep the journal: SQLite's words, made from the models' own columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peewee import Model

from models.core.record import db


def install(models: Sequence[type[Model]]) -> None:
    """(Re)make the triggers of these tables, and those that make the journal append-only."""
    for model in models:
        for statement in journaling(model):
            db.execute_sql(statement)
    for table in ("entry", "change"):
        for action in ("UPDATE", "DELETE"):
            name = f"{table}_no_{action.lower()}"
            db.execute_sql(f'DROP TRIGGER IF EXISTS "{name}"')
            db.execute_sql(
                f'CREATE TRIGGER "{name}" BEFORE {action} ON "{table}" '
                "BEGIN SELECT RAISE(ABORT, '操作日志只能添加'); END"
            )


def journaling(model: type[Model]) -> Iterator[str]:
    """The statements that make a table's three triggers."""
    table = model._meta.table_name
    columns = [field.column_name for field in model._meta.sorted_fields]
    for action, old, new in (("INSERT", False, True), ("UPDATE", True, True), ("DELETE", True, False)):
        row, both = "NEW" if new else "OLD", old and new
        before = _json("OLD", columns, "NEW" if both else None) if old else "NULL"
        after = _json("NEW", columns, "OLD" if both else None) if new else "NULL"
        # an update that changes nothing has nothing to tell
        when = f"WHEN {' OR '.join(_differs(c) for c in columns)} " if both else ""
        name = f"{table}_journal_{action.lower()}"
        yield f'DROP TRIGGER IF EXISTS "{name}"'
        yield (
            f'CREATE TRIGGER "{name}" AFTER {action} ON "{table}" {when}BEGIN '
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
