"""The upgrade of an older archive to a current one: every step that it has not had, all or none."""

from __future__ import annotations

from collections.abc import Callable

from peewee import SqliteDatabase

from models.archive.key_file import NEWER
from models.core import journal, triggers
from models.core.record import Refusal
from models.migrations import steps
from resources import parts

NEWER_BY_VERSION = (
    "这个档案库用 {0} 版程序打开过，现在的程序是 {1}。请先安装“优抚一人一档-{0}-setup.exe”或更新的，再打开"
)


def migrate(db: SqliteDatabase, follow: Callable[[int], None], keep: Callable[[], None] | None = None) -> int:
    """Take every step the file has not had yet, all or none. Returns how many there were.

    No trigger stands while the steps run; ``follow`` makes them anew in the same transaction, and whatever must be done
    once with the records of today: it is told how many steps the file had. An archive that holds
    something is kept by ``keep`` first. ``Refusal`` when the file is newer than the
    program; a step that fails leaves the file as it was.
    """
    done: int = db.pragma("user_version")
    if done > len(steps.STEPS):
        raise Refusal(_newer(db.pragma("application_id")))
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


def _newer(number: int) -> str:
    """Which setup an archive needs that a newer program has opened; of one that did not say, only that it is newer."""
    if not number:
        return NEWER
    version = f"{number // 1_000_000}.{number // 1_000 % 1_000}.{number % 1_000}"
    return NEWER_BY_VERSION.format(version, parts.version())


def _own_number() -> int:
    """The program's version as the number that an archive keeps (``PRAGMA application_id``)."""
    major, minor, patch = map(int, parts.version().split("."))
    return major * 1_000_000 + minor * 1_000 + patch


def _take(db: SqliteDatabase, done: int, follow: Callable[[int], None]) -> None:
    last = journal.last_number() if db.table_exists("entry") else 0
    triggers.drop_all(db)  # SQLite renames no table of which a trigger speaks
    for number, change in enumerate(steps.STEPS[done:], start=done + 1):
        change(db)
        db.pragma("user_version", number)
        if broken := db.execute_sql("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError(f"step {number} leaves rows that point nowhere: {broken[:3]}")
    db.pragma("application_id", _own_number())
    follow(done)
    if db.table_exists("entry"):
        journal.follow_up(last)
