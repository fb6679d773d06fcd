"""A paper on its way to the preview stands in a folder of its own, which goes when nothing comes of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from models.core.jobs import Step
from models.core.record import Refusal
from ui.jobs import jobs
from ui.printing.private_papers import make_privately


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Where the system keeps what is not to stay."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def window(shown, archive):
    return shown(QWidget())


def folders(place):
    return [each for each in place.glob("youfu-*") if each.is_dir()]


def test_what_was_made_is_shown_from_its_own_folder(qtbot, place, window):
    seen = []

    def make(file: Path):
        yield Step(0, 0)
        file.write_bytes(b"%PDF")
        return 7

    make_privately(window, "打印", "甲.pdf", make, lambda *about: seen.append(about))
    qtbot.waitUntil(lambda: bool(seen))
    file, made, folder = seen[0]
    assert (made, file.name, file.read_bytes()) == (7, "甲.pdf", b"%PDF")
    assert file.parent == folder.path
    assert folders(place) == [folder.path]
    folder.discard()
    assert folders(place) == []


def test_what_was_refused_leaves_nothing_and_shows_nothing(qtbot, place, window, boxes):
    seen = []

    def make(file: Path):
        file.write_bytes(b"half of it")
        yield Step(0, 0)
        raise Refusal("没有可以打印的")

    make_privately(window, "打印", "甲.pdf", make, lambda *about: seen.append(about))
    qtbot.waitUntil(lambda: bool(boxes))
    assert boxes == ["没有可以打印的"]
    assert seen == []
    assert folders(place) == []


def test_what_was_cancelled_leaves_nothing(qtbot, place, window):
    seen = []

    def make(file: Path):
        file.write_bytes(b"half of it")
        while True:
            yield Step(0, 0)

    make_privately(window, "打印", "甲.pdf", make, lambda *about: seen.append(about))
    qtbot.waitUntil(lambda: any(folder.glob("*") for folder in folders(place)))
    (runner,) = [each for each in jobs._running if each.isRunning()]
    runner.requestInterruption()
    qtbot.waitUntil(lambda: folders(place) == [])
    assert seen == []
