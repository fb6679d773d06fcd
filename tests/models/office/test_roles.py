"""Who may do what: asked for at the journal's own door, so that no way around leads past it."""

from __future__ import annotations

import pytest

from models import records
from models.core import journal, record
from models.core.journal import Entry
from models.core.record import Refusal
from models.core.rights import NO_RIGHT
from models.imports import own_headings
from models.imports.evidence.taught import OF_ROSTER, TableForm
from models.office import roles, settings
from models.office.roles import Role
from models.office.settings import Setting
from models.people.materials import Material
from models.people.person import Person
from models.undo import undo

ADMIN, CLERK = "局长", "小李"


@pytest.fixture
def clerk(archive):
    """Give the clerk a role."""

    def make(role):
        roles.give(CLERK, role, ADMIN)
        return CLERK

    return make


def test_an_account_without_a_role_is_an_administrator_as_all_were_before(archive):
    assert roles.role_of("任何人") == roles.ADMIN
    assert all(roles.may("任何人", right) for right in ("登记", "档案", "审核", "审批", "设置", "用户"))


def test_who_may_only_look_writes_nothing(clerk, person):
    someone, looker = person(), clerk("查询")
    someone.name = "李四"
    with pytest.raises(Refusal, match="小李”的角色是查询"), journal.entry("修改", looker):
        someone.save()
    assert Person.get_by_id(someone.id).name == "张三"
    assert Entry.select().where(Entry.title == "修改").count() == 0


def test_who_keeps_papers_writes_papers_only(clerk, person):
    someone, keeper = person(), clerk("档案")
    with journal.entry("登记材料", keeper):
        Material(person=someone, title="退伍证", number=1).save()
    someone.notes = "备注"
    with pytest.raises(Refusal, match="登记"), journal.entry("修改", keeper):
        someone.save()


def test_nobody_gives_himself_a_role_in_any_spelling(clerk):
    clerk("录入")
    for user in (CLERK, "小 李"):
        with pytest.raises(Refusal, match="用户"):
            roles.give(CLERK, "管理员", user)
    assert roles.role_of("小　李") == "录入"


def test_turning_the_entry_back_that_took_a_right_away_is_refused_too(clerk):
    clerk("查询")
    entry = Entry.select().order_by(Entry.number.desc()).first()
    with pytest.raises(Refusal, match="不能办理"):
        undo.undo(entry.number, CLERK)
    assert roles.role_of(CLERK) == "查询"
    undo.undo(entry.number, ADMIN)
    assert roles.role_of(CLERK) == roles.ADMIN


def test_an_administrator_stays_one_until_another_says_otherwise(archive):
    with pytest.raises(Refusal, match="自己的管理员角色"):
        roles.give(ADMIN, "查询", ADMIN)
    roles.give(ADMIN, "录入", "副局长")
    assert roles.role_of(ADMIN) == "录入"


def test_every_change_of_a_role_is_in_the_journal(clerk):
    clerk("录入")
    clerk("审核")
    titles = [each.title for each in Entry.select().where(Entry.title.startswith("设定角色"))]
    assert titles == ["设定角色：小李为录入", "设定角色：小李为审核"]
    assert Role.select().count() == 1
    assert journal.chain_faults() == []


def test_a_role_that_is_none_is_refused(archive):
    with pytest.raises(Refusal, match="没有“厅长”"):
        roles.give(CLERK, "厅长", ADMIN)


def test_a_role_belongs_to_somebody(archive):
    with pytest.raises(Refusal, match="请选择用户"):
        roles.give("", "录入", ADMIN)


def test_who_lacks_a_right_is_told_by_whom_it_is_done(clerk):
    checker = clerk("审核")
    roles.require(checker, "审核", "审核批次")
    with pytest.raises(Refusal) as refused:
        roles.require(checker, "审批", "审批批次")
    assert str(refused.value) == "审批批次，“小李”的角色是审核，不能办理；请由审批、管理员办理"
    with pytest.raises(Refusal, match="这一项需要“用户”权限，“小李”的角色是审核，不能办理；请由管理员办理"):
        roles.require(checker, "用户")


def test_a_role_says_what_it_is_called_and_what_it_means():
    role = roles.rights_by_role()["审核"]
    assert (role.name, role.rights) == (
        "审核",
        {"查看", "打印", "导出", "账号", "备份", "登记", "档案", "审核"},
    )
    assert role.words.startswith("录入的全部，另外签署")


def test_of_two_rights_that_are_lacking_always_the_same_is_named(clerk):
    looker = clerk("查询")
    both = Setting(name="name", value="别的单位"), Setting(name=own_headings.OWN_HEADINGS, value="{}")
    with pytest.raises(Refusal, match="“登记”权限"), journal.entry("设置", looker):
        record.insert_all(Setting, both)


def test_a_clerk_learns_headings_in_passing_and_sets_nothing_up(clerk):
    writer = clerk("录入")
    for heading, field in (("身份证号(本人)", "person.number"), ("住处", "person.residence")):
        with journal.entry("导入", writer):
            own_headings.remember({TableForm.of(OF_ROSTER, ["姓名", heading]): {1: field}})
    with pytest.raises(Refusal, match="设置"):
        settings.change_office(settings.Office(name="别的单位"), writer)
    settings.change_office(settings.Office(name="别的单位"), ADMIN)
    with pytest.raises(Refusal, match="设置"):
        settings.change_office(settings.Office(name="又一个单位"), writer)


def test_what_is_written_of_each_kind_needs_a_right_that_some_role_has():
    known = {model._meta.table_name for model in records.RECORDS}
    assert set(roles.ASKED) <= known
    given = roles.rights_by_role()[roles.ADMIN].rights
    assert {model.RIGHT for model in records.RECORDS} <= given | {NO_RIGHT}
