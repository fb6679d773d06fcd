"""A test of the window fails on any warning that it did not expect, of Qt's or of our own."""

from __future__ import annotations

import gc
import logging

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.jobs import jobs
from ui.jobs.session import Session
from ui.widgets import theme, window_memory

OFFSCREEN = (  # of the screen that tests draw on
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "QFontDatabase: Cannot find font directory",  # on Windows
    "This plugin does not support grabbing the keyboard",
)


def pytest_configure(config):
    config.addinivalue_line("markers", "complains: the test expects warnings in the log")


@pytest.fixture(autouse=True)
def quiet(request, tmp_path, monkeypatch, caplog, qtlog, qapp):
    """Nothing of this PC's user is read or written, no box waits for a click, and nothing is complained of.

    A test that expects complaints is marked ``@pytest.mark.complains``.
    """
    window_memory.put_into(tmp_path / "memory")
    gc.disable()  # as in the program (ui.jobs.garbage): no window dies on the thread of a job

    def unexpected(box):
        raise AssertionError(f"unexpected message: {box.text()} {box.detailedText()}")

    monkeypatch.setattr(QMessageBox, "exec", unexpected)
    yield
    jobs.stop_all()
    gc.collect(1)
    gc.enable()
    let_go_of_the_keyboard()
    assert event_loops_run(), "the test told the application to end: whatever waits after it does not wait"
    if request.node.get_closest_marker("complains"):
        return
    complaints = [
        found
        for found in qtlog.records
        if found.type.name != "QtDebugMsg" and not found.message.startswith(OFFSCREEN)
    ]
    qt = [f"{found.type.name}: {found.message}" for found in complaints]
    logged = [
        each.getMessage()
        for when in ("setup", "call")
        for each in caplog.get_records(when)
        if each.levelno >= logging.WARNING
    ]
    assert not qt, f"Qt complained: {qt}"
    assert not logged, f"logged: {logged}"


def let_go_of_the_keyboard():
    """Qt believes Ctrl to be held after a test has typed Ctrl+S; then choosing a row that is chosen lets go of it."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(QWidget(), Qt.Key.Key_Escape)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


def event_loops_run():
    """Whether an event loop of this process still runs until it is told to stop; after ``QApplication.exit`` none does."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    return loop.exec() == 0


@pytest.fixture
def archive(archive):
    """The archive is closed only when nothing works in the background any more."""
    yield archive
    jobs.stop_all()


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp, tmp_path_factory):
    """The application as officers see it."""
    window_memory.put_into(tmp_path_factory.mktemp("memory"))
    theme.apply(qapp)
    theme.speak_chinese(qapp)
    yield
    qapp.clipboard().clear()  # what Python made for it must not outlive Python


@pytest.fixture
def boxes(monkeypatch):
    """Collect the message boxes; each is answered with the button named in ``boxes.answer``, or else closed."""

    class Boxes(list[str]):
        answer = ""

    shown = Boxes()

    def show(box):
        shown.append(box.text())
        for button in box.buttons():
            if button.text() == shown.answer:
                button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", show)
    return shown


@pytest.fixture
def session(archive):
    yield Session()
    jobs.stop_all()  # as the program does: before the archive is closed
