"""What was known then: turned back from today, an archive says what the journal says when it is read from its beginning."""

from __future__ import annotations

import json
import os
import random
import shutil
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import store
from models.core import journal, triggers
from models.core.dates import this_day
from models.core.jobs import finish
from models.core.past_day import PastDay
from models.core.record import KINDS_OF_RECORDS, db
from models.past import known_then, past_archive
from tests.models.past.histories import USER, History

HISTORIES = 10_000 if os.environ.get("YOUFU_PROOFS") else 10
ACTIONS = 16  # of a history, of which some are refused
START = date(2011, 1, 1)


@pytest.fixture(scope="module")
def shipped(new_archive, tmp_path_factory):
    """Tells what an archive holds before anything was done in it."""
    folder = shutil.copytree(new_archive, tmp_path_factory.mktemp("空") / "档案库")
    with store.practice_session(folder, USER):
        rows = all_rows()
    return lambda: {table: {uid: dict(row) for uid, row in told.items()} for table, told in rows.items()}


@pytest.mark.timeout(0 if HISTORIES > 100 else 300)
@settings(max_examples=HISTORIES, derandomize=True)
@given(seed=st.integers(0, 2**32))
def test_turned_back_to_any_day_it_equals_the_journal_read_to_that_day(
    new_archive, shipped, tmp_path_factory, seed
):
    folder = shutil.copytree(new_archive, tmp_path_factory.getbasetemp() / "历史", dirs_exist_ok=True)
    with store.practice_session(folder, USER):
        History(seed).go_on(ACTIONS)
        with the_copy():
            day = give_days(random.Random(seed))
            expected = replayed(shipped(), day)
            finish(known_then.turn_to_then(known_then.last_entry_of(day)))
            assert differing(all_rows(), expected) == []


def differing(one, other):
    """Which rows are not the same, so that a failure can be read."""
    return [
        (table, uid, one[table].get(uid), other[table].get(uid))
        for table in one
        for uid in one[table].keys() | other[table].keys()
        if one[table].get(uid) != other[table].get(uid)
    ]


def the_copy():
    """A working copy as it is before it is turned back."""
    return _Copy()


class _Copy:
    def __enter__(self):
        self.today = past_archive.opened_archive()
        past_archive.open_past(finish(past_archive.copy_for(PastDay(as_known=this_day()))))
        triggers.put_right({})

    def __exit__(self, *_):
        past_archive.come_back(self.today)


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
