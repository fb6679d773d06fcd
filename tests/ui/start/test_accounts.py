"""Who may open the archive."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from models.office import roles
from tests.ui.archives import LIGHT, OTHER, OTHER_PASSWORD, PASSWORD, USER, closed, new_archive  # noqa: F401
from tests.ui.start.conftest import new_password
from ui.forms.small_question import Asking
from ui.start import account_acts
from ui.start.account_owners import AddAccount
from ui.start.accounts import AccountsDialog, NewCodeDialog


@pytest.fixture
def dialog(signed_in, qtbot):
    made = AccountsDialog(signed_in)
    qtbot.addWidget(made)
    made.show()
    return made


def names(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog, user):
    for row in range(dialog.list.count()):
        if dialog.list.item(row).data(Qt.ItemDataRole.UserRole) == user:
            dialog.list.setCurrentRow(row)


def test_all_users_are_listed_and_one_knows_oneself(dialog):
    assert names(dialog) == [f"{USER}（您）　管理员", f"{OTHER}　管理员　待确认，暂与“{USER}”算同一个人"]
    assert dialog.chosen() == USER


def test_nobody_removes_oneself(dialog):
    assert not dialog.remove_button.isEnabled()
    assert "由别的用户来删除" in dialog.remove_button.toolTip()
    choose(dialog, OTHER)
    assert dialog.remove_button.isEnabled()
    assert dialog.password_button.text() == "重设密码…"


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
    assert names(dialog)[-1] == f"赵六　录入　赵六　待确认，暂与“{USER}”算同一个人"
    assert dialog.said.text() == "已增加用户“赵六”，角色是录入"
    choose(dialog, "赵六")
    dialog.remove_button.click()
    assert names(dialog) == [f"{USER}（您）　管理员", f"{OTHER}　管理员　待确认，暂与“{USER}”算同一个人"]
    assert dialog.said.text() == "已删除用户“赵六”"


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
    assert names(dialog)[-1].startswith(f"{OTHER}　录入")
    assert roles.role_of(OTHER) == "录入"
    roles.give(OTHER, "管理员", USER)
    roles.give(USER, "审批", OTHER)
    dialog.reload()
    choose(dialog, OTHER)
    buttons = dialog.add_button, dialog.role_button, dialog.remove_button, dialog.code_button
    assert not any(button.isEnabled() for button in buttons)
    choose(dialog, USER)
    assert dialog.password_button.isEnabled()  # one's own password always
    assert not dialog.role_button.isEnabled()
