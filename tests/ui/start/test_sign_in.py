"""Signing in to an archive."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.office import signing_in
from tests.ui.archives import LIGHT, OTHER, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.start.sign_in import SignInForm


@pytest.fixture
def form(qtbot, tmp_path):
    folder = tmp_path / "档案库"
    new_archive(folder)

    def make(user=USER, **how):
        made = SignInForm(
            folder, lambda name, password: signing_in.unlocked(folder, name, password, LIGHT), user, **how
        )
        qtbot.addWidget(made)
        made.show()
        made.begin()
        return made

    return make


def try_password(form, qtbot, password):
    form.password.setText(password)
    form.enter()
    qtbot.waitUntil(lambda: not form.busy())


def test_the_right_password_opens(form, qtbot):
    asked = form()
    with qtbot.waitSignal(asked.succeeded) as opened:
        qtbot.keyClicks(asked.password, PASSWORD)
        qtbot.keyClick(asked.password, Qt.Key.Key_Return)
    assert opened.args[0].user == USER
    assert asked.password.text() == ""


def test_the_cursor_stands_where_something_is_missing(form):
    known, unknown = form(), form(user="")
    assert known.focusWidget() is known.password
    assert unknown.focusWidget() is unknown.user


def test_nothing_is_tried_before_both_are_typed(form):
    asked = form()
    asked.enter()
    assert asked.problem.text() == "请输入密码"
    asked.user.clear()
    asked.enter()
    assert asked.problem.text() == "请输入用户名"


def test_a_wrong_password_is_told_without_saying_which_is_wrong(form, qtbot):
    asked = form(user="没有这个人")
    try_password(asked, qtbot, PASSWORD)
    unknown = asked.problem.text()
    asked = form()
    try_password(asked, qtbot, "不对的密码")
    assert asked.problem.text() == unknown == "用户名或密码不对。请检查大小写和输入法"


def test_after_a_wrong_password_the_button_counts_down(form, qtbot):
    asked = form()
    for _ in range(2):
        try_password(asked, qtbot, "不对的密码")
        assert asked.enter_button.isEnabled()  # a slip of the finger or two cost nothing
    try_password(asked, qtbot, "不对的密码")
    assert asked.enter_button.text() == "请等1秒再试"
    assert not asked.enter_button.isEnabled()
    asked.password.setText(PASSWORD)
    asked.enter()  # Enter on the keyboard does not help either
    assert not asked.busy()
    qtbot.waitUntil(asked.enter_button.isEnabled, timeout=3000)
    assert asked.enter_button.text() == "登录"
    with qtbot.waitSignal(asked.succeeded):
        asked.enter()


def test_a_new_window_keeps_the_wait(form, qtbot):
    for _ in range(5):
        form().patience.wrong()
    assert form().enter_button.text() == "请等4秒再试"


def test_who_signed_in_here_before_is_chosen_by_a_key(form, qtbot):
    asked = form(seen=(USER, OTHER))
    assert [button.text() for button in asked.seen.buttons] == [f"1 {USER}", f"2 {OTHER}"]
    asked.seen.buttons[1].click()
    assert asked.user.value() == OTHER
    assert asked.focusWidget() is asked.password
    assert not form(seen=(USER,)).seen.buttons
    assert not form(locked=True, seen=(USER, OTHER)).seen.buttons


def test_many_wrong_passwords_are_counted(form, qtbot):
    asked = form()
    for _ in range(3):
        asked.patience.wrong()
    assert asked._wrong().endswith("已连续3次。每错一次，等待的时间加一倍")


def test_the_window_lives_while_the_password_is_proven(form, qtbot):
    asked = form()
    asked.password.setText(PASSWORD)
    with qtbot.waitSignal(asked.succeeded):
        asked.enter()
        assert asked.busy()
        assert asked.enter_button.text() == "正在核对……"
        assert not asked.leave_button.isEnabled()


def test_what_is_no_matter_of_passwords_is_told_as_it_is(qtbot, tmp_path):
    from models.core.record import Refusal

    def gone(_user, _password):
        raise Refusal("档案库文件 archive.db 已损坏")

    asked = SignInForm(tmp_path, gone, USER)
    qtbot.addWidget(asked)
    try_password(asked, qtbot, PASSWORD)
    assert asked.problem.text() == "档案库文件 archive.db 已损坏"
    assert asked.patience.seconds() == 0


def test_a_locked_window_asks_only_for_the_password(form):
    asked = form(locked=True)
    assert asked.user.isReadOnly()
    assert asked.enter_button.text() == "解锁"
    assert asked.leave_button.text() == "换用户登录…"
    assert not asked.forgotten_button.isVisible()


def test_forgotten_and_back_are_said(form, qtbot):
    asked = form()
    with qtbot.waitSignal(asked.forgotten) as said:
        asked.forgotten_button.click()
    assert said.args == [USER]
    with qtbot.waitSignal(asked.left):
        asked.leave_button.click()
