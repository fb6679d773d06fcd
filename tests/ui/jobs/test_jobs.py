from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from models.core import journal
from models.core.jobs import Step
from models.core.record import Refusal, db
from models.people.person import Person
from tests import factories
from ui.jobs import jobs
from ui.jobs.jobs import Progress, whole


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def add_people(count, wait=0.0):
    with journal.entry("导入", "王芳"):
        for number in range(count):
            Person(name=f"人{number}", number=factories.citizen_number()).save()
            yield Step(number + 1, count, f"人{number}")
            time.sleep(wait)
    return count


def test_a_job_ends_with_its_result_told_on_the_windows_thread(qtbot, window, archive):
    heard = []
    progress = Progress(window, "导入", add_people(5))
    progress.then(lambda count: heard.append((count, threading.current_thread())))
    progress.start()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(5, threading.main_thread())]
    assert Person.select().count() == 5


def test_a_job_works_on_a_thread_and_a_connection_of_its_own(qtbot, window, archive):
    heard = []
    here = db.connection()
    Progress(window, "看", whole(lambda: (threading.current_thread(), db.connection()))).then(
        heard.append
    ).start()
    qtbot.waitUntil(lambda: bool(heard))
    thread, connection = heard[0]
    assert thread is not threading.main_thread()
    assert connection is not here


def test_cancelling_a_job_keeps_nothing(qtbot, window, archive):
    done = []
    progress = Progress(window, "导入", add_people(1000, wait=0.001)).then(done.append)
    with qtbot.waitSignal(progress.stopped):
        with qtbot.waitSignal(progress.runner.stepped):
            progress.start()
        qtbot.mouseClick(progress.cancel_button, Qt.MouseButton.LeftButton)
        assert progress.note.text() == "正在取消……"
    assert Person.select().count() == 0
    assert journal.entry_being_written() is None
    assert not done


def test_escape_cancels_and_a_job_that_cannot_be_cancelled_goes_on(qtbot, window, archive):
    heard = []
    progress = (
        Progress(window, "导入", add_people(20, wait=0.005), cancellable=False).then(heard.append).start()
    )
    progress.reject()
    assert not progress.cancel_button.isEnabled()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [20]


def test_a_refusal_of_a_job_is_told_as_an_answer(qtbot, window, archive, boxes):
    def refuse():
        yield Step(0, 1)
        raise Refusal("文件已被占用")

    progress = Progress(window, "读取", refuse())
    with qtbot.waitSignal(progress.stopped):
        progress.start()
    qtbot.waitUntil(lambda: boxes == ["文件已被占用"])


@pytest.mark.complains
def test_a_fault_of_ours_in_a_job_keeps_nothing_and_is_told(qtbot, window, archive, boxes, caplog):
    def fail():
        with journal.entry("导入", "王芳"):
            Person(name="李四", number=factories.citizen_number()).save()
            yield Step(1, 2)
            raise ZeroDivisionError

    progress = Progress(window, "读取", fail())
    with qtbot.waitSignal(progress.stopped):
        progress.start()
    qtbot.waitUntil(lambda: len(boxes) == 1)
    assert "程序出错" in boxes[0]
    assert "ZeroDivisionError" in caplog.text
    assert Person.select().count() == 0


def test_a_short_job_shows_no_window_and_a_long_one_does(qtbot, window, archive, monkeypatch):
    seen = []
    monkeypatch.setattr(jobs, "PROGRESS_DELAY", 50)
    progress = Progress(window, "导入", add_people(100, wait=0.005))
    progress.finished.connect(lambda: seen.append("closed"))
    progress.start()
    assert not progress.isVisible()
    qtbot.waitUntil(progress.isVisible)
    assert progress.isModal()
    qtbot.waitUntil(lambda: progress.bar.value() > 0)
    assert progress.bar.maximum() == 100
    assert progress.findChildren(QLabel)[0].text() == "导入"
    qtbot.waitUntil(lambda: seen == ["closed"])


def test_the_window_is_free_again_before_the_result_is_told(qtbot, window, archive):
    seen = []
    progress = Progress(window, "看", whole(lambda: 1))
    progress.then(lambda _: seen.append(progress.isVisible()))
    progress.start()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]


def test_the_window_takes_neither_clicks_nor_keys_from_the_first_moment_but_keeps_the_keyboard(
    qtbot, window, archive
):
    button, told = QPushButton("导入", window), []
    button.clicked.connect(lambda: told.append("clicked"))
    QShortcut(QKeySequence("Ctrl+I"), window, lambda: told.append("key"))
    window.activateWindow()
    button.show()
    button.setFocus()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    def press():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.keyClick(button, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)

    with qtbot.waitSignal(Progress(window, "看", add_people(5)).start().finished):
        press()
    assert told == []
    assert QApplication.focusWidget() is button
    press()
    assert told == ["clicked", "key"]


def test_whoever_waits_for_a_job_may_be_gone_when_it_is_deleted(qtbot, archive):
    """A window that nobody held but its own progress was deleted with it, and then deleted it once more."""
    gone = []

    class Asker(QWidget):
        def ask(self):
            Progress(self, "看", whole(lambda: 1)).then(self.hear).start()

        def hear(self, _):
            gone.append(False)

    asker = Asker()
    asker.destroyed.connect(lambda: gone.append(True))
    asker.ask()
    qtbot.waitUntil(lambda: gone == [False])
    del asker
    qtbot.waitUntil(lambda: gone == [False, True])


def test_a_window_may_go_while_its_job_goes_on(qtbot, archive):
    asker = QWidget()
    progress = Progress(asker, "导入", add_people(10)).start()
    asker.deleteLater()
    qtbot.waitUntil(lambda: not isValid(progress))
    jobs.stop_all()
    assert Person.select().count() in (0, 10)


def test_all_jobs_can_be_stopped_before_the_archive_is_closed(qtbot, window, archive):
    told = []
    Progress(window, "导入", add_people(10_000, wait=0.001)).then(told.append).start()
    jobs.stop_all()
    qtbot.wait(20)
    assert Person.select().count() == 0
    assert not told
