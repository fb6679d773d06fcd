"""The journal: the only door for writing, and a memory that cannot be altered."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from peewee import ForeignKeyField, IntegrityError

from models.core import journal
from models.core.journal import Change, Entry
from models.core.record import Refusal, db, insert_all
from models.people.identity import Identity
from models.people.person import Person
from models.records import RECORDS
from tests.factories import citizen_number


def test_nothing_is_saved_outside_an_entry(archive):
    with pytest.raises(RuntimeError, match="saved inside journal"):
        Person(name="张三", number=citizen_number()).save()
    assert Person.select().count() == 0


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE person SET name = '李四'",
        "DELETE FROM person",
        "INSERT INTO person (uid, number) VALUES ('x', 'y')",
    ],
)
def test_not_even_bare_sql_writes_outside_an_entry(person, sql):
    person()
    with pytest.raises(IntegrityError, match="outside an entry"):
        db.execute_sql(sql)


def test_a_change_names_each_field_before_and_after(person):
    someone = person(phone="13900000001")
    with journal.entry("改电话", "李敏"):
        someone.phone = "13900000002"
        someone.save()
    change = Change.select().order_by(Change.id.desc()).first()
    assert change.fields() == ({"phone": "13900000001"}, {"phone": "13900000002"})
    assert (change.table, change.uid, change.person) == ("person", someone.uid, someone.uid)
    entry = Entry.get_by_id(change.entry)
    assert (entry.user, entry.title) == ("李敏", "改电话")


def test_bare_sql_inside_an_entry_is_journaled_all_the_same(person):
    someone = person()
    with journal.entry("整批改", "李敏"):
        db.execute_sql("UPDATE person SET street = '总寨镇'")
    change = Change.select().order_by(Change.id.desc()).first()
    assert (change.uid, json.loads(change.after)) == (someone.uid, {"street": "总寨镇"})


def test_saving_without_a_change_leaves_no_entry(person):
    someone = person()
    before = Entry.select().count()
    with journal.entry("没有改", "李敏"):
        someone.save()
    assert Entry.select().count() == before


def test_an_entry_that_fails_leaves_nothing(person):
    before = Entry.select().count()

    def fail():
        with journal.entry("出错", "李敏"):
            Person(name="李四", number=citizen_number()).save()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert Person.select().count() == 0
    assert Entry.select().count() == before
    assert journal.entry_being_written() is None


def test_an_entry_inside_an_entry_is_our_mistake(archive):
    with (
        journal.entry("外", "李敏"),
        pytest.raises(RuntimeError, match="inside an entry"),
        journal.entry("内", "李敏"),
    ):
        pass


@pytest.mark.parametrize("table", ["entry", "change"])
@pytest.mark.parametrize("sql", ["DELETE FROM {}", "UPDATE {} SET {}"])
def test_the_database_refuses_to_alter_the_journal(person, table, sql):
    person()
    column = "title = 'x'" if table == "entry" else "after = 'x'"
    with pytest.raises(IntegrityError, match="操作日志只能添加"):
        db.execute_sql(sql.format(f'"{table}"', column))


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE entry SET title = '别的' WHERE number = 2", "第2条操作日志的内容被改动过"),
        ("UPDATE entry SET user = '别人' WHERE number = 3", "第3条操作日志的内容被改动过"),
        ("UPDATE change SET after = '{}' WHERE entry = 2", "第2条操作日志的内容被改动过"),
        ("DELETE FROM change WHERE entry = 1", "第1条操作日志的内容被改动过"),
        ("DELETE FROM entry WHERE number = 2", "第2条操作日志缺失"),
        ("DELETE FROM entry WHERE number = 3", "有1条变更不属于任何操作日志"),
    ],
)
def test_an_edit_or_a_gap_shows(person, sql, fault):
    for _ in range(3):
        person()
    assert journal.chain_faults() == []
    for table in ("entry", "change"):
        for action in ("update", "delete"):
            db.execute_sql(f"DROP TRIGGER {table}_no_{action}")
    db.execute_sql(sql)
    assert any(fault in words for words in journal.chain_faults())


def test_the_history_of_a_person_holds_what_hangs_on_the_person(person, identity):
    someone, other = person(), person()
    identity(someone)
    identity(other)
    with journal.entry("改", "李敏"):
        someone.phone = "13900000002"
        someone.save()
    told = [(entry.title, change.table) for entry, change in journal.history_of(someone.uid)]
    assert told == [("登记", "person"), ("登记身份", "identity"), ("改", "person")]


def test_a_new_record_has_a_uid_that_no_other_pc_makes(person):
    assert len({person().uid for _ in range(20)}) == 20
    assert Identity().uid[12] == "7"


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_what_an_entry_that_was_given_up_had_inserted_is_new_again(archive, monkeypatch, kind):
    monkeypatch.setattr(kind, "problems", lambda self: {})
    links = {name: 1 for name, field in kind._meta.fields.items() if isinstance(field, ForeignKeyField)}
    made = kind(**links)
    with suppress(Refusal), journal.entry("登记", "李敏"):
        db.execute_sql("PRAGMA defer_foreign_keys = ON")  # nobody is there to whom the links could lead
        made.save()
        raise Refusal("改了再存")
    assert made.id is None


def test_what_an_entry_has_written_stays_what_it_is_though_the_next_is_refused(archive):
    kept, refused = (Person(name=name, number=citizen_number()) for name in ("张三", "李四"))
    with journal.entry("登记", "李敏"):
        kept.save()
    for _ in range(2):
        with suppress(Refusal), journal.entry("登记", "李敏"):
            insert_all(Person, [refused])
            raise Refusal("改了再存")
    assert (kept.id is None, refused.id) == (False, None)
    with journal.entry("登记", "李敏"):
        refused.save()
    assert [each.name for each in Person.select().order_by(Person.id)] == ["张三", "李四"]
