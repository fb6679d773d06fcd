"""The first tour walked in the practice archive, each step done as an officer does it and known by what the archive holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from models.core.jobs import finish
from models.people.person import Person
from models.practice import filling
from models.practice.tour import TOUR_STEPS
from reports.practice import TOUR_FOLDER
from ui.imports.wizard import ImportWizard
from ui.main.main_window import MainWindow
from ui.main.pages import PAYMENTS, PEOPLE
from ui.main.tour_panel import DONE_NOW, TourPanel
from ui.pay.runs.new_run import NewRunDialog
from ui.printing.print_dialog import PrintDialog


@pytest.fixture
def window(qtbot, session):
    finish(filling.fill_archive(12, session.user))
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.desk.counting.busy)
    yield made
    made.close()


def import_roster(qtbot, window, monkeypatch):
    (roster,) = (window.session.folder / TOUR_FOLDER).glob("*.xlsx")
    wizard = ImportWizard(window.session, [roster], window)
    wizard.show()
    for step in range(3):
        qtbot.waitUntil(lambda page=step: wizard.pages.currentIndex() == page, timeout=10_000)
        qtbot.waitUntil(wizard.forward.isEnabled, timeout=10_000)
        qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == 3, timeout=10_000)
    assert "新增3" in wizard.outcome.text()
    wizard.accept()


def open_file(qtbot, window, monkeypatch):
    window.go_to(PEOPLE)
    window.tour.look()
    assert window.tour.pointer.control is window.people.search
    monkeypatch.setattr("ui.person.window.READ_AFTER", 0)
    window.open_person(Person.get().id)


def draw_up(qtbot, window, monkeypatch):
    def run(dialog):
        dialog.first.set_value("2020-12")
        return 1

    monkeypatch.setattr(NewRunDialog, "exec", run)
    window.go_to(PAYMENTS)
    runs = window.page().show_section("发放批次")
    window.tour.look()
    assert window.tour.pointer.control is runs.draw_button
    qtbot.mouseClick(runs.draw_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: runs.run() is not None, timeout=10_000)


def print_one(qtbot, window, monkeypatch):
    out = window.session.folder.parent / "一人一档.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    someone = Person.get().id
    PrintDialog(window.session, [someone], "", [someone], window).save_pdf()
    qtbot.waitUntil(out.exists, timeout=10_000)


def back_up(qtbot, window, monkeypatch):
    out = window.session.folder.parent / "备份.youfu"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    with qtbot.waitSignal(window.more.backed_up, timeout=10_000):
        window.more.back_up()


WALKED = (import_roster, open_file, draw_up, print_one, back_up)


def test_five_steps_are_walked_and_each_is_known_to_be_done(qtbot, window, monkeypatch, boxes):
    tour = window.tour
    tour.offer()
    assert "第一次用" in tour.how.text()
    for number, walk in enumerate(WALKED):
        tour.go_on()
        assert tour.title.text() == TOUR_STEPS[number].title
        assert tour.state.text() != DONE_NOW
        assert tour.pointer.isVisible()
        walk(qtbot, window, monkeypatch)
        qtbot.waitUntil(lambda: tour.state.text() == DONE_NOW, timeout=10_000)
        assert not tour.pointer.isVisible()
    tour.go_on()
    assert "五步都做过了" in tour.how.text()
    tour.go_on()
    assert not tour.isVisible()


def test_the_tour_goes_on_where_it_stood_and_stays_away_once_it_was_left(window):
    window.tour.offer()
    window.tour.go_on()
    window.tour.go_on()
    again = TourPanel(window)
    again.offer()
    assert again.title.text() == TOUR_STEPS[1].title
    again.leave()
    last = TourPanel(window)
    last.offer()
    assert not last.isVisible()
    last.begin_anew()
    assert "第一次用" in last.how.text()
    for each in (again, last):
        each.clock.stop()
        each.deleteLater()
