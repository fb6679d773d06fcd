"""Turning 倒回: the changes of one entry written the other way round, the last first, inside an entry that is open."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from peewee import IntegrityError, chunked

from models.core.files import SQL_ERRORS
from models.core.jobs import Job, Step
from models.core.journal import Change
from models.core.record import Refusal, db
from models.pay.runs.earlier_lines import keep_lines, put_lines_back
from models.pay.runs.runs import PayRun, overlapping
from models.undo.hindrances import LINES, Because, missing_targets, same_already
from models.undo.staying import Staying

BETWEEN_STEPS = 500  # changes between two steps of the job
UNIQUE = re.compile(r"UNIQUE constraint failed: (?:index '(\w+)'|(.+))")


class InTheWay(Exception):
    """What is there now leaves no room for what was; ``because`` are the records that are in the way."""

    def __init__(self, because: Because, words: str) -> None:
        super().__init__(words)
        self.because, self.words = because, words


def turn_back(changes: Sequence[Change], staying: Staying) -> Job[None]:
    """Write changes of one entry back but what stays. Raises ``InTheWay``, and ``Refusal`` for what the database forbids."""
    runs = _runs(changes, staying)
    for run in _standing_runs(runs):
        keep_lines(run)
    done = 0
    for some in _together(changes, staying):
        _write_back(some, staying)
        done += len(some)
        yield Step(done, len(changes), f"正在撤销：{done:,}处")
    for run in _standing_runs(runs):
        _put_back(run)


def _runs(changes: Sequence[Change], staying: Staying) -> list[str]:
    """The uids of the runs whose lines are others before and after."""
    return list(
        dict.fromkeys(
            each.uid
            for each in changes
            if each.table == "pay_run"
            and each.uid not in staying.whole
            and any(LINES in f for f in each.fields())
        )
    )


def _standing_runs(uids: list[str]) -> list[PayRun]:
    return list(PayRun.select().where(PayRun.uid.in_(uids))) if uids else []


def _put_back(run: PayRun) -> None:
    try:
        put_lines_back(run)
    except SQL_ERRORS as error:  # another run has these months by now
        other = overlapping(run)
        raise InTheWay({other.uid: None} if other is not None else {}, str(error)) from error


def _together(changes: Sequence[Change], staying: Staying) -> Iterator[list[Change]]:
    """What is written back, the last first; records of one table that were made one after the other go together."""
    left = [each for each in reversed(changes) if each.uid not in staying.whole]
    for _, some in groupby(left, lambda each: (each.table, each.before is None)):
        yield from (list(part) for part in chunked(some, BETWEEN_STEPS))


def _write_back(some: list[Change], staying: Staying) -> None:
    if some[0].before is None:
        _take_out(some)
        return
    for change in some:
        before, _ = change.fields()
        kept = staying.columns.get(change.uid, ())
        row = {name: value for name, value in before.items() if name not in kept}
        if row:
            _write(change, row, new=change.after is None)


def _take_out(some: list[Change]) -> None:
    sql = f'DELETE FROM "{some[0].table}" WHERE "uid" IN (SELECT value FROM json_each(?))'
    try:
        db.execute_sql(sql, (json.dumps([each.uid for each in some]),))
    except IntegrityError as error:
        raise _forbidden(error) from error


def _write(change: Change, row: dict[str, Any], new: bool) -> None:
    table, values = f'"{change.table}"', tuple(row.values())
    try:
        if new:
            names, places = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
            db.execute_sql(f"INSERT INTO {table} ({names}) VALUES ({places})", values)
        else:
            names = ", ".join(f'"{name}" = ?' for name in row)
            db.execute_sql(f"UPDATE {table} SET {names} WHERE uid = ?", (*values, change.uid))
    except IntegrityError as error:
        raise _in_the_way(change, row, error) from error


def _in_the_way(change: Change, row: dict[str, Any], error: IntegrityError) -> Exception:
    """What the database says against a row, as the records that are in its way."""
    words = str(error)
    if "FOREIGN KEY" in words:
        return InTheWay(missing_targets(change.table, row, change.entry), words)
    if (said := UNIQUE.match(words)) is not None:
        index, named = said.groups()
        columns = _columns_of(index) if index else [name.partition(".")[2] for name in named.split(", ")]
        there = db.execute_sql(f'SELECT * FROM "{change.table}" WHERE "uid" = ?', (change.uid,))
        names, found = [column[0] for column in there.description or ()], there.fetchone()
        now = dict(zip(names, found, strict=True)) if found else {}
        because = same_already(change.table, columns, now | row)
        return InTheWay({uid: None for uid in because if uid != change.uid}, words)
    return _forbidden(error)


def _columns_of(index: str) -> list[str]:
    return [row[2] for row in db.execute_sql(f'PRAGMA index_info("{index}")')]


def _forbidden(error: IntegrityError) -> Exception:
    """What a trigger of the database says is a sentence; anything else is not foreseen."""
    words = str(error)
    if words.isascii():
        return InTheWay({}, words)
    return Refusal(f"{words}，所以不能撤销")
