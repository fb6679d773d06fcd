"""The first window, from choosing an archive to being inside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from models import store
from models.archive import opened
from models.backups import backup
from models.backups.automatic_backup import DAY_END, back_up_to_places
from models.core.jobs import finish
from models.office import accounts, roles
from models.people.person import Person
from tests.ui.archives import LIGHT, OTHER, OTHER_PASSWORD, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.backups.restore_window import LOOKING_FOR_BACKUPS, RestoreWindow
from ui.start.accounts import AccountsDialog
from ui.start.first_steps import FirstSteps
from ui.start.recent_archives import remember_opening
from ui.start.recovery import RecoveryForm
from ui.start.sign_in import SignInForm
from ui.start.window import StartWindow
from ui.widgets import window_memory


@pytest.fixture
def start(qtbot, tmp_path):
    made = StartWindow(tmp_path / "文档", LIGHT, people=6)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def folder(tmp_path):
    """An archive of the office, with a password."""
    new_archive(tmp_path / "资料" / "档案库")
    return tmp_path / "资料" / "档案库"


def form(start, qtbot, kind=SignInForm):
    qtbot.waitUntil(lambda: isinstance(start._form, kind))
    return start._form


def said(start):
    return [card.problem.text() for card in start.recent.cards]


def sign_in(start, qtbot, folder):
    start.choose(folder)
    asked = form(start, qtbot)
    asked.user.setText(USER)
    asked.password.setText(PASSWORD)
    with qtbot.waitSignal(start.signed_in) as done:
        asked.enter()
    return done.args[0]


def test_choosing_signing_in_and_being_inside(start, qtbot, folder):
    session = sign_in(start, qtbot, folder)
    assert (session.folder, session.user) == (folder, USER)
    assert not start.isVisible()
    assert Person.select().count() == 0  # the connection is the window's


def test_an_archive_of_another_pc_is_asked_about_before_anybody_types(start, qtbot, folder, boxes):
    note = folder / "archive.holder"
    note.write_text('{"pc": "财务室", "user": "李明", "process": "7", "since": "2020-08-01 09:30"}', "utf-8")
    start.choose(folder)
    qtbot.waitUntil(lambda: bool(boxes))
    assert "另一台电脑上打开的（电脑“财务室”，系统用户“李明”，2020-08-01 09:30起" in boxes[-1]
    assert note.exists()
    boxes.answer = "那边已关闭，打开"
    sign_in(start, qtbot, folder)
    store.close()
    assert not note.exists()


def test_the_next_time_the_archive_and_the_user_are_known(start, qtbot, folder):
    sign_in(start, qtbot, folder)
    store.close()
    start.reload()
    start.show()
    (card,) = start.recent.cards
    card.open_button.click()
    asked = form(start, qtbot)
    assert asked.user.text() == USER
    assert asked.focusWidget() is asked.password


def test_a_colleague_who_never_signed_in_here_is_a_name_to_choose(start, qtbot, folder):
    session = sign_in(start, qtbot, folder)
    accounts.add_account(session.archive.keys, OTHER, OTHER_PASSWORD, roles.ADMIN, USER)
    AccountsDialog(session).deleteLater()
    store.close()
    start.choose(folder)
    asked = form(start, qtbot)
    assert [button.text() for button in asked.seen.buttons] == [f"1 {USER}", f"2 {OTHER}"]
    asked.seen.buttons[1].click()
    assert asked.user.text() == OTHER
    assert asked.focusWidget() is asked.password


def test_back_shows_the_list_again(start, qtbot, folder):
    start.choose(folder)
    form(start, qtbot).leave_button.click()
    assert start.pages.currentWidget() is start.recent


def test_a_missing_folder_is_told_beside_it_without_being_asked(start, qtbot, tmp_path):
    remember_opening(tmp_path / "拔出的移动盘", USER)
    start.reload()
    qtbot.waitUntil(lambda: "请检查位置是否写对、移动盘是否插好" in said(start)[0])


def test_a_folder_that_is_no_archive_is_told_and_not_remembered(start, qtbot, tmp_path):
    (tmp_path / "照片").mkdir()
    start.choose(tmp_path / "照片")
    qtbot.waitUntil(lambda: said(start) != [])
    assert "不是档案库" in said(start)[0]
    assert window_memory.recent_archives() == []


def test_an_archive_in_use_is_told_before_any_password(start, qtbot, folder):
    with store.session(folder, USER, PASSWORD, LIGHT):
        start.choose(folder)
        qtbot.waitUntil(lambda: said(start) != [])
        assert "正在使用中（电脑“" in said(start)[0]
        assert "请先在那里关闭程序" in said(start)[0]


def test_a_damaged_archive_says_what_to_do(start, qtbot, folder):
    damaged = bytearray((folder / "archive.db").read_bytes())
    damaged[5000] ^= 1
    (folder / "archive.db").write_bytes(damaged)
    start.choose(folder)
    asked = form(start, qtbot)
    asked.user.setText(USER)
    asked.password.setText(PASSWORD)
    asked.enter()
    qtbot.waitUntil(lambda: "已损坏" in asked.problem.text())
    assert "从最近的备份恢复" in asked.problem.text()
    assert opened.opened is None


def test_a_forgotten_password_leads_to_the_recovery_code_and_back(start, qtbot, folder):
    start.choose(folder)
    asked = form(start, qtbot)
    asked.user.setText(USER)
    asked.forgotten_button.click()
    recovery = form(start, qtbot, RecoveryForm)
    assert recovery.user.text() == USER
    recovery.leave_button.click()
    form(start, qtbot)


def test_the_recovery_code_leads_inside(start, qtbot, tmp_path):
    code = new_archive(tmp_path / "档案库")
    start.choose(tmp_path / "档案库")
    form(start, qtbot).forgotten.emit(USER)
    recovery = form(start, qtbot, RecoveryForm)
    recovery.code.setPlainText(code)
    recovery.new.first.setText("kuozi yedeng 1234")
    recovery.new.second.setText("kuozi yedeng 1234")
    with qtbot.waitSignal(start.signed_in) as done:
        recovery.enter()
    assert done.args[0].user == USER


def test_another_folder_is_picked(start, qtbot, folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    start.ways.open_button.click()
    assert form(start, qtbot)


def test_a_folder_is_dragged_in(start, qtbot, folder):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(start.rect().center(), copy, carried, left, none)
    start.dragEnterEvent(entering)
    assert entering.isAccepted()
    start.dropEvent(QDropEvent(QPointF(5, 5), copy, carried, left, none))
    assert form(start, qtbot)


def test_words_dragged_in_are_not_taken(start):
    carried = QMimeData()
    carried.setText("字")
    entering = QDragEnterEvent(
        start.rect().center(),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    start.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_the_practice_archive_is_made_at_the_first_time_and_opened_at_the_next(start, qtbot):
    for _ in range(2):
        with qtbot.waitSignal(start.signed_in, timeout=20_000) as done:
            start.ways.practice_button.click()
        assert done.args[0].practice
        assert Person.select().count() == 6
        store.close()
        start.reload()
        start.show()


def test_a_new_archive_is_proposed_where_there_is_room_and_entered(start, qtbot, tmp_path):
    (tmp_path / "文档" / "优抚一人一档").mkdir(parents=True)
    (tmp_path / "文档" / "优抚一人一档" / "x").touch()
    start.ways.new_button.click()
    (steps,) = start.findChildren(FirstSteps)
    assert steps.place.folder() == tmp_path / "文档" / "优抚一人一档2"
    steps.next()
    steps.next()
    steps.account.user.setText(USER)
    steps.account.new.first.setText(PASSWORD)
    steps.account.new.second.setText(PASSWORD)
    steps.next()
    qtbot.waitUntil(lambda: steps.code is not None)
    steps.code.typed.setText(steps.code.groups[steps.code.asked])
    with qtbot.waitSignal(start.signed_in) as done:
        steps.next()
    assert done.args[0].folder == tmp_path / "文档" / "优抚一人一档2"
    assert window_memory.recent_archives() == [tmp_path / "文档" / "优抚一人一档2"]
    assert not start.isVisible()


@pytest.fixture
def kept(folder, tmp_path):
    """A backup of the archive."""
    with store.session(folder, USER, PASSWORD, LIGHT):
        return finish(backup.back_up(tmp_path / "备份.youfu"))


def choosing(start, qtbot):
    """The window of backups, when it has found what there is."""
    start.ways.restore_button.click()
    (window,) = [each for each in start.findChildren(RestoreWindow) if each.isVisible()]
    qtbot.waitUntil(lambda: window.note.text() != LOOKING_FOR_BACKUPS)
    return window


def test_a_backup_file_is_restored_beside_and_opened(start, qtbot, kept, tmp_path, monkeypatch, boxes):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(kept), ""))
    boxes.answer = "恢复"
    choosing(start, qtbot).other_button.click()
    asked = form(start, qtbot)
    assert "原来的档案库不会改动" in boxes[0]
    asked.user.setText(USER)
    asked.password.setText(PASSWORD)
    with qtbot.waitSignal(start.signed_in) as done:
        asked.enter()
    assert done.args[0].folder == tmp_path / "文档" / "优抚一人一档（恢复）"


def test_three_clicks_restore_the_last_backup_in_the_archive_s_place(start, qtbot, folder, boxes):
    with store.session(folder, USER, PASSWORD, LIGHT):
        finish(back_up_to_places(DAY_END))
        (folder / "mark").touch()  # since then
    remember_opening(folder, USER)
    boxes.answer = "恢复"  # the third, in the question
    choosing(start, qtbot).restore_button.click()  # the first and the second
    form(start, qtbot)
    assert not (folder / "mark").exists()
    (old,) = folder.parent.glob("档案库（*换下）")
    assert (old / "mark").exists()
    assert str(old) in boxes[1]


def test_a_backup_is_looked_at_and_nothing_of_it_stays(start, qtbot, folder, boxes):
    with store.session(folder, USER, PASSWORD, LIGHT):
        finish(back_up_to_places(DAY_END))
    remember_opening(folder, USER)
    choosing(start, qtbot).look_button.click()
    asked = form(start, qtbot)
    asked.user.setText(USER)
    asked.password.setText(PASSWORD)
    with qtbot.waitSignal(start.signed_in) as done:
        asked.enter()
    look = done.args[0].folder
    assert done.args[0].archive.only_looked_at
    assert window_memory.recent_archives() == [folder]
    store.close()
    assert not look.exists()


def test_what_is_no_backup_is_refused(start, qtbot, tmp_path, boxes):
    (tmp_path / "信.youfu").write_text("不是备份")
    boxes.answer = "恢复"
    start.restoring.restore_beside(tmp_path / "信.youfu")
    qtbot.waitUntil(lambda: len(boxes) == 2)
    assert "不是本程序的备份文件" in boxes[1]
    assert start.ways.isEnabled()


def test_the_window_is_not_closed_while_an_archive_is_being_opened(start, qtbot, folder):
    start.choose(folder)
    asked = form(start, qtbot)
    asked.user.setText(USER)
    asked.password.setText(PASSWORD)
    with qtbot.waitSignal(start.signed_in):
        asked.enter()
        start.close()
        assert start.isVisible()


def test_closing_is_said(start, qtbot):
    with qtbot.waitSignal(start.closed):
        start.close()


def test_everything_has_room_on_a_small_screen(start, qtbot, folder):
    start.resize(683, 360)  # 1366 × 768 at 200 %, less task bar and title
    assert (start.width(), start.height()) == (683, 360)
    start.choose(folder)
    asked = form(start, qtbot)
    qtbot.waitUntil(
        lambda: asked.enter_button.visibleRegion().boundingRect().width() == asked.enter_button.width()
    )
