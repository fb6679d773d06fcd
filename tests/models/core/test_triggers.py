"""The triggers keep the journal whatever writes: all of them stand, and they say what changed and whose file it is in."""

from __future__ import annotations

import json

import pytest
from peewee import IntegrityError

from models import records
from models.core import journal, triggers
from models.core.journal import Change
from models.core.record import db
from models.people.identity import Identity
from models.people.person import Person
from tests.conftest import USER


def standing():
    return dict(db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())


def newest():
    return Change.select().order_by(Change.id.desc()).first()


def test_what_is_missing_or_other_than_wanted_is_made_and_the_rest_left(archive):
    whole = standing()
    name = "person_journal_update"
    db.execute_sql(f'DROP TRIGGER "{name}"')
    db.execute_sql("CREATE TRIGGER stray AFTER INSERT ON person BEGIN SELECT 1; END")
    db.execute_sql("DROP TRIGGER person_journal_delete")
    db.execute_sql("CREATE TRIGGER person_journal_delete AFTER DELETE ON person BEGIN SELECT 2; END")
    triggers.put_right(whole)
    assert standing() == whole


def test_before_a_step_changes_tables_no_trigger_stands(archive):
    whole = standing()
    with db.atomic():
        triggers.drop_all(db)
        assert standing() == {}
        records.install_triggers()
    assert standing() == whole


@pytest.mark.parametrize("sql", ["UPDATE entry SET user = '别人'", "DELETE FROM entry", "UPDATE change SET after = '{}'", "DELETE FROM change"])  # fmt: skip
def test_nobody_alters_what_the_journal_says(person, sql):
    person()
    with pytest.raises(IntegrityError, match="操作日志只能添加"), journal.entry("改日志", USER):
        db.execute_sql(sql)


def test_a_new_row_tells_only_what_it_says_and_a_deleted_one_too(person):
    someone = person(street="总寨镇")
    made = newest()
    assert made.before is None
    assert {"name": "张三", "street": "总寨镇"}.items() <= json.loads(made.after).items()
    assert not {"community", "died"} & json.loads(made.after).keys()
    with journal.entry("删除", USER):
        someone.delete_instance()
    gone = newest()
    assert gone.after is None
    assert json.loads(gone.before) == json.loads(made.after)


def test_an_update_that_changes_nothing_has_nothing_to_tell(person):
    person(street="总寨镇")
    before = Change.select().count()
    with journal.entry("原样", USER):
        db.execute_sql("UPDATE person SET street = '总寨镇'")
    assert Change.select().count() == before


def test_what_was_known_and_is_no_longer_is_told_as_null(person):
    person(phone="13900000001")
    with journal.entry("去掉", USER):
        db.execute_sql("UPDATE person SET born = NULL")
    assert newest().fields() == ({"born": "1950-06-15"}, {"born": None})


def test_a_row_of_a_person_stands_in_that_person_s_file(identity):
    made = identity()
    change = Change.get(Change.table == "identity")
    assert change.person == Person.get().uid
    with journal.entry("删除", USER):
        Identity.get_by_id(made.id).delete_instance()
    assert newest().person == Person.get().uid
