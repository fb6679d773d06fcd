"""What is done with accounts: each asks for the password of whoever acts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from models.archive.keys import Keys
from models.archive.wrong_passwords import Patience
from models.core.record import Refusal
from models.office import accounts
from models.office.officers import same_officer
from tests.ui.archives import LIGHT, OTHER, OTHER_PASSWORD, PASSWORD, USER, closed, new_archive  # noqa: F401
from tests.ui.start.conftest import NEW, new_password
from ui.start.account_acts import ChangePassword, RemoveAccount, RenewCode, ResetPassword
from ui.start.account_owners import AddAccount, ConfirmAccount, SayOwner
from ui.start.departure import DepartureDialog


def test_a_new_user_signs_in(signed_in, carry_out):
    act = new_password(AddAccount(signed_in))
    act.user.setText("赵六")
    act.owner.post.setText("干事")
    assert carry_out(act).result() == QDialog.DialogCode.Accepted
    assert Keys.unlock(signed_in.folder, "赵六", NEW, LIGHT).user == "赵六"
    assert accounts.owner_of("赵六").told() == "赵六（干事）"
    assert same_officer("赵六", USER)  # until another administrator confirms


def test_a_name_that_is_taken_is_refused(signed_in, carry_out):
    act = new_password(AddAccount(signed_in))
    act.user.setText(OTHER)
    assert carry_out(act).problem.text() == f"已有用户“{OTHER}”，请换一个用户名"
    assert act.isVisible()


def test_every_act_asks_for_the_password_of_whoever_acts(signed_in, carry_out):
    act = carry_out(RemoveAccount(signed_in, OTHER), own="bu dui de mima")
    assert act.problem.text() == f"{USER}现在的密码不对，没有更改"
    assert OTHER in signed_in.archive.keys.accounts()
    for _ in range(2):
        carry_out(act, own="bu dui de mima")
    act.own.setText(PASSWORD)
    act.accept()  # too early: three wrong passwords must be waited for
    assert act.problem.text().startswith("请等")


def test_without_a_password_nothing_is_tried(signed_in, carry_out):
    assert carry_out(RenewCode(signed_in), own="").problem.text() == f"请输入{USER}现在的密码"


def test_ones_own_password_is_changed(signed_in, carry_out):
    carry_out(new_password(ChangePassword(signed_in)))
    assert Keys.unlock(signed_in.folder, USER, NEW, LIGHT).user == USER
    with pytest.raises(Refusal):
        Keys.unlock(signed_in.folder, USER, PASSWORD, LIGHT)


def test_a_weak_new_password_is_refused(signed_in, carry_out):
    act = carry_out(new_password(ChangePassword(signed_in), "12345678"))
    assert "连续的字符" in act.new.hint.text()  # where it is typed, and not once more below
    assert (act.problem.text(), act.outcome) == ("", None)


def test_a_colleagues_forgotten_password_is_reset(signed_in, carry_out):
    carry_out(new_password(ResetPassword(signed_in, OTHER)))
    assert Keys.unlock(signed_in.folder, OTHER, NEW, LIGHT).user == OTHER


def test_a_removed_user_is_let_in_no_more(signed_in, carry_out):
    carry_out(RemoveAccount(signed_in, OTHER))
    with pytest.raises(Refusal):
        Keys.unlock(signed_in.folder, OTHER, OTHER_PASSWORD, LIGHT)


def test_the_last_user_is_never_removed(signed_in, carry_out):
    carry_out(RemoveAccount(signed_in, OTHER))
    assert "最后一个用户" in carry_out(RemoveAccount(signed_in, USER)).problem.text()


def test_a_new_recovery_code_ends_the_old_one(signed_in, carry_out, code):
    act = carry_out(RenewCode(signed_in))
    Keys.recover(signed_in.folder, act.outcome, LIGHT)
    with pytest.raises(Refusal, match="不是这个档案库现在的恢复码"):
        Keys.recover(signed_in.folder, code, LIGHT)


def test_wrong_passwords_count_with_those_of_signing_in(signed_in, carry_out):
    carry_out(RenewCode(signed_in), own="bu dui de mima")
    assert Patience(signed_in.folder).count() == 1
    carry_out(RenewCode(signed_in))
    assert Patience(signed_in.folder).count() == 0


def test_whose_an_account_is_must_be_said(signed_in, carry_out):
    carry_out(SayOwner(signed_in, OTHER))
    act = new_password(AddAccount(signed_in))
    act.user.setText("建国二号")
    assert "请选择这是谁的用户" in carry_out(act).problem.text()
    act.owner.whose.set_value(OTHER)
    carry_out(act)
    assert same_officer("建国二号", OTHER)


def test_nobody_confirms_what_he_made_himself_without_the_envelope(signed_in, carry_out, code):
    act = carry_out(ConfirmAccount(signed_in, OTHER, USER))
    assert "算同一个人" in act.problem.text()
    act.code.setText(code)
    carry_out(act)
    assert not same_officer(OTHER, USER)


def test_a_colleague_leaves_and_is_let_in_no_more(signed_in, carry_out):
    act = carry_out(DepartureDialog(signed_in, OTHER))
    assert act.outcome == 0
    assert signed_in.archive.keys.accounts() == [USER]
