"""An update is shown, made ready, and begun when the program has closed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from models.updates.update_pack import read_pack
from tests.models.updates.conftest import setup_in
from ui.jobs import messages
from ui.updates import update_window
from ui.updates.update_window import UpdateWindow, begin_waiting_setup


@pytest.fixture
def program(qtbot):
    """The window that the update was opened from."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def shown(program, tmp_path):
    window = UpdateWindow(read_pack(setup_in(tmp_path / "U盘")), program)
    window.show()
    return window


def test_it_says_what_is_new(shown):
    assert "新的一条" in shown.news.toPlainText()


def test_made_ready_the_program_closes_and_the_setup_begins_after_it(shown, program, qtbot, monkeypatch):
    begun = []
    monkeypatch.setattr(messages, "choose", lambda *_: True)
    monkeypatch.setattr(update_window.subprocess, "Popen", lambda words, env: begun.append((words, env)))
    shown.make_ready()
    qtbot.waitUntil(lambda: not program.isVisible())
    assert not begun
    begin_waiting_setup()
    [(words, env)] = begun
    assert words[0].endswith("优抚一人一档-99.1.0-setup.exe")
    assert (env["YOUFU_UPDATE"], env["YOUFU_OPEN"]) == ("1", "")
    begin_waiting_setup()
    assert len(begun) == 1
