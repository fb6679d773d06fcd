"""How an older archive becomes a current one."""

from __future__ import annotations

import pytest

from models import records, store
from models.archive.wraps import Cost
from models.backups.backup import restore
from models.backups.generations import generations_in
from models.core.jobs import finish
from models.core.record import Refusal, db
from models.migrations import steps
from models.office import sign_ins
from resources import parts

LIGHT = Cost(memory=64, passes=1, lanes=1)
ME = ("王芳", "青稞在七月 才成熟", LIGHT)


def note(database):
    database.execute_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")


def colour(database):
    database.execute_sql("ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT '黑'")


def fail(database):
    database.execute_sql("INSERT INTO note (words) VALUES ('half')")
    raise ZeroDivisionError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An archive whose only step made one table with a row."""
    monkeypatch.setattr(steps, "STEPS", [note])
    monkeypatch.setattr(records, "install_triggers", lambda: None)
    monkeypatch.setattr(sign_ins, "note_sign_in", lambda *_: None)
    store.create(tmp_path / "库", *ME)
    with store.session(tmp_path / "库", *ME):
        db.execute_sql("INSERT INTO note (words) VALUES ('first')")
    return tmp_path / "库"


def test_a_new_archive_has_had_every_step_and_needs_no_copy(folder):
    with store.session(folder, *ME):
        assert db.pragma("user_version") == 1
    assert not list((folder / "backups").iterdir())


def test_an_older_archive_takes_the_steps_that_it_has_not_had(folder):
    steps.STEPS.append(colour)
    with store.session(folder, *ME):
        assert db.execute_sql("SELECT words, colour FROM note").fetchall() == [("first", "黑")]
        assert db.pragma("user_version") == 2
        assert db.pragma("foreign_keys") == 1


def test_the_archive_is_backed_up_as_it_was_before_the_first_step(folder, tmp_path):
    steps.STEPS.append(colour)
    with store.session(folder, *ME):
        pass
    (kept,) = generations_in(folder / "backups")
    assert (kept.contents.reason, kept.contents.counts) == ("升级前", {"note": 1})
    finish(restore(kept.file, tmp_path / "恢复"))
    del steps.STEPS[1:]
    with store.session(tmp_path / "恢复", *ME):
        assert db.execute_sql("SELECT * FROM note").fetchall() == [(1, "first")]


def test_a_step_that_fails_leaves_the_file_as_it_was(folder):
    before = (folder / "archive.db").read_bytes()
    steps.STEPS.extend([colour, fail])
    with pytest.raises(ZeroDivisionError), store.session(folder, *ME):
        pass
    assert (folder / "archive.db").read_bytes() == before
    del steps.STEPS[1:]
    with store.session(folder, *ME):
        assert db.execute_sql("SELECT * FROM note").fetchall() == [(1, "first")]


def test_what_follows_the_steps_belongs_to_their_transaction(folder, monkeypatch):
    steps.STEPS.append(colour)
    monkeypatch.setattr(records, "install_triggers", lambda: fail(db))
    with pytest.raises(ZeroDivisionError), store.session(folder, *ME):
        pass
    monkeypatch.setattr(records, "install_triggers", lambda: db.execute_sql("UPDATE note SET colour = '红'"))
    for _ in range(2):
        with store.session(folder, *ME):
            assert db.execute_sql("SELECT colour FROM note").fetchall() == [("红",)]


def test_a_step_that_leaves_rows_pointing_nowhere_is_turned_back(folder):
    def orphan(database):
        database.execute_sql("CREATE TABLE leaf (id INTEGER PRIMARY KEY, note INTEGER REFERENCES note)")
        database.execute_sql("INSERT INTO leaf (note) VALUES (99)")

    steps.STEPS.append(orphan)
    with pytest.raises(RuntimeError, match="point nowhere"), store.session(folder, *ME):
        pass
    steps.STEPS.pop()
    with store.session(folder, *ME):
        assert not db.table_exists("leaf")


def test_an_archive_of_a_newer_program_names_the_setup_that_it_needs_and_is_not_touched(folder, monkeypatch):
    steps.STEPS.append(colour)
    with monkeypatch.context() as newer:
        newer.setattr(parts, "version", lambda: "99.1.0")
        with store.session(folder, *ME):
            pass
    before = (folder / "archive.db").read_bytes()
    steps.STEPS.pop()
    with (
        pytest.raises(Refusal, match=r"请先安装“优抚一人一档-99\.1\.0-setup\.exe”"),
        store.session(folder, *ME),
    ):
        pass
    assert (folder / "archive.db").read_bytes() == before
