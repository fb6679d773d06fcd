"""Opening an archive with its recovery code."""

from __future__ import annotations

import pytest

from models import store
from models.archive.recovery_code import new_code
from tests.ui.archives import LIGHT, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.start.opening import opened_aside, take_over
from ui.start.recovery import RecoveryForm

NEW = "松树 北坡 1984"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "档案库"


@pytest.fixture
def code(folder):
    return new_archive(folder)


@pytest.fixture
def form(qtbot, folder, code):
    def recover(typed, user, password):
        return opened_aside(lambda: store.recover(folder, typed, user, password, LIGHT))()

    made = RecoveryForm(folder, recover, USER)
    qtbot.addWidget(made)
    made.show()
    return made


def fill(form, code, password=NEW):
    form.code.setPlainText(code)
    form.new.first.setText(password)
    form.new.second.setText(password)


def test_the_code_gives_a_new_password_and_signs_in(form, qtbot, folder, code):
    fill(form, code.lower().replace("-", " "))
    with qtbot.waitSignal(form.succeeded) as opened:
        form.enter()
    assert take_over(opened.args[0]).user == USER
    store.close()
    with store.session(folder, USER, NEW, LIGHT) as again:
        assert again.user == USER


def test_what_is_typed_is_counted_and_a_mistyped_code_is_told_at_once(form, code):
    form.code.setPlainText(code[:11])
    assert form.count.text() == "已输入10个，共40个字符"
    form.code.setPlainText(("1" if code[0] == "0" else "0") + code[1:])
    assert "抄错了至少一个字符" in form.count.text()
    form.code.setPlainText(code)
    assert form.count.text() == "恢复码没有抄错"


def test_a_code_of_another_archive_is_told_from_a_mistyped_one(form, qtbot):
    fill(form, new_code())
    form.enter()
    qtbot.waitUntil(lambda: not form.busy())
    assert "不是这个档案库现在的恢复码" in form.problem.text()
    assert form.enter_button.isEnabled()


def test_an_unknown_user_is_told_who_there_is(form, qtbot, code):
    fill(form, code)
    form.user.setText("赵六")
    form.enter()
    qtbot.waitUntil(lambda: not form.busy())
    assert form.problem.text() == f"没有用户“赵六”，现有用户：{USER}"


@pytest.mark.parametrize(
    ("what", "said"), [("code", "恢复码应有8组"), ("user", "请输入用户名"), ("second", "再输一遍")]
)
def test_what_is_missing_is_said_before_anything_is_tried(form, code, what, said):
    fill(form, code)
    {"code": form.code, "user": form.user, "second": form.new.second}[what].clear()
    form.enter()
    assert said in form.problem.text()
    assert not form.busy()


def test_the_old_password_opens_nothing_afterwards(form, qtbot, folder, code):
    fill(form, code)
    with qtbot.waitSignal(form.succeeded) as opened:
        form.enter()
    take_over(opened.args[0])
    store.close()
    with pytest.raises(Exception, match="用户名或密码不对"):
        store.open(folder, USER, PASSWORD, LIGHT)
