"""The lock over an open archive."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QPlainTextEdit, QWidget

from models import store
from models.archive import opened
from models.office import settings
from models.office.sign_ins import sign_ins
from tests.ui.archives import LIGHT, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.jobs.session import Session
from ui.start.idle_lock import Cover, IdleLock


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    made.setCentralWidget(QPlainTextEdit())
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.centralWidget().setFocus()
    return made


@pytest.fixture
def lock(tmp_path, window, qtbot):
    """Make the lock of an archive with a password."""
    made = []

    def make(minutes=15.0):
        new_archive(tmp_path / "档案库")
        store.open(tmp_path / "档案库", USER, PASSWORD, LIGHT)
        made.append(IdleLock(Session(), window, minutes))
        return made[0]

    yield make
    for each in made:
        each.stop()


def covered(window):
    covers = [cover for cover in window.findChildren(Cover) if cover.isVisible()]
    return any(cover.geometry() == window.rect() for cover in covers)


def unlock(lock, qtbot, password=PASSWORD):
    lock.form.password.setText(password)
    lock.form.enter()
    qtbot.waitUntil(lambda: lock.form is None or not lock.form.busy())


def test_ctrl_l_covers_the_window_at_once(lock, window, qtbot):
    shut = lock()
    with qtbot.waitSignal(shut.locked_changed) as told:
        qtbot.keyClick(window.centralWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [True]
    assert shut.locked
    assert covered(window)


def test_what_was_being_typed_stays_and_the_cursor_comes_back(lock, window, qtbot):
    shut = lock()
    text = window.centralWidget()
    qtbot.keyClicks(text, "xie dao yi ban")
    shut.lock()
    unlock(shut, qtbot)
    assert not shut.locked
    assert not covered(window)
    assert text.toPlainText() == "xie dao yi ban"
    assert QApplication.focusWidget() is text
    qtbot.keyClicks(text, "...")
    assert text.toPlainText() == "xie dao yi ban..."


def test_only_the_password_of_the_same_user_opens(lock, window, qtbot):
    shut = lock()
    shut.lock()
    unlock(shut, qtbot, "bu dui de mima")
    assert shut.locked
    assert covered(window)
    assert shut.form.user.value() == USER
    assert shut.form.problem.text() == "密码不对。请检查大小写和输入法"
    unlock(shut, qtbot)
    assert not shut.locked
    assert [row.deed for row in sign_ins()][:2] == ["解锁", "没有登录成"]


def test_the_office_says_after_how_many_minutes(lock, qtbot):
    shut = lock(minutes=None)
    assert shut._limit == 15 * 60
    settings.change_office(replace(settings.office(), lock_after="0"), USER)
    shut._session.wrote()
    assert shut._limit == 0
    shut._last = 0
    shut._look()
    assert not shut.locked


def test_the_archive_stays_open_behind_the_lock(lock, qtbot):
    shut = lock()
    shut.lock()
    unlock(shut, qtbot)
    assert opened.opened_archive().user == USER


def test_idle_minutes_lock(lock, qtbot):
    shut = lock(minutes=0.01)
    qtbot.waitUntil(lambda: shut.locked, timeout=5000)


def test_whoever_works_is_not_locked_out(lock, window, qtbot):
    shut = lock(minutes=15)
    for work in (
        lambda: qtbot.keyClicks(window.centralWidget(), "a"),
        lambda: qtbot.mouseClick(window.centralWidget(), Qt.MouseButton.LeftButton),
    ):
        shut._last = 0  # nobody has touched anything since 1970
        work()
        shut._look()
        assert not shut.locked
    shut._last = 0
    shut._look()
    assert shut.locked


def test_every_window_is_covered_and_so_is_one_that_opens_later(lock, window, qtbot):
    other, later = QDialog(window), QWidget()
    for each in (other, later):
        qtbot.addWidget(each)
        QLabel("630103195001010011", each)
        each.resize(300, 200)
    other.show()
    shut = lock()
    shut.lock()
    later.show()
    assert covered(other)
    assert covered(later)
    later.resize(500, 400)
    assert covered(later)
    unlock(shut, qtbot)
    assert not covered(other)
    assert not covered(later)


def test_the_lock_stands_above_a_dialog_that_blocks_the_window(lock, window, qtbot):
    asking = QDialog(window)
    qtbot.addWidget(asking)
    asking.open()
    shut = lock()
    shut.lock()
    assert QApplication.activeModalWidget() is shut._screen
    unlock(shut, qtbot)
    assert asking.isVisible()


def test_escape_opens_nothing(lock, qtbot):
    shut = lock()
    shut.lock()
    qtbot.keyClick(shut._screen, Qt.Key.Key_Escape)
    assert shut.locked
    assert shut._screen.isVisible()


def test_closing_the_lock_by_the_system_opens_nothing(lock, window):
    shut = lock()
    shut.lock()
    shut._screen.close()
    assert shut.locked
    assert covered(window)
    assert shut._screen.isVisible()


def test_somebody_else_signs_in_only_after_a_question(lock, qtbot, boxes):
    shut = lock()
    left = []
    shut.leave_wanted.connect(lambda: left.append(True))
    shut.lock()
    shut.form.leave_button.click()
    assert "没有保存的内容会丢失" in boxes[0]
    assert left == []
    boxes.answer = "关闭并换用户"
    shut.form.leave_button.click()
    assert left == [True]


def test_the_end_of_the_session_ends_the_lock(lock, window):
    shut = lock()
    shut.lock()
    shut.stop()
    assert not shut.locked
    assert not covered(window)


def test_a_practice_archive_is_not_locked(session, window):
    shut = IdleLock(session, window, minutes=0.001)
    assert not shut.action.isEnabled()
    shut.lock()
    assert not shut.locked
    shut.stop()
