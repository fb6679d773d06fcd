"""A plan before it is written: what an officer decided of its proposals goes in with it, and what it is called."""

from __future__ import annotations

import pytest

from models.core.jobs import finish
from models.imports import imports
from models.people.findings import Settlement
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.person import Person
from tests.conftest import USER
from tests.factories import card_number, citizen_number, workbook

HEADING = ["姓名", "身份证号", "优抚对象状态", "银行账号", "开户银行", "民族"]
FIRST, OTHER = card_number(1), card_number(2)


@pytest.fixture
def proposed(take_in, tmp_path):
    """Take in a roster, plan one that says otherwise, and decide of the proposals of a field."""

    def run(decide, before, after, field):
        number = citizen_number()
        take_in(workbook(tmp_path / "a.xlsx", {"参战": [HEADING, ["甲一", number, *before]]}))
        plan = finish(
            imports.read_workbooks(
                [workbook(tmp_path / "b.xlsx", {"参战": [HEADING, ["甲一", number, *after]]})]
            )
        )
        [proposal] = [each for each in plan.proposals if each.field == field]
        assert (proposal.file, proposal.sheet, proposal.row, proposal.name) == ("b.xlsx", "参战", 2, "甲一")
        setattr(proposal, decide, True)
        finish(imports.apply(plan, USER))
        return plan

    return run


def test_a_state_that_was_taken_from_the_list_goes_into_the_history(proposed):
    plan = proposed("taken", ["停发", FIRST, "", ""], ["享受待遇", FIRST, "", ""], "state")
    assert Identity.get().state == "享受待遇"
    assert [(each.state, each.reason) for each in IdentityState.select().order_by(IdentityState.id)] == [
        ("停发", "导入时的状态"),
        ("享受待遇", "导入变更，经核对采用名单"),
    ]
    assert plan.title() == "导入b.xlsx：核对后采用名单1处"
    assert not plan.partly


def test_what_was_kept_is_not_asked_again(proposed, tmp_path):
    plan = proposed("kept", ["停发", FIRST, "", ""], ["享受待遇", FIRST, "", ""], "state")
    assert Identity.get().state == "停发"
    assert [each.message for each in Settlement.select()] == ["名单上的优抚对象状态“享受待遇”"]
    assert plan.title() == "导入b.xlsx：核对后保留档案1处"
    again = finish(imports.read_workbooks([tmp_path / "b.xlsx"]))
    assert (again.proposals, again.partly, again.title()) == ([], False, "导入b.xlsx：无变化")


def test_what_was_not_decided_stays_and_is_asked_again(take_in, proposed, tmp_path):
    plan = proposed("row", ["停发", FIRST, "", ""], ["享受待遇", FIRST, "", ""], "state")
    assert (Identity.get().state, Settlement.select().count(), plan.partly) == ("停发", 0, True)
    assert len(finish(imports.read_workbooks([tmp_path / "b.xlsx"])).proposals) == 1


def test_an_account_that_was_taken_ends_the_one_before_it_with_its_bank(proposed):
    """What a list proposed of an account was told, and nobody could decide it."""
    proposed(
        "taken", ["享受待遇", FIRST, "青海银行", ""], ["享受待遇", "待核实账号", "农商银行", ""], "account"
    )
    old, new = BankAccount.select().order_by(BankAccount.id)
    assert (old.account, bool(old.until)) == (FIRST, True)
    assert (new.account, new.bank, new.until, new.identity_id) == (
        "待核实账号",
        "农商银行",
        None,
        Identity.get().id,
    )


def test_another_fact_of_an_account_that_was_taken_is_that_of_the_same_account(proposed):
    proposed("taken", ["享受待遇", FIRST, "青海银行", ""], ["享受待遇", FIRST, "0", ""], "bank")
    [account] = BankAccount.select()
    assert (account.account, account.bank, account.until) == (FIRST, "0", None)


def test_a_fact_of_a_person_that_was_taken_is_his(proposed):
    proposed("taken", ["享受待遇", FIRST, "", "汉族"], ["享受待遇", FIRST, "", "0"], "ethnic")
    assert Person.get().ethnic == "0"


def test_each_file_and_each_sheet_is_a_step_on_the_way(archive, tmp_path):
    file = workbook(tmp_path / "a.xlsx", {"参战": [HEADING], "伤残": [HEADING]})
    steps = list(imports.read_workbooks([file, tmp_path / "无.xlsx"]))
    assert [(each.done, each.total, each.note) for each in steps] == [
        (0, 2, "正在读取a.xlsx"), (1, 2, "正在读取无.xlsx"), (1, 2, "正在核对参战"), (2, 2, "正在核对伤残"),
    ]  # fmt: skip


def test_a_file_that_cannot_be_opened_is_told_by_its_name(archive, tmp_path):
    plan = finish(imports.read_workbooks([tmp_path / "无.xlsx"]))
    [(file, words)] = plan.unread
    assert (file, "找不到" in words, plan.refused) == ("无.xlsx", True, True)
    assert finish(imports.apply(plan, USER)) is None
