"""A page reads what was written at once while somebody looks, else when somebody looks again."""

from __future__ import annotations

import pytest

from ui.pages.page import Page
from ui.pages.page_stack import PageStack


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


def test_only_the_page_that_is_shown_speaks_in_the_status_line(qtbot, session):
    stack = PageStack(session, [Reads, Reads])
    qtbot.addWidget(stack)
    stack.show()
    heard = []
    stack.count_said.connect(heard.append)
    first = stack.show_page(0)
    second = stack.show_page(1)
    assert (heard[0], heard[-1]) == ("", second.how_much())
    first.say_count()
    assert len(heard) == 4
    assert stack.shown() is second


def test_a_page_wants_by_another_what_its_section_wants(qtbot, page, session):
    whole = Renewed(session)
    qtbot.addWidget(whole)
    page.pass_on(whole)
    with qtbot.waitSignals([whole.person_wanted, whole.import_wanted, whole.new_wanted]):
        page.person_wanted.emit(7)
        page.import_wanted.emit()
        page.new_wanted.emit()
