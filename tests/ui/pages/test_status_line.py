"""The status line, and the last backup."""

from __future__ import annotations

from datetime import datetime, timedelta

from models.backups import backup_places
from models.backups.backup_state import OLD_BACKUP
from ui.pages.status_line import StatusLine


def test_the_status_line_says_when_the_last_backup_was_and_nags_when_it_is_long_ago(session, shown):
    line = shown(StatusLine(session))

    def said(days):
        at = datetime.now() - timedelta(days=days)
        backup_places.note_backups(session.archive.keys.archive_mark, by_hand=at.isoformat())
        line.say_backup()
        return line.backup.text(), line.backup.property("look")

    assert line.backup.text() == "还没有备份"
    assert line.backup.property("look") == "oldbackup"
    words, look = said(0)
    assert words.startswith("上次备份：今天")
    assert look == "status"
    assert said(OLD_BACKUP)[1] == "status"
    assert said(OLD_BACKUP + 1)[1] == "oldbackup"
