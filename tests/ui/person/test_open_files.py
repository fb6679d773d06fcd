"""The windows of people's files: one for each person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from shiboken6 import isValid

from ui.person.file_tabs import BASIC_TAB
from ui.person.open_files import PersonFiles


@pytest.fixture
def files(qtbot, session):
    owner = QObject()
    made = PersonFiles(session, owner)
    made.owner = owner
    yield made
    made.give_up()
    qtbot.waitUntil(lambda: not made.windows)


def test_a_file_that_is_open_comes_to_the_front_and_is_not_opened_twice(files, person):
    zhang, li = person(name="张三"), person(name="李四")
    files.open(zhang.id)
    first = files.windows[zhang.id]
    first.hide()
    files.open(li.id)
    files.open(zhang.id)
    assert files.windows[zhang.id] is first
    assert first.isVisible()
    assert set(files.windows) == {zhang.id, li.id}


def test_a_file_that_was_closed_is_opened_anew(files, person, qtbot):
    someone = person()
    files.open(someone.id)
    first = files.windows[someone.id]
    first.close()
    qtbot.waitUntil(lambda: not files.windows)
    assert not isValid(first)
    files.open(someone.id)
    assert files.windows[someone.id].isVisible()


def test_another_file_that_is_wanted_in_one_opens(files, person):
    zhang, li = person(name="张三"), person(name="李四")
    files.open(zhang.id)
    files.windows[zhang.id].open_other.emit(li.id)
    assert files.windows[li.id].isVisible()


def test_what_is_not_saved_keeps_its_file_open_and_giving_up_asks_nothing(files, person, boxes, qtbot):
    someone = person()
    files.open(someone.id)
    window = files.windows[someone.id]
    window.edit()
    window.tabs.pages[BASIC_TAB].form.editors["phone"].set_value("2")
    assert not files.close()
    assert len(boxes) == 1
    assert window.isVisible()
    files.give_up()
    qtbot.waitUntil(lambda: not files.windows)
    assert len(boxes) == 1
    assert files.close()
