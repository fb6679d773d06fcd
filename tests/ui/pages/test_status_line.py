"""The status line, and the last backup."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QFileDialog

from ui.main.main_window import MainWindow
from ui.pages.status_line import LONG_AGO, StatusLine, last_backup, remember_backup
from ui.widgets import window_memory


def test_the_status_line_says_when_the_last_backup_was(session, qtbot):
    line = StatusLine(session)
    qtbot.addWidget(line)
    assert line.backup.text() == "还没有备份"
    assert line.backup.property("look") == "oldbackup"
    remember_backup(session.folder)
    line.say_backup(last_backup(session.folder))
    today = date.today()
    assert line.backup.text() == f"上次备份：{today.month}月{today.day}日"
    assert line.backup.property("look") == "status"
    line.say_backup(today - timedelta(days=LONG_AGO + 1))
    assert line.backup.property("look") == "oldbackup"


def test_a_backup_is_remembered(session, qtbot, tmp_path, monkeypatch, boxes):
    window = MainWindow(session)
    qtbot.addWidget(window)
    out = tmp_path / "备份.youfu"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.more.back_up()
    qtbot.waitUntil(lambda: len(boxes) == 1)
    assert window_memory.recall(f"backup/last/{session.folder}") == date.today().isoformat()
    assert "上次备份" in window.status.backup.text()


def test_a_backup_of_a_month_ago_is_not_old_yet(session, shown):
    line = shown(StatusLine(session))
    line.say_backup(date.today() - timedelta(days=LONG_AGO))
    assert line.backup.property("look") == "status"
