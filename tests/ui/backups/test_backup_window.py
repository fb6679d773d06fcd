"""备份与恢复: how backups stand, a second place, and the drill in one click from the desk."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from models import store
from models.archive.opened import opened_archive
from models.backups import backup_places
from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places
from models.core.jobs import finish
from tests.models.backups.conftest import register
from tests.ui.archives import LIGHT, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.backups.backup_line import BackupLine
from ui.backups.backup_watch import BackupWatch
from ui.backups.backup_window import BackupWindow
from ui.jobs.session import Session


@pytest.fixture
def session(tmp_path, qapp):
    new_archive(tmp_path / "档案库")
    store.open(tmp_path / "档案库", USER, PASSWORD, LIGHT)
    register("张三")
    return Session()


def test_the_drill_is_one_click_and_dated_on_the_desk(session, shown, qtbot, boxes):
    finish(back_up_to_places(IN_BETWEEN))
    line = shown(BackupLine(session))
    assert "还没有做过恢复演练" in line.words.text()
    line.drill_button.click()
    qtbot.waitUntil(lambda: bool(boxes))
    assert "恢复演练通过" in boxes[0]
    assert "恢复演练：今天" in line.words.text()
    assert "恢复得出来" in line.words.text()


def test_a_second_place_is_set_and_backed_up_to_and_its_need_is_told_before(
    session,
    shown,
    qtbot,
    boxes,
    stick,
    tmp_path,
    monkeypatch,
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick.put_in(tmp_path / "E")))
    boxes.answer = "现在备份"
    window = shown(BackupWindow(session))
    assert "还没有设第二备份处" in window.second.text()
    window.second_button.click()
    qtbot.waitUntil(lambda: len(boxes) == 2)
    assert "这次要" in boxes[0]
    assert "那里还有" in boxes[0]
    assert "有1份" in window.second.text()
    assert backup_places.backup_memory(opened_archive().keys.archive_mark).label == "局备份"


def test_a_stick_that_comes_back_is_backed_up_to_by_itself(session, qtbot, stick, tmp_path):
    point = stick.put_in(tmp_path / "E")
    backup_places.set_second(session.archive, point)
    stick.pull_out()
    watch = BackupWatch(session, session)
    watch.look()
    qtbot.waitUntil(lambda: not watch._work.busy)
    point = stick.put_in(tmp_path / "F")
    with qtbot.waitSignal(watch.backed_up):
        watch.look()
    assert list(point.rglob("*.youfu"))
