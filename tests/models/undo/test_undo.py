"""Turning back: whole, once, and never under something that stands on it."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.journal import Entry
from models.core.record import Refusal
from models.people.identity import Identity
from models.people.person import FamilyMember, Person
from models.undo.undo import undo


def latest() -> int:
    return int(Entry.select().order_by(Entry.number.desc()).first().number)


def test_a_new_record_goes_away(person):
    person()
    entry = undo(latest(), "李敏")
    assert Person.select().count() == 0
    assert (entry.title, entry.user, entry.undoes) == ("撤销第1条：登记", "李敏", 1)
    assert journal.chain_faults() == []


def test_a_changed_field_comes_back(person):
    someone = person(phone="13900000001", born=PartDate(1950, 6))
    with journal.entry("改", "李敏"):
        someone.phone, someone.born = "13900000002", None
        someone.save()
    undo(latest(), "李敏")
    again = Person.get()
    assert (again.phone, again.born) == ("13900000001", PartDate(1950, 6))


def test_a_deleted_record_comes_back_whole(person):
    someone = person()
    with journal.entry("家庭", "李敏"):
        FamilyMember(person=someone, name="李四", relation="妻子").save()
    member = FamilyMember.get()
    with journal.entry("删除", "李敏"):
        member.delete_instance()
    undo(latest(), "李敏")
    assert FamilyMember.get().__data__ == member.__data__


def test_what_was_turned_back_can_be_done_again(person):
    person(name="张三")
    undo(1, "李敏")
    undo(2, "李敏")
    assert Person.get().name == "张三"
    undo(1, "李敏")
    assert Person.select().count() == 0


def test_an_entry_is_turned_back_once(person):
    person()
    undo(1, "李敏")
    with pytest.raises(Refusal, match="已由第2条撤销"):
        undo(1, "李敏")


def test_a_later_change_stands_in_the_way(person):
    someone = person()
    with journal.entry("改", "李敏"):
        someone.phone = "13900000002"
        someone.save()
    with pytest.raises(Refusal, match="请先撤销第2条"):
        undo(1, "李敏")
    assert Person.get().phone == "13900000002"
    undo(2, "李敏")
    undo(1, "李敏")
    assert Person.select().count() == 0


def test_changes_of_other_fields_do_not_stand_in_the_way(person):
    someone = person(phone="1390000001")
    for field, value in (("phone", "13900000002"), ("street", "总寨镇")):
        with journal.entry("改", "李敏"):
            setattr(someone, field, value)
            someone.save()
    undo(2, "李敏")
    again = Person.get()
    assert (again.phone, again.street) == ("1390000001", "总寨镇")


def test_a_later_record_stands_in_the_way(person, identity):
    identity(person())
    with pytest.raises(Refusal, match="后来有1次操作建立在它上面：第2条“登记身份”"):
        undo(1, "李敏")
    assert Identity.select().count() == 1


def test_there_must_be_such_an_entry(archive):
    with pytest.raises(Refusal, match="没有第7条操作日志"):
        undo(7, "李敏")
