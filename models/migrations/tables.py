"""Tables changed by a step: made by a script, given a column, made anew."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from peewee import SqliteDatabase

import resources


def script_statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, each of which ends at the end of a line."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""
    if gathered.strip():
        raise ValueError("the script's last statement does not end")


def run_script(db: SqliteDatabase, name: str) -> None:
    """Run a file of ``resources/schema`` inside the step's transaction, which ``executescript`` would end."""
    run_statements(db, resources.path(f"schema/{name}").read_text("utf-8"))


def run_statements(db: SqliteDatabase, script: str) -> None:
    """Run statements that stand in the step itself, as those of one new table and its indexes may."""
    for statement in script_statements(script):
        db.execute_sql(statement)


def add_column(db: SqliteDatabase, table: str, column: str, after: str = "") -> None:
    """Give a table a column, ``'"nickname" TEXT NOT NULL DEFAULT \\'\\''``, after a named one or after all the others.

    The table's text becomes what peewee writes for the changed record (``ALTER TABLE`` would put the column behind the
    table's conditions). A new column says nothing (null or empty), since no entry tells of it: what it is to say is
    written within ``step_data.upgrade_entry``. A column that points to another table has its ``FOREIGN KEY`` and its
    index too: for that, ``make_anew`` with the whole text, then the index.
    """
    if "DEFAULT" in column and not column.endswith("DEFAULT ''"):
        raise ValueError(f"a new column says nothing; its contents are a matter of the journal: {column}")
    make_anew(db, table, with_column(_text(db, table), column, after))


def make_anew(db: SqliteDatabase, table: str, text: str) -> None:
    """Make a table anew by the text of another ``CREATE TABLE``; rows stay, and the indexes whose columns stay.

    What both have under one name is copied; a column that the text leaves out is lost with what it held.
    """
    interim = f"new_{table}"
    indexes = db.execute_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
        (table,),
    ).fetchall()
    indexed = {
        name: {row[2] for row in db.execute_sql(f'PRAGMA index_info("{name}")')}
        - {None}  # None: an expression
        for name, _ in indexes
    }
    db.execute_sql(text.replace(f'"{table}"', f'"{interim}"', 1))
    both = [name for name in table_columns(db, table) if name in table_columns(db, interim)]
    names = ", ".join(f'"{name}"' for name in both)
    db.execute_sql(f'INSERT INTO "{interim}" ({names}) SELECT {names} FROM "{table}" ORDER BY rowid')
    db.execute_sql(f'DROP TABLE "{table}"')
    db.execute_sql(f'ALTER TABLE "{interim}" RENAME TO "{table}"')
    for name, index in indexes:
        if indexed[name] <= set(both):
            db.execute_sql(index)


def table_columns(db: SqliteDatabase, table: str) -> list[str]:
    """The names of a table's columns, in their order."""
    return [row[1] for row in db.execute_sql(f'PRAGMA table_info("{table}")')]


def with_column(text: str, column: str, after: str = "") -> str:
    """The text of a ``CREATE TABLE`` with one column more."""
    head, _, rest = text.partition("(")
    parts = list(_parts(rest.removesuffix(")")))
    names = [_column_name(part) for part in parts]
    if _column_name(column) in names:
        raise ValueError(f"the table has the column {column} already")
    place = names.index(after) if after else max(n for n, name in enumerate(names) if name)
    parts.insert(place + 1, f"\n  {column}")
    return f"{head}({','.join(parts)})"


def _text(db: SqliteDatabase, table: str) -> str:
    (text,) = db.execute_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    return str(text)


def _column_name(part: str) -> str:
    """The column that a part of the table's text tells of; empty for a condition of the table."""
    found = re.match(r'\s*"(\w+)"', part)
    return found[1] if found else ""


def _parts(body: str) -> Iterator[str]:
    """What stands between the commas of a table's text, those within brackets and quotation marks apart."""
    depth, quote, begin = 0, "", 0
    for place, sign in enumerate(body):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "," and not depth:
            yield body[begin:place]
            begin = place + 1
        else:
            depth += (sign == "(") - (sign == ")")
    yield body[begin:]
