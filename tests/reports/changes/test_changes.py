"""The journal of one person in words."""

from __future__ import annotations

import json

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.journal import Change
from models.core.record import Paper
from models.pay.grants.grants import Grant
from models.people.attachments import Attachment
from models.people.identity import BankAccount, Identity
from models.people.person import FamilyMember, Person
from models.records import RECORDS
from reports.changes import changes
from reports.changes.changed_words import ChangeWords
from reports.person import gathering
from tests.conftest import USER


def _papers(model, half="ab"):
    return {f.column_name: half * 32 for f in model._meta.sorted_fields if isinstance(f, Paper)}


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
    assert (item.entry.user, item.column, item.noun, item.restorable) == (USER, "born", "人员信息", True)


def test_what_is_kept_as_a_hash_is_not_shown_as_one(person):
    someone = person()
    with journal.entry("更换照片", USER):
        Person.update(photo="ab" * 32).execute()
    assert told(someone)[0] == ("照片", "", "（照片）")


@pytest.mark.parametrize(
    "model", [model for model in RECORDS if _papers(model)], ids=lambda model: model.__name__
)
def test_a_paper_that_changed_is_told_by_what_it_is(model):
    change = Change(before=json.dumps(_papers(model, "ab")), after=json.dumps(_papers(model, "cd")))
    told = list(ChangeWords().fields(model, change))
    assert told
    assert all(each.after == f"（{each.label}）" for each in told)


def test_each_kind_of_record_is_called_by_its_own_noun(identity):
    made = identity()
    with journal.entry("核定", USER):
        Grant(person=made.person, identity=made, begins=PartDate(2020, 1), basis="批复").save()
    assert told(made.person)[0] == (
        "登记待遇核定“2020年1月”",
        "",
        "优抚身份 参战退役人员；核定起发月份 2020年1月；依据 批复",
    )


def test_a_link_is_told_by_the_name_of_what_it_points_to(identity):
    made = identity()
    with journal.entry("登记", USER):
        other = Identity.create(person=made.person, kind="三属", state="享受待遇")
        account = BankAccount.create(person=made.person, bank="农行", account="62284800", identity=made)
    with journal.entry("改为另一身份的账户", USER):
        account.identity = other
        account.save()
    assert told(made.person)[0] == ("发放账户“农行”·优抚身份", "参战退役人员", "三属")
    assert gathering.file_of(made.person).changes[-1][2:5] == ("发放账户·优抚身份", "参战退役人员", "三属")


def test_an_attachment_tells_no_uid_and_no_table(person):
    someone = person()
    with journal.entry("附上", USER):
        Attachment.create(
            owner_table="person", owner=someone.uid, person=someone, sha256="ab" * 32, file_name="一.jpg"
        )
    assert told(someone)[0] == ("登记附件“一.jpg”", "", "原文件名 一.jpg")


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
