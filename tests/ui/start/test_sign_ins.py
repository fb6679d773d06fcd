"""The sign-ins are chosen by month, user and kind, and what is chosen is printed and saved."""

from __future__ import annotations

from models import store
from models.office.sign_ins import SignInDeed, note_sign_in
from tests.ui.archives import LIGHT, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.start.sign_ins import OF_KIND, SignInsDialog


def test_those_chosen_are_shown_and_printed(qtbot, tmp_path):
    new_archive(tmp_path / "档案库")
    opened = store.open(tmp_path / "档案库", USER, PASSWORD, LIGHT)
    note_sign_in(opened.keys, USER, SignInDeed.UNLOCKED)
    dialog = SignInsDialog()
    qtbot.addWidget(dialog)
    assert dialog.rows.rowCount() == 2
    dialog.line.choose(OF_KIND, "解锁")
    qtbot.waitUntil(lambda: dialog.rows.rowCount() == 1)
    register = dialog._register()()
    assert [row[2:4] for row in register.rows] == [(USER, "解锁")]
    assert register.above[0] == "范围：解锁"
    assert [action.text() for action in dialog.prints.choices.actions()] == [
        "登录记录",
        "登录记录（存为Excel）",
    ]
