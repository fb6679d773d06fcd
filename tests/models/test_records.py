"""The tables of the file and the records of the program are the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from peewee import IntegrityError

from models import records, store
from models.core import journal
from models.core.record import db
from models.people import findings, search
from models.people.person import Person

OLD = Path(__file__).parent.parent / "old_files"


def schema():
    rows = db.execute_sql("SELECT sql FROM sqlite_master WHERE sql NOT NULL AND type != 'trigger'").fetchall()
    return {" ".join(sql.split()) for (sql,) in rows}


def standing():
    return dict(db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())


def test_a_migrated_file_has_the_tables_of_the_models(archive):
    assert schema() == {" ".join(sql.split()) for sql in records.statements()}


def test_every_record_is_journaled(archive):
    for model in records.RECORDS:
        for action in ("insert", "update", "delete"):
            assert f"{model._meta.table_name}_journal_{action}" in standing()


@pytest.mark.parametrize("lost", ["person_journal_update", "entry_no_delete", "pay_run_settled_update"])
def test_an_archive_that_would_not_keep_its_journal_is_put_right_before_anything_is_written(archive, lost):
    before = standing()
    db.execute_sql(f'DROP TRIGGER "{lost}"')
    db.execute_sql("CREATE TRIGGER person_strange AFTER INSERT ON person BEGIN SELECT 1; END")
    store.close()
    store.open_practice(archive, "王芳")
    assert standing() == before == records.wanted_triggers()
    with pytest.raises(IntegrityError, match="outside an entry"):
        db.execute_sql("INSERT INTO person (uid, name) VALUES ('a', '张三')")


def test_opening_writes_nothing_when_all_triggers_stand(archive):
    store.close()
    before = (archive / "archive.db").stat().st_mtime_ns
    store.open_practice(archive, "王芳")
    assert (archive / "archive.db").stat().st_mtime_ns == before


def test_every_kind_of_record_is_known(archive):
    """A model that ``records`` forgets would be neither made nor journaled."""
    from models.core.record import Record

    assert set(Record.__subclasses__()) == set(records.RECORDS)


@pytest.mark.parametrize("old", sorted(OLD.iterdir()), ids=lambda folder: folder.name)
def test_an_archive_of_every_released_schema_still_opens(tmp_path, old):
    folder = tmp_path / "旧档案库"
    shutil.copytree(old, folder)
    with store.practice_session(folder, "王芳"):
        assert schema() == {" ".join(sql.split()) for sql in records.statements()}
        assert Person.select().count() == 5
        assert journal.faults() == []
        assert store.check() == []
        assert search.find("演练").count() == 0
        assert isinstance(findings.everything(), list)
