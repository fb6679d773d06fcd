"""The first steps of a new office."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models import store
from models.archive import opened
from models.core.journal import Entry
from models.office import settings
from tests.ui.archives import LIGHT, PASSWORD, USER, closed  # noqa: F401
from ui.start.first_steps import ACCOUNT_STEP, CODE_STEP, OFFICE_STEP, PLACE_STEP, FirstSteps


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "文档" / "优抚一人一档"


@pytest.fixture
def steps(qtbot, folder):
    made = FirstSteps(folder, LIGHT)
    qtbot.addWidget(made, before_close_func=lambda steps: steps.done(0))  # else it asks whether to leave
    made.show()
    return made


def name_the_user(steps):
    steps.account.user.setText(USER)
    steps.account.new.first.setText(PASSWORD)
    steps.account.new.second.setText(PASSWORD)


@pytest.fixture
def at_code(steps, qtbot):
    """The steps with the archive made and the code shown."""
    steps.next()
    steps.office.fonds_number.set_value("0042")
    steps.next()
    name_the_user(steps)
    steps.next()
    qtbot.waitUntil(lambda: steps.pages.currentIndex() == CODE_STEP)
    return steps


def copy_the_code(steps):
    steps.code.typed.setText(steps.code.groups[steps.code.asked])


def test_the_way_from_nothing_to_an_open_archive(at_code, qtbot, folder):
    assert not at_code.next_button.isEnabled()  # not before the code is on paper
    copy_the_code(at_code)
    with qtbot.waitSignal(at_code.made) as made:
        qtbot.mouseClick(at_code.next_button, Qt.MouseButton.LeftButton)
    (session,) = made.args
    assert (session.folder, session.user) == (folder, USER)
    assert settings.office().fonds_number == "0042"
    assert [(each.title, each.user) for each in Entry.select()] == [("修改单位设置", USER)]


def test_the_code_that_was_shown_opens_the_archive(at_code, folder):
    code = "-".join(at_code.code.groups)
    store.close()
    store.recover(folder, code, USER, "kuozi yedeng 1234", LIGHT)
    assert opened.opened_archive().user == USER


def test_the_sheet_says_whose_code_it_is(at_code, folder):
    sheet = at_code.code.sheet
    assert (sheet.archive, sheet.place, sheet.user) == (folder.name, str(folder.parent), USER)
    assert sheet.office == settings.office().name


def test_a_place_that_will_not_do_is_refused_on_the_spot(steps, tmp_path):
    (tmp_path / "名册.xlsx").touch()
    steps.place.edit.set_value(str(tmp_path))
    steps.next()
    assert steps.pages.currentIndex() == PLACE_STEP
    assert "请另选一个空文件夹" in steps.problem.text()
    steps.place.edit.set_value(str(tmp_path / "新"))
    assert steps.problem.text() == ""


def test_nothing_is_made_before_the_third_step(steps, tmp_path):
    steps.next()
    steps.next()
    steps.reject()
    assert list(tmp_path.glob("文档")) == []
    assert not steps.isVisible()


def test_one_can_go_back_and_nothing_typed_is_lost(steps):
    steps.next()
    steps.office.name.set_value("某区退役军人事务局")
    steps.next()
    steps.account.user.setText(USER)
    steps.back()
    assert steps.pages.currentIndex() == OFFICE_STEP
    assert steps.office.name.value() == "某区退役军人事务局"
    steps.next()
    assert steps.account.user.value() == USER


@pytest.mark.parametrize(
    ("user", "first", "second", "said"),
    [
        ("", PASSWORD, PASSWORD, "请填写用户名"),
        (USER, "", "", "请设一个密码"),
        (USER, "12345678", "12345678", "连续的字符"),
        (USER, PASSWORD, PASSWORD + "x", "两次输入的密码不一样"),
    ],
)
def test_a_user_needs_a_name_and_a_password_that_is_good(steps, user, first, second, said):
    steps.next()
    steps.next()
    steps.account.user.setText(user)
    steps.account.new.first.setText(first)
    steps.account.new.second.setText(second)
    steps.next()
    assert steps.pages.currentIndex() == ACCOUNT_STEP
    told = (steps.problem.text(), steps.account.new.hint.text())
    assert sum(said in words for words in told) == 1  # and not twice


def test_while_the_archive_is_made_the_window_lives_and_is_not_left(steps, qtbot):
    steps.next()
    steps.next()
    name_the_user(steps)
    steps.next()
    assert steps.problem.text() == "正在建立档案库……"
    steps.reject()
    assert steps.isVisible()
    qtbot.waitUntil(lambda: steps.pages.currentIndex() == CODE_STEP)


def test_a_folder_filled_meanwhile_is_refused_and_can_be_changed(steps, qtbot, folder):
    steps.next()
    steps.next()
    name_the_user(steps)
    folder.mkdir(parents=True)
    (folder / "x.txt").touch()
    steps.next()
    qtbot.waitUntil(lambda: "不是空文件夹" in steps.problem.text())
    assert steps.back_button.isEnabled()
    assert opened.opened is None


def test_leaving_before_the_code_is_copied_asks_first(at_code, boxes, qtbot):
    at_code.reject()
    assert "再也看不到了" in boxes[0]
    assert at_code.isVisible()
    boxes.answer = "离开"
    with qtbot.waitSignal(at_code.made):
        at_code.reject()
