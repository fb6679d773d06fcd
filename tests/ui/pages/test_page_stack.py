"""The pages of a window, one above the other."""

from __future__ import annotations

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
