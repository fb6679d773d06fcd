"""A month's payment run for a hundred thousand grants, and that ten times as many take ten times as long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import db
from models.pay.runs import drawing_up
from models.pay.runs.line_hashes import LINE_COLUMNS, rows_of
from models.pay.runs.runs import PayRun
from tests.bench import town
from tests.bench.measured import Clock, Measured, best
from tests.bench.test_search import big_town

MANY, FEW = 100_000, 10_000  # people; nearly each has one grant
MONTH = PartDate(2019, 9)
MOST = 5.4  # times the floor: five seconds on a PC where the floor takes 0.93


def measure(folder: Path, clock: Clock = best) -> Iterator[Measured]:
    """A run of many against the bare insertion of its lines, and against ten runs of a tenth."""
    with big_town(_below(folder, "少"), FEW):
        few = best(_draw, rounds=3, setup=_drop)
    with big_town(_below(folder, "多"), MANY):
        taken = clock(_draw, rounds=2, setup=_drop)
        floor = best(_insert_bare, rounds=1)
    work = f"payment run of a month, {MANY:,} people, every line explained"
    yield Measured(work, taken, floor, "s", MOST)
    yield Measured("the same against ten runs of a tenth of the people", taken, 10 * few, "s", 1.5)


def _below(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


def _draw() -> None:
    finish(drawing_up.draw_up_run(MONTH, MONTH, town.USER))


def _drop() -> None:
    for run in PayRun.select():
        with journal.entry("删除", town.USER):
            run.delete_instance()


def _insert_bare() -> None:
    """The floor: the same lines, made already, put into a table of their own that nothing watches."""
    rows = [tuple(row) for row in rows_of(PayRun.get())]
    columns = ", ".join(f'"{name}"' for name in LINE_COLUMNS)
    db.execute_sql(f"CREATE TEMP TABLE bare ({columns})")
    db.cursor().executemany(f"INSERT INTO bare VALUES ({', '.join('?' * len(LINE_COLUMNS))})", rows)
    db.execute_sql("DROP TABLE bare")


def test_a_run_of_a_hundred_thousand(tmp_path, clock, keep):
    keep(*measure(tmp_path, clock))
