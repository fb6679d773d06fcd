"""No window dies on another thread than its own."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtWidgets import QWidget

from ui.jobs.garbage import Rubbish
from ui.jobs.jobs import Runner, whole


@pytest.fixture
def rubbish(qapp):
    made = Rubbish(qapp)
    yield made
    made.stop()
    made.deleteLater()


def litter(count=50_000):
    """What a job leaves behind: objects that hold each other."""
    for _ in range(count):
        mess: list[object] = []
        mess.append(mess)


def test_a_closed_window_dies_on_the_windows_thread_whatever_a_job_leaves_behind(qtbot, archive, rubbish):
    died = []
    window = QWidget()
    window.itself = window  # as every window is held by what it does
    window.destroyed.connect(lambda: died.append(threading.current_thread()))
    del window
    job = Runner(whole(litter))
    with qtbot.waitSignal(job.finished):
        job.begin()
    assert died == []
    rubbish.look()
    assert died == [threading.main_thread()]


def test_python_looks_itself_again_in_the_end(rubbish):
    assert not gc.isenabled()
    rubbish.stop()
    assert gc.isenabled()
