"""A page with several sections."""

from __future__ import annotations

import pytest

from ui.jobs.session import Session
from ui.pages.page import Page
from ui.pages.sections import SectionsPage


class Heard(Page):
    def __init__(self, session):
        super().__init__(session)
        self.said = "共3条"

    def how_much(self):
        return self.said

    def read(self):
        self.said = "共4条"


class Quiet(Page):
    pass


class Sections(SectionsPage):
    NAME = "试验"
    SECTIONS = (("发放记录", Quiet), ("发放批次", Heard))


@pytest.fixture
def page(qtbot, archive):
    made = Sections(Session())
    qtbot.addWidget(made)
    return made


def test_a_section_is_made_when_it_is_first_looked_at(page):
    assert isinstance(page.shown(), Quiet)
    made = []
    page.stack.made.connect(made.append)
    assert isinstance(page.show_section("发放批次"), Heard)
    page.show_section("发放记录")
    page.show_section("发放批次")
    assert len(made) == 1


def test_what_a_section_says_is_passed_on_while_it_is_shown(page, qtbot):
    heard = []
    page.count_said.connect(heard.append)
    shown = page.show_section("发放批次")
    assert heard[-1] == "共3条"
    with qtbot.waitSignal(page.person_wanted) as wanted:
        shown.person_wanted.emit(7)
    assert wanted.args == [7]
    page.show_section("发放记录")
    shown.say_count()
    assert heard[-1] == ""


def test_the_keyboard_goes_from_section_to_section(page):
    page._step(1)
    assert isinstance(page.shown(), Heard)
    page._step(1)
    assert isinstance(page.shown(), Quiet)


def test_the_section_looked_at_last_is_shown_again(page, qtbot, archive):
    page.show_section("发放批次")
    again = Sections(Session())
    qtbot.addWidget(again)
    assert isinstance(again.shown(), Heard)


def test_f5_reads_the_section_that_is_shown(page):
    page.refresh()  # which has nothing to read
    heard = page.show_section("发放批次")
    page.refresh()
    assert heard.said == "共4条"
