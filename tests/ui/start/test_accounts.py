"""Who may open the archive."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from models import store
from models.archive.keys import Keys
from models.core.record import Refusal
from models.office import roles
from tests.ui.archives import LIGHT, OTHER, OTHER_PASSWORD, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.forms.small_question import Asking
from ui.jobs.session import Session
from ui.start import account_acts
from ui.start.account_acts import AddAccount, ChangePassword, RemoveAccount, RenewCode, ResetPassword
from ui.start.accounts import AccountsDialog, NewCodeDialog
from ui.start.wrong_passwords import Patience

NEW = "xin mima 1234"


@pytest.fixture
def code(tmp_path):
    return new_archive(tmp_path / "档案库")


@pytest.fixture
def signed_in(tmp_path, code):
    """王芳's session; 李建国 has an account too."""
    store.open(tmp_path / "档案库", USER, PASSWORD, LIGHT)
    session = Session()
    session.archive.keys.add_account(OTHER, OTHER_PASSWORD)
    return session


@pytest.fixture
def dialog(signed_in, qtbot):
    made = AccountsDialog(signed_in)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def carry_out(qtbot):
    """Give one's own password to an act and wait for what comes of it."""

    def run(act, own=PASSWORD):
        qtbot.addWidget(act)
        act.show()
        act.own.setText(own)
        act.accept()
        qtbot.waitUntil(lambda: not act._working)
        return act

    return run


def new_password(act, password=NEW):
    act.new.first.setText(password)
    act.new.second.setText(password)
    return act


def names(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog, user):
    for row in range(dialog.list.count()):
        if dialog.list.item(row).data(Qt.ItemDataRole.UserRole) == user:
            dialog.list.setCurrentRow(row)


def test_all_users_are_listed_and_one_knows_oneself(dialog):
    assert names(dialog) == [f"{USER}（您）　管理员", f"{OTHER}　管理员"]
    assert dialog.chosen() == USER


def test_nobody_removes_oneself(dialog):
    assert not dialog.remove_button.isEnabled()
    assert "由别的用户来删除" in dialog.remove_button.toolTip()
    choose(dialog, OTHER)
    assert dialog.remove_button.isEnabled()
    assert dialog.password_button.text() == "重设密码…"


def test_a_new_user_signs_in(signed_in, carry_out):
    act = new_password(AddAccount(signed_in))
    act.user.setText("赵六")
    assert carry_out(act).result() == QDialog.DialogCode.Accepted
    assert Keys.unlock(signed_in.folder, "赵六", NEW).user == "赵六"


def test_a_name_that_is_taken_is_refused(signed_in, carry_out):
    act = new_password(AddAccount(signed_in))
    act.user.setText(OTHER)
    assert carry_out(act).problem.text() == f"已有用户“{OTHER}”，请换一个用户名"
    assert act.isVisible()


def test_every_act_asks_for_the_password_of_whoever_acts(signed_in, carry_out):
    act = carry_out(RemoveAccount(signed_in, OTHER), own="bu dui de mima")
    assert act.problem.text() == f"{USER}现在的密码不对，没有更改"
    assert OTHER in signed_in.archive.keys.accounts()
    act.own.setText(PASSWORD)
    act.accept()  # too early: a wrong password must be waited for
    assert act.problem.text().startswith("请等")


def test_without_a_password_nothing_is_tried(signed_in, carry_out):
    assert carry_out(RenewCode(signed_in), own="").problem.text() == f"请输入{USER}现在的密码"


def test_ones_own_password_is_changed(signed_in, carry_out):
    carry_out(new_password(ChangePassword(signed_in)))
    assert Keys.unlock(signed_in.folder, USER, NEW).user == USER
    with pytest.raises(Refusal):
        Keys.unlock(signed_in.folder, USER, PASSWORD)


def test_a_weak_new_password_is_refused(signed_in, carry_out):
    assert "连续的字符" in carry_out(new_password(ChangePassword(signed_in), "12345678")).problem.text()


def test_a_colleagues_forgotten_password_is_reset(signed_in, carry_out):
    carry_out(new_password(ResetPassword(signed_in, OTHER)))
    assert Keys.unlock(signed_in.folder, OTHER, NEW).user == OTHER


def test_a_removed_user_is_let_in_no_more(signed_in, carry_out):
    carry_out(RemoveAccount(signed_in, OTHER))
    with pytest.raises(Refusal):
        Keys.unlock(signed_in.folder, OTHER, OTHER_PASSWORD)


def test_the_last_user_is_never_removed(signed_in, carry_out):
    carry_out(RemoveAccount(signed_in, OTHER))
    assert "最后一个用户" in carry_out(RemoveAccount(signed_in, USER)).problem.text()


def test_a_new_recovery_code_ends_the_old_one(signed_in, carry_out, code):
    act = carry_out(RenewCode(signed_in))
    Keys.recover(signed_in.folder, act.outcome)
    with pytest.raises(Refusal, match="不是这个档案库现在的恢复码"):
        Keys.recover(signed_in.folder, code)


def test_the_new_code_must_be_on_paper_before_it_goes(signed_in, qtbot, boxes, code):
    shown = NewCodeDialog(signed_in, code)
    qtbot.addWidget(shown)
    shown.show()
    assert not shown.done_button.isEnabled()
    shown.reject()
    assert "再也看不到了" in boxes[0]
    assert shown.isVisible()
    shown.code.typed.setText(shown.code.groups[shown.code.asked])
    shown.done_button.click()
    assert not shown.isVisible()


def test_what_was_done_is_said_and_listed(dialog, signed_in, qtbot, monkeypatch):
    def by_hand(act):
        act.own.setText(PASSWORD)
        if isinstance(act, AddAccount):
            act.user.setText("赵六")
            new_password(act)
        act.accept()
        qtbot.waitUntil(lambda: not act._working)
        return act.result()

    monkeypatch.setattr(account_acts.ActDialog, "exec", by_hand)
    dialog.add_button.click()
    assert names(dialog)[-1] == "赵六　录入"
    assert dialog.said.text() == "已增加用户“赵六”，角色是录入"
    choose(dialog, "赵六")
    dialog.remove_button.click()
    assert names(dialog) == [f"{USER}（您）　管理员", f"{OTHER}　管理员"]
    assert dialog.said.text() == "已删除用户“赵六”"


def test_wrong_passwords_count_with_those_of_signing_in(signed_in, carry_out):
    carry_out(RenewCode(signed_in), own="bu dui de mima")
    assert Patience(signed_in.folder).seconds() == 1


def test_a_practice_archive_has_no_users(session, qtbot):
    shown = AccountsDialog(session)
    qtbot.addWidget(shown)
    shown.show()
    assert shown.list.count() == 0
    buttons = (shown.add_button, shown.password_button, shown.remove_button, shown.code_button)
    assert not any(button.isEnabled() for button in buttons)


def test_an_administrator_sets_roles_and_a_clerk_does_not(dialog, signed_in, monkeypatch):
    choose(dialog, OTHER)
    assert dialog.role_button.isEnabled()

    def by_hand(asked):
        asked.show()
        asked.editors["role"].set_value("录入")
        asked.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(Asking, "exec", by_hand)
    dialog.change_role()
    assert names(dialog)[-1] == f"{OTHER}　录入"
    assert roles.role_of(OTHER) == "录入"
    roles.give(USER, "审批", "局长")
    dialog.reload()
    choose(dialog, OTHER)
    buttons = dialog.add_button, dialog.role_button, dialog.remove_button, dialog.code_button
    assert not any(button.isEnabled() for button in buttons)
    choose(dialog, USER)
    assert dialog.password_button.isEnabled()  # one's own password always
    assert not dialog.role_button.isEnabled()
