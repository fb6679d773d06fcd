"""The change register: what an archive keeps of the changes of one person."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.identity import BankAccount, IdentityState
from models.people.materials import Material
from models.people.person import FamilyMember
from reports.person import gathering

USER = "王芳"


def changes(someone):
    return [(c.field, c.before, c.after, c.title, c.paper) for c in gathering.file_of(someone).changes]


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("导入2020年花名册.xlsx：新增3，变更681", "据上报名册更正"),
        ("读入回盘：2020年1月 定期抚恤补助（202001-1）：成功659人，失败0人", ""),
        ("建立演练库：681人", ""),
        ("撤销第12条：导入名单.xls：变更5", "据上报名册更正"),
        ("修改张三的基本信息", ""),
        ("本人申请更正", "本人申请更正"),
        ("核对 名单2020.csv", ""),
    ],
)
def test_no_import_no_file_no_run_and_nobody_elses_count_is_told(person, title, reason):
    someone = person()
    with journal.entry(title, USER):
        someone.phone = "13812345678"
        someone.save()
    if "撤销" in title:
        reason = "更正误登"
    assert changes(someone) == [("联系电话", "", "13812345678", reason, "")]


def test_payments_and_papers_are_no_changes_of_the_person_but_the_paper_is_named(person):
    someone = person(residence="旧址1号")
    with journal.entry("迁居", USER):
        someone.residence = "新址2号"
        someone.save()
        Material(person=someone, title="户口簿复印件").save()
    assert changes(someone) == [("实际居住地址", "旧址1号", "新址2号", "迁居", "户口簿复印件")]


def test_a_new_account_stands_beside_the_one_that_it_takes_the_place_of(person):
    someone = person()
    old = BankAccount(person=someone, bank="农行", account="6228480000000000001")
    with journal.entry("换卡", USER):
        old.save()
    with journal.entry("换卡", USER):
        old.until = PartDate(2020, 5)
        old.save()
        BankAccount(person=someone, bank="农行", account="6228480000000000002").save()
    file = gathering.file_of(someone)
    assert [(c.field, c.before, c.after) for c in file.changes] == [
        ("银行账号", "", "6228480000000000001"),
        ("银行账号", "6228480000000000001", "6228480000000000002"),
    ]
    assert all("6228480000000000001" not in c.before for c in file.masked().changes)


def test_a_change_of_state_gives_its_reason_to_what_changed_with_it(identity):
    made = identity()
    with journal.entry("变更张三的参战退役人员状态", USER):
        made.state, made.notes = "停发", "已迁出"
        made.save()
        IdentityState(identity=made, person=made.person, state="停发", reason="户籍迁出").save()
    told = changes(made.person)
    assert ("优抚身份·备注", "", "已迁出", "户籍迁出", "") in told
    assert not [each for each in told if "状态" in each[0]]  # it stands among the states


def test_a_member_of_the_family_is_told_without_what_is_secret(person):
    someone = person()
    with journal.entry("登记张三的家庭成员", USER):
        FamilyMember(person=someone, relation="妻", name="李秀英", number="630103195503120025").save()
    assert changes(someone) == [("家庭成员", "", "妻 李秀英", "", "")]


def test_what_no_officer_can_read_and_what_the_program_numbers_is_not_told(person):
    someone = person()
    with journal.entry("编号", USER):
        someone.photo, someone.file_no, someone.volume = "0" * 64, "6301030100001", 7
        someone.save()
    assert changes(someone) == []
