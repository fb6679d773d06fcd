"""The day's end: what was written is backed up before the archive is left, and a full disk holds nobody up."""

from __future__ import annotations

import shutil

import pytest

from models import store
from models.backups.generations import generations_in
from tests.models.backups.conftest import register
from tests.ui.archives import LIGHT, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.jobs.session import Session
from ui.main.main_window import MainWindow


@pytest.fixture
def window(qtbot, tmp_path):
    new_archive(tmp_path / "档案库")
    store.open(tmp_path / "档案库", USER, PASSWORD, LIGHT)
    register("张三")
    made = MainWindow(Session())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.desk.counting.busy)
    return made


def test_leaving_backs_up_what_was_written_and_then_leaves(qtbot, window):
    assert window.status.backup.text() == "还没有备份"
    with qtbot.waitSignal(window.closed):
        window.close()
    (made,) = generations_in(window.session.archive.backups)
    assert (made.contents.people, made.contents.reason) == (1, "日终")


def test_nothing_written_since_is_not_backed_up_again(qtbot, window):
    with qtbot.waitSignal(window.change_wanted):
        window.change()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert len(generations_in(window.session.archive.backups)) == 1


def test_a_place_that_takes_nothing_is_told_and_leaving_goes_on(qtbot, window, boxes):
    shutil.rmtree(window.session.archive.backups)
    window.session.archive.backups.write_text("no folder")
    with qtbot.waitSignal(window.closed):
        window.close()
    assert "自动备份没有全做成" in boxes[0]
