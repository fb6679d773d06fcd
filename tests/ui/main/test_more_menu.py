"""The menu 更多."""

from __future__ import annotations

from datetime import date

import pytest

from models.backups.backup_places import backup_memory
from ui.main.main_window import MainWindow


@pytest.fixture
def window(qtbot, session):
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.desk.counting.busy)
    yield made
    made.close()


def test_a_backup_is_made_from_the_menu(qtbot, window, tmp_path, monkeypatch, boxes):
    out = tmp_path / "别处" / "备份.youfu"
    monkeypatch.setattr("ui.jobs.saving.QFileDialog.getSaveFileName", lambda *_: (str(out), ""))
    window.more.back_up()
    qtbot.waitUntil(lambda: bool(boxes))
    assert out.exists()
    assert str(out) in boxes[0]


def test_a_backup_that_was_made_is_remembered_and_one_that_was_given_up_is_not(
    qtbot, window, session, tmp_path, monkeypatch, boxes
):
    chosen = ""
    monkeypatch.setattr("ui.jobs.saving.QFileDialog.getSaveFileName", lambda *_: (chosen, ""))
    window.more.back_up()
    assert backup_memory(session.archive.keys.archive_mark).last_good() is None
    chosen = str(tmp_path / "备份.youfu")
    with qtbot.waitSignal(window.more.backed_up):
        window.more.back_up()
    assert backup_memory(session.archive.keys.archive_mark).last_good().date() == date.today()
    qtbot.waitUntil(lambda: bool(boxes))
