"""What a step writes is told by the journal, in one entry of the program."""

from __future__ import annotations

import csv

import pytest

import resources
from models import store
from models.core import journal
from models.core.journal import Change, Entry
from models.core.record import db
from models.migrations import steps
from models.migrations.step_data import insert_rows, upgrade_entry
from models.people import search
from models.people.person import Person
from models.undo import undo
from models.visits.gifts import Gift

USER = "王芳"


def rename(database):
    with upgrade_entry(database):
        database.execute_sql("UPDATE person SET name = '李四', former_names = name WHERE name = '张三'")


def gifts(database):
    with upgrade_entry(database):
        insert_rows(database, "gift", "007-gifts.csv")


@pytest.fixture
def upgraded(archive, monkeypatch):
    """Open the archive with a program that has one step more."""

    def run(step):
        store.close()
        monkeypatch.setattr(steps, "STEPS", [*steps.STEPS, step])
        store.open_practice(archive, USER)

    yield run
    store.close()


def last():
    return Entry.select().order_by(Entry.number.desc()).first()


def test_what_a_step_writes_is_in_the_journal_and_on_the_persons_file(person, upgraded):
    someone = person(name="张三")
    upgraded(rename)
    assert Person.get().name == "李四"
    assert (last().title, last().user) == ("程序升级", "程序")
    ((_, change),) = [each for each in journal.history_of(someone.uid) if each[0].number == last().number]
    assert change.fields() == ({"name": "张三", "former_names": ""}, {"name": "李四", "former_names": "张三"})
    assert journal.chain_faults() == []


def test_what_follows_an_entry_follows_a_step_too(person, upgraded):
    person(name="张三")
    upgraded(rename)
    assert [found.name for found in search.find_people("lisi")] == ["李四"]


def test_what_a_step_wrote_can_be_turned_back(person, upgraded):
    person(name="张三")
    upgraded(rename)
    undo.undo(last().number, USER)
    assert Person.get().name == "张三"
    assert journal.chain_faults() == []


def test_a_step_that_finds_nothing_to_write_leaves_no_entry(person, upgraded):
    person(name="王五")
    upgraded(rename)
    assert last().title == "登记"


def test_an_archive_in_which_nobody_did_anything_is_not_upgraded_but_made(upgraded):
    upgraded(rename)
    assert Entry.select().count() == 0
    assert Change.select().count() == 0


def test_rows_come_from_the_steps_own_file_as_the_database_keeps_them(
    person, upgraded, tmp_path, monkeypatch
):
    person()
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "007-gifts.csv").write_text(
        "uid,name,price,notes\na1,大米,12000,\na2,面粉,,新到\n", "utf-8"
    )
    monkeypatch.setattr(resources, "HERE", tmp_path)
    upgraded(gifts)
    monkeypatch.undo()
    rows = db.execute_sql("SELECT name, price, notes FROM gift ORDER BY id").fetchall()
    assert rows == [("大米", 12000, ""), ("面粉", None, "新到")]
    assert (
        Change.select().where(Change.entry == last().number, Change.table == Gift._meta.table_name).count()
        == 2
    )


def test_the_files_of_the_steps_are_whole():
    """Each line has a uid of its own, for the same row is the same record in every archive."""
    for file in resources.path("schema").glob("*.csv"):
        uids = [row["uid"] for row in csv.DictReader(file.read_text("utf-8").splitlines())]
        assert len(set(uids)) == len(uids), file.name
        assert all(len(uid) == 32 for uid in uids), file.name
