"""The archive is proven from the window, and what is wrong is told; cancelled, it tells nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.core.record import db
from ui.jobs.jobs import Progress
from ui.main.archive_proof import ALL_WELL, prove_archive


def test_a_whole_archive_is_told_to_be_well_and_a_broken_journal_is_not(qtbot, session, person, boxes):
    person()
    window = QWidget()
    qtbot.addWidget(window)
    prove_archive(window)
    qtbot.waitUntil(lambda: bool(boxes))
    assert boxes == [ALL_WELL]
    db.execute_sql("DROP TRIGGER entry_no_update")
    db.execute_sql("UPDATE entry SET title = '别的' WHERE number = 1")
    prove_archive(window)
    qtbot.waitUntil(lambda: len(boxes) > 1)
    assert "检查出1处不对：\n\n第1条操作日志的内容被改动过" in boxes[1]


def test_it_can_be_cancelled(qtbot, session, boxes):
    window = QWidget()
    qtbot.addWidget(window)
    prove_archive(window)
    (progress,) = window.findChildren(Progress)
    with qtbot.waitSignal(progress.stopped):
        progress.cancel()
    assert boxes == []
