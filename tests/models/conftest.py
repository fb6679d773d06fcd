"""An archive of one table, so small that a test may open it hundreds of times."""

from __future__ import annotations

import pytest

from models import records, store
from models.archive import opened as archive
from models.archive.wraps import Cost
from models.core.record import Refusal, db
from models.migrations import steps
from models.office import sign_ins

LIGHT = Cost(memory=64, passes=1, lanes=1)
ME = ("王芳", "青稞在七月 才成熟", LIGHT)
NAME = "祁连山下一个很长的名字"


@pytest.fixture
def small(monkeypatch):
    """Archives of one table, so that a test may open hundreds."""

    def note(database):
        database.execute_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")

    monkeypatch.setattr(steps, "STEPS", [note])
    monkeypatch.setattr(records, "install_triggers", lambda: None)
    monkeypatch.setattr(sign_ins, "note_sign_in", lambda *_: None)
    for faults in ("key_faults", "sign_in_faults"):
        monkeypatch.setattr(sign_ins, faults, lambda *_: [])


@pytest.fixture
def folder(tmp_path, small):
    """An archive with some pages in use and some that are free again."""
    made = tmp_path / "档案库"
    store.create(made, *ME)
    with store.session(made, *ME):
        write(60)
        db.execute_sql("DELETE FROM note WHERE id > 30")
    return made


def write(rows, words=NAME * 20):
    with db.atomic():
        for _ in range(rows):
            db.execute_sql("INSERT INTO note (words) VALUES (?)", (words,))


def rows():
    return db.execute_sql("SELECT count(*) FROM note").fetchone()[0]


def refused(folder, words, who=ME):
    with pytest.raises(Refusal, match=words):
        store.open(folder, *who)
    assert archive.opened is None
    assert db.is_closed()
