"""The line of filters above a list."""

from __future__ import annotations

import pytest

from ui.tables.filter_line import TYPING_PAUSE, FilterLine


@pytest.fixture
def line(qtbot):
    made = FilterLine()
    qtbot.addWidget(made)
    made.add_words()
    made.add_choice("年度", ["2019年", "2020年"])
    made.add_tick("诉求待办")
    return made


def test_whatever_is_chosen_the_pause_before_looking_stays_the_same(line):
    for act in (
        lambda: line.tick("诉求待办"),
        lambda: line.tick("诉求待办", False),
        lambda: line.choose("年度", "2020年"),
        lambda: line.choose("年度", ""),
    ):
        act()
        assert line._wait.isActive()
        assert line._wait.interval() == TYPING_PAUSE


def test_several_choices_in_a_row_are_said_once(qtbot, line):
    said = []
    line.changed.connect(lambda: said.append(line.chosen("年度")))
    line.choose("年度", "2019年")
    line.choose("年度", "2020年")
    line.tick("诉求待办")
    qtbot.waitUntil(lambda: said != [])
    qtbot.wait(2 * TYPING_PAUSE)
    assert said == ["2020年"]
