"""The journal of one person in words."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.people.person import FamilyMember, Person
from reports.person import changes
from tests.conftest import USER


def told(someone):
    return [(item.label, item.before, item.after) for item in changes.items(someone.uid)]


def test_the_newest_comes_first_and_every_field_is_named(person):
    someone = person(phone="1")
    with journal.entry("修改", USER):
        someone.phone, someone.born, someone.alone = "2", PartDate(1950, 6), True
        someone.save()
    assert told(someone)[:3] == [
        ("出生日期", "1950年6月15日", "1950年6月"),
        ("联系电话", "1", "2"),
        ("是否孤老", "", "是"),
    ]
    item = changes.items(someone.uid)[0]
    assert (item.entry.user, item.column, item.noun, item.restorable) == (USER, "born", "基本信息", True)


def test_what_is_kept_as_a_hash_is_not_shown_as_one(person):
    someone = person()
    with journal.entry("更换照片", USER):
        Person.update(photo="ab" * 32).execute()
    assert told(someone)[0] == ("照片", "", "（照片）")


def test_a_record_that_came_or_went_is_summed_up_and_named(person):
    someone = person()
    with journal.entry("登记", USER):
        member = FamilyMember.create(person=someone, name="王五", relation="子")
    with journal.entry("修改", USER):
        FamilyMember.update(phone="13900001234").execute()
    with journal.entry("删除", USER):
        member.delete_instance()
    gone, changed, new, *_ = told(someone)
    assert new == ("登记家庭成员“王五”", "", "关系 子；姓名 王五")
    assert changed == ("家庭成员“王五”·联系电话", "", "13900001234")
    assert gone == ("删除家庭成员“王五”", "关系 子；姓名 王五；联系电话 13900001234", "")
    assert [item.restorable for item in changes.items(someone.uid)][:3] == [True, True, False]


def test_a_record_with_many_fields_says_only_the_first_ones(person):
    someone = person(
        phone="1",
        residence="甲",
        household_address="乙",
        street="丙",
        community="丁",
        notes="戊",
        marital="已婚",
    )
    assert told(someone)[0][2].endswith("……")
