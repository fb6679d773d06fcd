"""The menu 更多."""

from __future__ import annotations

import pytest

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
