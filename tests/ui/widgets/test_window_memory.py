from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from models.archive import program_folders
from ui.widgets import window_memory


def test_what_is_remembered_is_recalled():
    for words in ({"a": [1, 2.5, None]}, "总寨镇", [], True, 0):
        window_memory.remember("anything", words)
        assert window_memory.recall("anything") == words
    window_memory.forget("anything")
    assert window_memory.recall("anything", "nothing") == "nothing"


def test_everything_stands_in_one_file_of_the_user(tmp_path):
    window_memory.put_into(tmp_path / "stick")
    window_memory.remember("columns/people", ["姓名"])
    window_memory.put_into(tmp_path / "elsewhere")  # by then the disk has it
    assert [file.name for file in (tmp_path / "stick").rglob("*.ini")] == ["youfu.ini"]


def test_a_stick_finds_its_archives_whatever_letter_its_drive_gets(tmp_path, monkeypatch):
    for drive in ("e", "f"):
        (tmp_path / drive).mkdir()
        (tmp_path / drive / program_folders.PORTABLE_MARK).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "e" / "优抚一人一档.exe"))
    window_memory.add_recent(tmp_path / "e" / "档案" / "甲")
    window_memory.add_recent(tmp_path / "别处")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "f" / "优抚一人一档.exe"))
    assert window_memory.recent_archives() == [tmp_path / "别处", tmp_path / "f" / "档案" / "甲"]


@pytest.mark.parametrize("spoilt", ["{", "", "\x00", "[1,"])
def test_a_spoilt_file_is_no_reason_to_fail(spoilt):
    window_memory._settings().setValue("recent", spoilt)
    window_memory._settings().setValue("places/main", spoilt)
    assert window_memory.recent_archives() == []
    assert not window_memory.restore_place("main", QWidget())


def test_the_archives_opened_last_come_first():
    for number in range(12):
        window_memory.add_recent(Path(f"/档案{number}"))
    window_memory.add_recent(Path("/档案9"))
    assert window_memory.recent_archives()[:3] == [Path("/档案9"), Path("/档案11"), Path("/档案10")]
    assert len(window_memory.recent_archives()) == window_memory.RECENT
    window_memory.drop_recent(Path("/档案9"))
    assert Path("/档案9") not in window_memory.recent_archives()


def test_a_window_opens_where_it_was(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert not window_memory.restore_place("file", window)
    window.setGeometry(40, 50, 610, 420)
    window_memory.keep_place("file", window)
    again = QWidget()
    qtbot.addWidget(again)
    assert window_memory.restore_place("file", again)
    assert again.size() == window.size()
