"""Things done aside."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from shiboken6 import delete

from models.core.record import Refusal
from ui.jobs.one_thread import Aside, wait_for_all


def test_the_answer_comes_on_the_windows_thread(qtbot):
    owner, heard = QObject(), []
    work = Aside(owner, threading.get_ident)
    work.then(lambda result: heard.append((result, threading.get_ident()))).begin()
    qtbot.waitUntil(lambda: bool(heard))
    worked, told = heard[0]
    assert told == threading.get_ident() != worked


def test_a_refusal_goes_to_whoever_asked(qtbot):
    def no():
        raise Refusal("不行")

    owner, refused, done = QObject(), [], []
    Aside(owner, no).then(done.append, lambda error: refused.append(str(error))).begin()
    qtbot.waitUntil(lambda: bool(refused))
    assert (refused, done) == (["不行"], [])


def test_who_has_gone_is_told_nothing(qtbot):
    owner, heard, go = QObject(), [], threading.Event()
    work = Aside(owner, go.wait).then(heard.append).begin()
    delete(owner)
    with qtbot.waitSignal(work.finished):
        go.set()
    qtbot.wait(20)
    assert heard == []


def test_all_can_be_waited_for(qtbot):
    owner, heard = QObject(), []
    Aside(owner, lambda: heard.append("done")).begin()
    wait_for_all()
    assert heard == ["done"]
