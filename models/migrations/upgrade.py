"""The upgrade of an older archive to a current one: every step that it has not had, all or none."""

from __future__ import annotations

from collections.abc import Callable

from peewee import SqliteDatabase

from models.archive.key_file import NEWER
from models.core import journal, triggers
from models.core.record import Refusal
from models.migrations import steps


def migrate(db: SqliteDatabase, follow: Callable[[int], None], keep: Callable[[], None] | None = None) -> int:
    """Take every step the file has not had yet, all or none. Returns how many there were.

    No trigger stands while the steps run; ``follow`` makes them anew in the same transaction, and whatever must be done
    once with the records of today: it is told how many steps the file had. An archive that holds
    something is kept by ``keep`` first. ``Refusal`` when the file is newer than the
    program; a step that fails leaves the file as it was.
    """
    done: int = db.pragma("user_version")
    if done > len(steps.STEPS):
        raise Refusal(NEWER)
    if done == len(steps.STEPS):
        return 0
    if done and keep is not None:
        keep()
    db.pragma("foreign_keys", "off")  # a step may make a table anew; cannot be switched inside a transaction
    try:
        with db.atomic("EXCLUSIVE"):
            _take(db, done, follow)
    finally:
        db.pragma("foreign_keys", "on")
    return len(steps.STEPS) - done


def _take(db: SqliteDatabase, done: int, follow: Callable[[int], None]) -> None:
    last = journal.last_number() if db.table_exists("entry") else 0
    triggers.drop_all(db)  # SQLite renames no table of which a trigger speaks
    for number, change in enumerate(steps.STEPS[done:], start=done + 1):
        change(db)
        db.pragma("user_version", number)
        if broken := db.execute_sql("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError(f"step {number} leaves rows that point nowhere: {broken[:3]}")
    follow(done)
    if db.table_exists("entry"):
        journal.follow_up(last)
