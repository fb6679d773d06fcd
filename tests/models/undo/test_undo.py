"""Turning back: whole, once, and never under something that stands on it."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.journal import Entry
from models.core.record import Refusal
from models.people.identity import BankAccount, Identity
from models.people.person import FamilyMember, Person
from models.transfers.transfer import HandedVolume, Transfer, remember_transfer
from models.undo.kept import kept_by
from models.undo.undo import LaterWork, redoing, undo, undoing
from reports.changes.kept_words import kept_words
from tests import factories


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


@pytest.fixture
def imported(take_in, tmp_path):
    """An import that makes 李四 new and changes 张三's phone and street."""
    own = {
        "身份证号": factories.citizen_number(),
        "银行账号": factories.card_number(7),
        "生活补助证编号": "青战00007",
    }
    before = {"联系方式(手机)": "13900000001", "所属街道(镇)": "旧镇"}
    take_in(factories.roster(tmp_path / "上年.xlsx", factories.combatant("张三", **own, **before)))
    rows = factories.combatant("张三", **own), factories.combatant("李四")
    take_in(factories.roster(tmp_path / "花名册.xlsx", *rows))
    return latest()


def change(name, **facts):
    with journal.entry(f"修改{name}", "李敏"):
        Person.update(**facts).where(Person.name == name).execute()


def test_an_import_is_undone_but_what_was_edited_since_is_kept_and_named(imported):
    change("张三", phone="13911112222")
    edit = latest()
    undone = finish(undoing(imported, "王芳"))
    (zhang,) = Person.select()
    assert (zhang.phone, zhang.street) == ("13911112222", "旧镇")
    assert Identity.select().count() == 1
    ((kept, columns, by),) = undone.kept
    assert (kept.person, columns, by.number) == (zhang.uid, ("phone",), edit)
    (words,) = kept_words(Entry.get_by_id(imported), kept_by(undone.entry))  # told at any later time
    assert (words.name, words.label) == ("张三", "联系电话")
    assert words.why.startswith("李敏")
    assert "改过（第3条“修改张三”），保留" in words.why
    finish(redoing(imported, "王芳"))
    assert {(p.name, p.phone, p.street) for p in Person.select()} == {
        ("张三", "13911112222", "总寨镇"),
        ("李四", "13900001234", "总寨镇"),
    }


def test_somebody_new_who_was_worked_on_since_is_kept_with_all_that_came_with_the_import(imported):
    someone = Person.get(Person.name == "李四")
    with journal.entry("登记家庭成员", "李敏"):
        FamilyMember(person=someone, name="王五", relation="妻子").save()
    finish(undoing(imported, "王芳"))
    assert [each.kind for each in someone.identities] == ["参战退役人员"]
    assert FamilyMember.get().person == someone
    assert Person.get(Person.name == "张三").phone == "13900000001"


def test_later_work_is_named_to_the_last_and_undone_along(person, identity):
    someone = person()
    made = identity(someone)
    with journal.entry("登记账号", "李敏"):
        BankAccount(person=someone, identity=made, bank="青海银行", account=factories.card_number(1)).save()
    with pytest.raises(LaterWork, match="请先撤销第3条") as refused:
        undo(1, "王芳")
    assert [each.number for each in refused.value.later] == [3, 2]
    assert latest() == 3
    undone = finish(undoing(1, "王芳", with_later=True))
    assert [each.title for each in undone.along] == [
        "撤销第3条：登记账号（随第1条）",
        "撤销第2条：登记身份（随第1条）",
    ]
    assert Person.select().count() == 0
    for number in (1, 2, 3):
        finish(redoing(number, "王芳"))
    assert BankAccount.get().identity == made
    assert journal.chain_faults() == []


def test_what_was_deleted_comes_back_though_another_came_since(person):
    first = person(name="甲")
    uid, id_ = first.uid, first.id
    with journal.entry("删除", "李敏"):
        first.delete_instance()
    assert person(name="乙").id == id_ + 1
    undo(2, "李敏")
    assert (Person.get(Person.name == "甲").uid, Person.get(Person.name == "甲").id) == (uid, id_)


def test_what_was_handed_over_is_not_taken_back(person):
    volume = HandedVolume(person().id, "一.pdf", "0" * 64, 6, 0)
    with journal.entry("归档移交", "李敏"):
        remember_transfer(Transfer(day=PartDate(2020, 8, 3), receiver="区档案馆"), [volume])
    with pytest.raises(Refusal, match=r"已经移交的案卷不能撤销：.*再移交一次"):
        undo(latest(), "李敏")


def test_what_an_undone_import_kept_does_not_lock_what_was_before_it(imported):
    change("张三", phone="13911112222")
    finish(undoing(imported, "王芳"))
    with pytest.raises(LaterWork) as refused:
        undo(1, "王芳")
    assert [each.number for each in refused.value.later] == [4, 3, 2]
    finish(undoing(1, "王芳", with_later=True))
    assert Person.select().count() == 0
