"""Whatever the next step does to whatever table, an archive of any released form takes it and loses nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models import records, store
from models.core import journal
from models.core.journal import Change, Entry
from models.core.record import Text, db
from models.migrations import steps
from models.migrations.step_data import UNJOURNALED, UPGRADE, upgrade_entry
from models.migrations.tables import add_column, table_columns
from models.payments.once_claims import OnceClaim
from models.payments.paid_twice import doubts_of_second_payments
from models.people.person import Person
from tests.models.migrations import old_archives

KEPT = Path(__file__).parents[2] / "old_files"
CHANGED_BY_STEPS = {"standard"}  # tables in which an unreleased step lets shipped rows say otherwise
MODELS = (*records.JOURNAL, *records.RECORDS, *records.SNAPSHOTS, *records.DERIVED)


@pytest.fixture
def heir(monkeypatch):
    """What somebody does who gives every record a field, and every table a row."""
    for model in MODELS:
        model._meta.add_field("colour", Text("颜色"))
    monkeypatch.setattr(steps, "STEPS", [*steps.STEPS, colours, one_more_row])
    yield
    for model in MODELS:
        model._meta.remove_field("colour")
        del model.colour


def colours(database):
    for model in MODELS:
        add_column(database, model._meta.table_name, "\"colour\" TEXT NOT NULL DEFAULT ''")


def one_more_row(database):
    with upgrade_entry(database):
        old_archives.fill(2)


ARCHIVES = [("made", number) for number in range(1, 7)] + [("kept", 1), ("kept", 6)]


@pytest.fixture(params=ARCHIVES, ids=lambda param: f"{param[0]}-{param[1]}")
def old(request, tmp_path, monkeypatch):
    """An archive of a released form, and what it held: table → (columns, rows)."""
    folder, (how, number) = tmp_path / "旧档案库", request.param
    if how == "kept":
        shutil.copytree(KEPT / f"schema-{number}", folder)
    else:
        old_archives.make(folder, number, monkeypatch)
    with monkeypatch.context() as then:
        then.setattr(steps, "STEPS", steps.STEPS[:number])
        then.setattr(records, "install_triggers", lambda: None)
        with store.practice_session(folder, "王芳"):
            held = {table: table_columns(db, table) for table in db.get_tables()}
            found = {table: (names, old_archives.contents(table, names)) for table, names in held.items()}
    return folder, found


def squeezed(text):
    return " ".join(text.split())


def test_every_table_gets_a_column_and_a_row_in_an_archive_of_every_released_form(old, heir):
    folder, held = old
    last = max((number for number, *_ in held["entry"][1]), default=0)
    with store.practice_session(folder, "王芳"):
        texts = db.execute_sql(
            "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND type != 'trigger'"
        ).fetchall()
        assert {squeezed(text) for (text,) in texts} == {
            squeezed(text) for text in records.schema_statements()
        }
        for table, (columns, lines) in held.items():
            if table in CHANGED_BY_STEPS:
                kept = old_archives.contents(table, ["uid"])[: len(lines)]
                assert kept == [(line[columns.index("uid")],) for line in lines], table
            elif table not in ("finding", "search_words"):  # remade for the people whom the step touched
                assert old_archives.contents(table, columns)[: len(lines)] == lines, table
        standing = db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        assert dict(standing) == records.wanted_triggers()
        assert journal.chain_faults() == []
        assert db.execute_sql("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute_sql("PRAGMA integrity_check").fetchall() == [("ok",)]
        told = list(Entry.select().where(Entry.number > last))
        assert {(each.title, each.user) for each in told} == {(UPGRADE, journal.PROGRAM)}
        tables = {change.table for change in Change.select().where(Change.entry > last)}
        assert tables == {model._meta.table_name for model in records.RECORDS}
        assert old_archives.contents("pay_line", ["colour"])[-1] == ("colour2",)


def test_what_the_journal_does_not_tell_is_what_is_no_record():
    others = (*records.JOURNAL, *records.SNAPSHOTS, *records.DERIVED)
    assert {model._meta.table_name for model in others} == UNJOURNALED


def test_what_older_archives_paid_of_what_is_owed_once_is_claimed_and_a_second_payment_stays(
    tmp_path, monkeypatch
):
    folder = tmp_path / "旧库"
    old_archives.make(folder, old_archives.RELEASED, monkeypatch)
    with monkeypatch.context() as then:
        then.setattr(steps, "STEPS", steps.STEPS[: old_archives.RELEASED])
        then.setattr(records, "install_triggers", old_archives.install_triggers)
        with store.practice_session(folder, "王芳"), journal.program_entry("登记"):
            others = [name for name in table_columns(db, "payment") if name not in ("id", "uid")]
            names = ", ".join(f'"{name}"' for name in others)
            for uid in ("a" * 32, "b" * 32):
                sql = (
                    f'INSERT INTO "payment" ("uid", {names}) SELECT ?, {names} FROM "payment" WHERE "id" = 1'
                )
                db.execute_sql(sql, (uid,))
            db.execute_sql(
                "UPDATE payment SET programme = '门诊补助', item = '门诊费', month = '2020-05' WHERE id > 1"
            )
    with store.practice_session(folder, "王芳"):
        claimed = OnceClaim.select().where(OnceClaim.matter == "门诊医疗补助").order_by(OnceClaim.again)
        assert [(claim.event, claim.again) for claim in claimed] == [("2020", 0), ("2020", 1)]
        someone = Person.get()
        assert [each for each in doubts_of_second_payments(someone) if "有两笔" in each.message]
