"""The pages of a window, one above the other."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from ui.pages.page import Page
from ui.pages.page_stack import PageStack
from ui.widgets import theme


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


class Worded(Page):
    def __init__(self, session):
        super().__init__(session)
        column = QVBoxLayout(self)
        self.words = QPushButton("登记"), theme.look(QLabel("姓名"), "heading")
        for each in self.words:
            column.addWidget(each)

    def type(self):
        return [each.font().pointSizeF() for each in self.words]


def test_a_page_that_waits_takes_the_chosen_type_when_it_is_shown(qtbot, qapp, session):
    inner = []

    class Outer(Page):
        def __init__(self, session):
            super().__init__(session)
            inner.append(PageStack(session, [Worded]))
            QVBoxLayout(self).addWidget(inner[0])

    stack = PageStack(session, [Worded, Outer])
    qtbot.addWidget(stack)
    stack.show()
    stack.show_page(1)
    within = inner[0].show_page(0)
    first = stack.show_page(0)
    usual = first.type()
    theme.set_size(qapp, 16)
    try:
        assert first.type() == [16, 18.4]
        assert within.type() == usual  # which costs nothing
        stack.show_page(1)
        assert within.type() == [16, 18.4]
    finally:
        theme.set_size(qapp, theme.USUAL_SIZE)
    stack.show_page(0)
    assert first.type() == within.type() == usual
