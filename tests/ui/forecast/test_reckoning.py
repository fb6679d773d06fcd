"""A reckoning in the background: the last that was asked for counts, and it can be given up."""

from __future__ import annotations

import time

import pytest

from models.core.jobs import Step
from ui.forecast.reckoning import Reckoning


@pytest.fixture
def reckoning(archive, qtbot):
    made = Reckoning()
    qtbot.addWidget(made)
    made.told = []
    made.done.connect(made.told.append)
    made.given_up.connect(lambda: made.told.append("given up"))
    return made


def quick(result):
    yield Step(0, 1)
    return result


def endless():
    while True:
        yield Step(1, 2, "正在推算")
        time.sleep(0.005)


def test_the_result_is_told(reckoning, qtbot):
    reckoning.start(lambda: quick(5))
    qtbot.waitUntil(lambda: reckoning.told == [5] and not reckoning.busy)
    assert reckoning.isHidden()


def test_what_is_asked_anew_gives_way_to_the_last(reckoning, qtbot):
    reckoning.start(endless)
    reckoning.start(lambda: quick(1))
    reckoning.start(lambda: quick(2))
    qtbot.waitUntil(lambda: reckoning.told == [2] and not reckoning.busy)


def test_it_can_be_given_up(reckoning, qtbot):
    reckoning.start(endless)
    qtbot.waitUntil(lambda: reckoning.note.text() == "正在推算")
    reckoning.cancel_button.click()
    qtbot.waitUntil(lambda: reckoning.told == ["given up"] and not reckoning.busy)
