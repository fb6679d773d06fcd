"""A test of the window fails on any warning that it did not expect, of Qt's or of our own."""

from __future__ import annotations

import gc
import logging

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from models.core import journal
from models.core.dates import PartDate
from models.visits.visit import Visit
from tests.conftest import USER
from ui.forms.record_dialog import RecordDialog
from ui.forms.small_question import Asking
from ui.jobs import jobs
from ui.jobs.session import Session
from ui.printing.preview import PreviewWindow
from ui.widgets import theme, window_memory
from ui.widgets.mouse_wheel import MouseWheel

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
    gc.collect(1)  # the windows of the test before, which nothing holds any more
    gc.disable()  # as in the program (ui.jobs.garbage): no window dies on the thread of a job

    def unexpected(box):
        raise AssertionError(f"unexpected message: {box.text()} {box.detailedText()}")

    monkeypatch.setattr(QMessageBox, "exec", unexpected)
    yield
    jobs.stop_all()
    gc.enable()
    let_go_of_the_keyboard()
    close_what_popped_up()
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


def close_what_popped_up():
    """A menu or a list of suggestions that a test leaves open would have the mouse of every later window; a preview would be theirs."""
    while (left := QApplication.activePopupWidget()) is not None:
        left.close()
    for preview in list(PreviewWindow.shown):
        preview.close()


def holding_the_mouse():
    """Whoever has the mouse of all later windows: a dialog that others wait for, a grabber, a button never let go of."""
    held = QGuiApplication.mouseButtons()
    return (
        QApplication.activeModalWidget()
        or QWidget.mouseGrabber()
        or (held if held != Qt.MouseButton.NoButton else None)
    )


def event_loops_run():
    """Whether an event loop of this process still runs until it is told to stop; after ``QApplication.exit`` none does."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    return loop.exec() == 0


@pytest.fixture(scope="module", autouse=True)
def free_mouse(qapp):
    """No file of tests leaves the mouse to a window of its own, nor a window that stands over those of the next file."""
    yield
    for window in QApplication.topLevelWidgets():
        window.hide()
    held = holding_the_mouse()
    assert not held, f"no later window has the mouse, it is left to {held}"


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
    MouseWheel(qapp)
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


@pytest.fixture
def save(archive):
    """Save these records, in an entry of their own, and return the first."""

    def saved(*records):
        with journal.entry("登记", USER):
            for each in records:
                each.save()
        return records[0]

    return saved


@pytest.fixture
def shown(qtbot):
    """Show a widget as its window would, and return it."""

    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


@pytest.fixture
def answers(monkeypatch):
    """Fill in each question that is asked with these answers by name; ``said`` tells why one was refused."""

    class Answers(dict):
        said = ""
        asked = ""

    given = Answers()

    def run(dialog):
        dialog.show()
        given.asked = dialog.words.text()
        for name, value in given.items():
            if name in dialog.editors:
                dialog.editors[name].set_value(value)
        dialog.accept()
        given.said = dialog.problem.text()
        return dialog.result()

    monkeypatch.setattr(Asking, "exec", run)
    return given


@pytest.fixture
def filled(monkeypatch):
    """Let a function fill in the form of a record that is opened, instead of an officer who then saves it."""

    def by(fill):
        def run(dialog):
            dialog.show()
            fill(dialog)
            dialog.save()
            return dialog.result()

        monkeypatch.setattr(RecordDialog, "exec", run)

    return by


@pytest.fixture
def visit(person):
    """Register visits, of somebody new unless told of whom."""

    def make(someone=None, **facts):
        made = Visit(person=someone or person(), **{"day": PartDate(2020, 8, 1), "occasion": "八一", **facts})
        with journal.entry("登记走访", USER):
            made.save()
        return made

    return make
