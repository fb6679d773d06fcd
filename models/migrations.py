"""How an older archive becomes a current one. Never edit a step that has shipped."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from peewee import SqliteDatabase

import resources
from models.archive.key_file import NEWER
from models.core.files import copy_whole, plain_words
from models.core.record import Refusal
from models.pay.standards import shipped

Step: TypeAlias = Callable[[SqliteDatabase], None]

STEPS: list[Step] = []
# what must follow new steps in their transaction, such as the journal's triggers; see ``after_migration``
AFTER_MIGRATION: list[Callable[[], None]] = []


def step(change: Step) -> Step:
    """Register the next step; the file's ``user_version`` counts those it has had."""
    STEPS.append(change)
    return change


def after_migration(follow: Callable[[], None]) -> Callable[[], None]:
    """Register what must be made anew whenever tables may have changed."""
    AFTER_MIGRATION.append(follow)
    return follow


def migrate(db: SqliteDatabase, backups: Path | None = None) -> int:
    """Take every step the file has not had yet, all or none. Returns how many there were.

    An archive that holds something is copied into ``backups`` first (encrypted as it is). ``Refusal`` when the file
    is newer than the program; a step that fails leaves the file as it was.
    """
    done: int = db.pragma("user_version")
    if done > len(STEPS):
        raise Refusal(NEWER)
    if done == len(STEPS):
        return 0
    if done and backups is not None:
        _copy(Path(db.database), backups, done)
    db.pragma("foreign_keys", "off")  # a step may make a table anew; cannot be switched inside a transaction
    try:
        with db.atomic("EXCLUSIVE"):
            _take(db, done)
    finally:
        db.pragma("foreign_keys", "on")
    return len(STEPS) - done


def _take(db: SqliteDatabase, done: int) -> None:
    for number, change in enumerate(STEPS[done:], start=done + 1):
        change(db)
        db.pragma("user_version", number)
        if broken := db.execute_sql("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError(f"step {number} leaves rows that point nowhere: {broken[:3]}")
    for follow in AFTER_MIGRATION:
        follow()


def _copy(file: Path, backups: Path, done: int) -> None:
    """Keep the file as it was; outside any transaction, for closing a second handle would end SQLite's lock on it."""
    with plain_words(backups):
        backups.mkdir(exist_ok=True)
        copy_whole(file, backups / f"before-upgrade-from-{done}.db")


def statements(script: str) -> Iterator[str]:
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
    for statement in statements(resources.path(f"schema/{name}").read_text("utf-8")):
        db.execute_sql(statement)


@step
def first_tables(db: SqliteDatabase) -> None:
    run_script(db, "001.sql")


@step
def money_visits_ledger(db: SqliteDatabase) -> None:
    run_script(db, "002.sql")


@step
def standards_grants_runs(db: SqliteDatabase) -> None:
    run_script(db, "003.sql")
    shipped.ship(db)


@step
def approvals_confirmation_budgets(db: SqliteDatabase) -> None:
    run_script(db, "004.sql")


@step
def campaigns_and_stock(db: SqliteDatabase) -> None:
    run_script(db, "005.sql")


@step
def reports_of_the_office(db: SqliteDatabase) -> None:
    run_script(db, "006.sql")
