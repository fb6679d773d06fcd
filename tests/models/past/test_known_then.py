"""What was known then: turned back from today, an archive says what the journal says when it is read from its beginning."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from models import store
from models.core import journal
from models.core.jobs import finish
from models.core.record import KINDS_OF_RECORDS, db
from models.past import known_then
from tests.models.past.histories import USER, History

HISTORIES = int(os.environ.get("YOUFU_HISTORIES", "10000" if os.environ.get("YOUFU_PROOFS") else "20"))
ACTIONS = 4  # by which each history is longer than the one before it in its archive; some are refused
IN_ONE_ARCHIVE = 20 if HISTORIES > 100 else 5
SEED = int(os.environ.get("YOUFU_SEED", "0"))  # of the first archive
START = date(2011, 1, 1)


@pytest.fixture(scope="module")
def shipped(new_archive, tmp_path_factory):
    """Tells what an archive holds before anything was done in it."""
    folder = shutil.copytree(new_archive, tmp_path_factory.mktemp("空") / "档案库")
    with store.practice_session(folder, USER):
        rows = all_rows()
    return lambda: {table: {uid: dict(row) for uid, row in told.items()} for table, told in rows.items()}


@pytest.mark.timeout(0 if HISTORIES > 100 else 300)
@pytest.mark.parametrize("seed", range(SEED, SEED + HISTORIES // IN_ONE_ARCHIVE))
def test_turned_back_to_any_day_it_equals_the_journal_read_to_that_day(
    new_archive, shipped, tmp_path_factory, seed
):
    folder = shutil.copytree(new_archive, tmp_path_factory.getbasetemp() / "历史", dirs_exist_ok=True)
    with store.practice_session(folder, USER):
        history = History(seed)
        for _ in range(IN_ONE_ARCHIVE):
            history.go_on(ACTIONS)
            with as_in_the_copy():
                day = give_days(history.chance)
                expected = replayed(shipped(), day)
                finish(known_then.turn_to_then(known_then.last_entry_of(day)))
                assert differing(all_rows(), expected) == [], day


def differing(one, other):
    """Which rows are not the same, so that a failure can be read."""
    return [
        (table, uid, one[table].get(uid), other[table].get(uid))
        for table in one
        for uid in one[table].keys() | other[table].keys()
        if one[table].get(uid) != other[table].get(uid)
    ]


@contextmanager
def as_in_the_copy():
    """The archive as its working copy is before it is turned back, without triggers and references; afterwards as it was.

    The triggers go all at once, for dropping them one by one takes longer than turning back.
    """
    db.pragma("foreign_keys", "off")
    with db.atomic() as everything:
        db.pragma("writable_schema", "on")
        db.execute_sql("DELETE FROM sqlite_master WHERE type = 'trigger'")
        db.pragma("writable_schema", "reset")
        yield
        everything.rollback()
    db.pragma("writable_schema", "reset")
    db.pragma("foreign_keys", "on")


def give_days(chance):
    """Let the entries have been written on any days of ten years, in their order; return one of these days, or another."""
    days = sorted(chance.randrange(3650) for _ in range(journal.last_number()))
    for number, day in enumerate(days, start=1):
        at = f"{START + timedelta(days=day)}T{chance.randrange(24):02d}:30:00+08:00"
        db.execute_sql("UPDATE entry SET at = ? WHERE number = ?", (at, number))
    return START + timedelta(days=chance.randrange(-1, 3651))


def replayed(tables, day):
    """The journal read forward: every change until the end of that day, laid upon what the program shipped."""
    sql = 'SELECT tbl, uid, before, after FROM "change" JOIN entry ON number = entry WHERE substr(at, 1, 10) <= ? ORDER BY id'
    for table, uid, before, after in db.execute_sql(sql, (day.isoformat(),)).fetchall():
        if after is None:
            del tables[table][uid]
        elif before is None:
            tables[table][uid] = {**EMPTY[table], **json.loads(after)}
        else:
            tables[table][uid].update(json.loads(after))
    return tables


def all_rows():
    """Every record by table and uid."""
    found = {}
    for table in KINDS_OF_RECORDS:
        columns = db.execute_sql(f'PRAGMA table_info("{table}")').fetchall()
        EMPTY[table] = {name: "" if default == "''" else None for _, name, _, _, default, _ in columns}
        names = [name for _, name, *_ in columns]
        rows = db.execute_sql(f'SELECT * FROM "{table}"').fetchall()
        found[table] = {row[names.index("uid")]: dict(zip(names, row, strict=True)) for row in rows}
    return found


EMPTY: dict[str, dict[str, object]] = {}
