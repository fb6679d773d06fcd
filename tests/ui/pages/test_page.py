"""A page reads what was written at once while somebody looks, else when somebody looks again."""

from __future__ import annotations

import pytest

from ui.pages.page import Page


class Reads(Page):
    def __init__(self, session):
        super().__init__(session)
        self.times = 0

    def read(self):
        self.times += 1

    def how_much(self):
        return f"读了{self.times}次"


class Renewed(Reads):
    HEARS = False


@pytest.fixture
def page(qtbot, session):
    made = Reads(session)
    qtbot.addWidget(made)
    return made


def test_a_page_is_read_when_it_is_first_looked_at_and_not_before(page):
    assert page.times == 0
    page.show()
    assert page.times == 1


def test_what_is_written_while_one_looks_is_shown_at_once(page, session):
    page.show()
    session.wrote()
    assert page.times == 2


def test_what_is_written_while_nobody_looks_is_read_once_when_somebody_looks_again(page, session):
    page.show()
    page.hide()
    session.wrote()
    session.wrote()
    assert page.times == 1
    page.show()
    page.hide()
    page.show()
    assert page.times == 2


def test_a_page_that_its_window_renews_hears_nothing(qtbot, session):
    page = Renewed(session)
    qtbot.addWidget(page)
    page.show()
    session.wrote()
    assert page.times == 0
    page.refresh()
    assert page.times == 1


def test_a_page_wants_by_another_what_its_section_wants(qtbot, page, session):
    whole = Renewed(session)
    qtbot.addWidget(whole)
    page.pass_on(whole)
    with qtbot.waitSignals([whole.person_wanted, whole.import_wanted, whole.new_wanted]):
        page.person_wanted.emit(7)
        page.import_wanted.emit()
        page.new_wanted.emit()
