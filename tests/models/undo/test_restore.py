from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.people.person import FamilyMember, Person
from models.undo import restore
from tests.conftest import USER


def changed(someone, **facts):
    with journal.entry("修改", USER):
        for name, value in facts.items():
            setattr(someone, name, value)
        someone.save()
    return journal.history_of(someone.uid)[-1][1]


def test_one_field_goes_back_and_the_others_stay(person):
    someone = person(phone="13900001234", residence="总寨镇1号")
    change = changed(someone, phone="13900005678", residence="总寨镇2号", born=PartDate(1950))

    entry = restore.restore_field(change, "phone", USER)

    now = Person.get_by_id(someone.id)
    assert (now.phone, now.residence, now.born) == ("13900001234", "总寨镇2号", PartDate(1950))
    assert entry.title == "恢复张三的“联系电话”"
    assert entry.user == USER

    restore.restore_field(change, "born", USER)
    assert Person.get_by_id(someone.id).born == PartDate(1950, 6, 15)


def test_a_field_goes_back_over_later_changes_too(person):
    someone = person(phone="1")
    first = changed(someone, phone="2")
    changed(someone, phone="3")
    restore.restore_field(first, "phone", USER)
    assert Person.get_by_id(someone.id).phone == "1"


def test_what_is_so_already_is_not_restored(person):
    someone = person(phone="1")
    change = changed(someone, phone="2")
    restore.restore_field(change, "phone", USER)
    entries = journal.Entry.select().count()
    with pytest.raises(Refusal, match="不需要恢复"):
        restore.restore_field(change, "phone", USER)
    assert journal.Entry.select().count() == entries


def test_a_number_that_somebody_else_has_by_now_does_not_come_back(person):
    someone = person()
    old = someone.number
    change = changed(someone, number=person().number[:-4] + "9992")
    person(number=old, name="李四")
    with pytest.raises(Invalid, match="已有档案"):
        restore.restore_field(change, "number", USER)


def family(someone, name="王五"):
    with journal.entry("登记", USER):
        return FamilyMember.create(person=someone, name=name, relation="子", born=PartDate(1980))


def deleted(record, someone):
    with journal.entry("删除", USER):
        record.delete_instance()
    return journal.history_of(someone.uid)[-1][1]


def test_a_deleted_record_comes_back_as_it_was(person):
    someone = person()
    member = family(someone)
    entry = restore.bring_back(deleted(member, someone), USER)
    back = someone.family.get()
    assert (back.name, back.born, back.uid) == ("王五", PartDate(1980), member.uid)
    assert entry.title == "恢复张三的一条已删除的记录"


def test_a_deleted_record_comes_back_even_when_its_place_was_taken(person):
    someone = person()
    change = deleted(family(someone), someone)
    family(someone, "赵六")
    restore.bring_back(change, USER)
    assert sorted(member.name for member in someone.family) == ["王五", "赵六"]
    with pytest.raises(Refusal, match="不需要恢复"):
        restore.bring_back(change, USER)


def test_a_field_of_a_deleted_record_waits_for_the_record(person):
    someone = person()
    member = family(someone)
    with journal.entry("修改", USER):
        member.name = "王武"
        member.save()
    change = journal.history_of(someone.uid)[-1][1]
    deleted(member, someone)
    with pytest.raises(Refusal, match="先恢复整条记录"):
        restore.restore_field(change, "name", USER)
