"""Before a second file of one person is made, the officer is asked."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from models.core import journal
from models.people.person import Person
from models.people.two_people import apart
from ui.jobs import messages
from ui.person_forms.likely_files import APART, OPEN, LikelyFiles


@pytest.fixture
def likely(qtbot, session, monkeypatch):
    def with_answer(answer):
        parent = QWidget()
        qtbot.addWidget(parent)
        monkeypatch.setattr(messages, "choose", lambda *_: answer)
        return LikelyFiles(session, parent)

    return with_answer


@pytest.fixture
def typed(person):
    person(name="刘建国", number="63010319500615001X")
    return Person(name="刘健国", number="630103195006150018")


def test_nobody_is_asked_when_nobody_is_alike(likely, person):
    person(name="刘建国", number="63010319500615001X")
    assert likely(None).ask(Person(name="马春花", number="630103196001010027"))


def test_the_file_that_is_there_may_be_opened_instead(likely, typed):
    asked = likely(OPEN)
    assert not asked.ask(typed)
    assert asked.to_open() == Person.get()


def test_going_on_typing_makes_no_file(likely, typed):
    asked = likely(None)
    assert not asked.ask(typed)
    assert asked.to_open() is None


def test_two_people_are_remembered(likely, typed):
    asked = likely(APART)
    assert asked.ask(typed)
    with journal.entry("新建", "王芳"):
        typed.save()
    assert asked.settle(typed) == typed.id
    assert apart(typed.id, Person.get(Person.name == "刘建国").id)
