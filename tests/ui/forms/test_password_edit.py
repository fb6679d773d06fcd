"""Typing passwords."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from ui.forms.password_edit import NewPassword, PasswordEdit, caps_hint


@pytest.fixture
def edit(qtbot):
    made = PasswordEdit()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def new(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    made = NewPassword(page)
    made.add_to(QFormLayout(page))
    made.set_user("王芳")
    page.show()
    yield made
    page.hide()


def test_a_password_is_dots_until_the_eye_is_clicked(edit):
    edit.setText("石榴")
    assert edit.displayText() != "石榴"
    edit.actions()[0].trigger()
    assert edit.displayText() == "石榴"
    edit.actions()[0].trigger()
    assert edit.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("key", "shift", "locked"),
    [("A", False, True), ("a", True, True), ("a", False, False), ("A", True, False)],
)
def test_the_caps_lock_is_noticed_by_what_it_does(edit, qtbot, key, shift, locked):
    hint = caps_hint(edit)
    qtbot.addWidget(hint)
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    edit.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, key))
    assert hint.isVisible() == locked
    assert "大写锁定" in hint.text()


def test_digits_say_nothing_of_the_caps_lock(edit, qtbot):
    told = []
    edit.caps_lock.connect(told.append)
    qtbot.keyClicks(edit, "123,.")
    assert told == []


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("", "", "请设一个密码"),
        ("123", "", "至少要有8个字符"),
        ("12345678", "12345678", "连续的字符"),
        ("王芳123", "", "至少要有8个字符"),
        ("石榴 窗台 2026", "", "再输一遍"),
        ("石榴 窗台 2026", "石榴 窗台 2027", "不一样"),
        ("石榴 窗台 2026", "石榴 窗台 ２０２６", ""),  # full-width digits of an input method are the same
        ("石榴 窗台 2026", "石榴 窗台 2026", ""),
    ],
)
def test_what_speaks_against_a_new_password_is_said(new, first, second, said):
    new.first.setText(first)
    new.second.setText(second)
    assert said in new.fault()
    assert bool(said) == bool(new.fault())


def test_while_typing_only_what_is_wrong_already_is_said(new):
    new.first.setText("石榴 窗台 2026")
    assert new.hint.text().startswith("至少8个字符")
    new.second.setText("石榴 窗")
    assert new.hint.text().startswith("至少8个字符")
    new.second.setText("石榴 台")
    assert new.hint.text() == "两次输入的密码不一样"
    new.second.setText("石榴 窗台 2026")
    assert new.hint.text() == "密码可以用，两次一样"


def test_enter_goes_on_and_at_the_end_is_told(new, qtbot):
    entered = []
    new.entered.connect(lambda: entered.append(True))
    new.first.window().activateWindow()
    new.first.setFocus()
    qtbot.keyClick(new.first, Qt.Key.Key_Return)
    assert new.second.hasFocus()
    assert entered == []
    qtbot.keyClick(new.second, Qt.Key.Key_Return)
    assert entered == [True]
