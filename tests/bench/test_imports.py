"""How fast a roster comes in: against reading the workbook and a bare ``insert_many`` of the same records."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from peewee import Model, chunked
from python_calamine import CalamineWorkbook

from models import records, store
from models.core.jobs import finish
from models.core.record import db
from models.imports import imports
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.person import Person
from tests.bench import town
from tests.bench.measured import Clock, Measured, best

PEOPLE = 10_000
BUDGET = 3.0
KEPT: tuple[type[Model], ...] = (Person, Identity, IdentityState, BankAccount)
Data = dict[type[Model], list[dict[str, Any]]]


def measure(folder: Path, people: int = PEOPLE, clock: Clock = best) -> Measured:
    """Read, plan and write a workbook into an empty archive, with journal, findings and search words."""
    file = folder / "花名册.xlsx"
    town.workbook(file, people)
    fresh = (folder / f"archive-{number}" for number in count())

    def new_archive() -> None:
        store.close()
        town.new_archive(path := next(fresh))
        store.open(path, town.USER, town.PASSWORD, town.CHEAP)

    try:
        taken = clock(lambda: take_in(file, people), setup=new_archive)
        data = what_was_written()
    finally:
        store.close()
    return Measured(
        f"import {people:,} rows of an .xlsx, checked, with journal", taken, floor(file, data), "s", BUDGET
    )


def take_in(file: Path, people: int) -> None:
    plan = finish(imports.read_workbooks([file]))
    finish(imports.apply(plan, town.USER))
    assert plan.total(imports.RowOutcome.NEW) == people, {
        outcome: plan.total(outcome) for outcome in (imports.RowOutcome.NEW, imports.RowOutcome.REFUSED)
    }


def what_was_written() -> Data:
    """The records of the open archive, with the columns that say something."""
    data: Data = {}
    for model in KEPT:
        rows = list(model.select().dicts())
        used = [name for name in rows[0] if any(row[name] not in (None, "") for row in rows)]
        data[model] = [{name: row[name] for name in used} for row in rows]
    return data


def floor(file: Path, data: Data) -> float:
    """The least that any program would do: read every cell, insert every record into an encrypted file."""
    fresh = (file.with_name(f"bare-{number}.db") for number in count())

    def new_file() -> None:
        shut()
        db.init(str(next(fresh)), passphrase=f"x'{'ab' * 32}'", pragmas=store.PRAGMAS)
        db.connect()
        for statement in records.schema_statements():
            db.execute_sql(statement)

    try:
        return best(lambda: read_cells(file)) + best(lambda: insert(data), setup=new_file)
    finally:
        shut()


def shut() -> None:
    if not db.is_closed():
        db.close()
    db.init(None)


def read_cells(file: Path) -> None:
    book = CalamineWorkbook.from_path(str(file))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def insert(data: Data) -> None:
    with db.atomic():
        for model, rows in data.items():
            for some in chunked(rows, 1000):
                model.insert_many(some).execute()


@pytest.mark.timeout(600)
def test_an_import_takes_at_most_three_times_reading_and_inserting(tmp_path, clock, keep):
    keep(measure(tmp_path, clock=clock))
