"""What an officer asks for is done whole or not at all, and a refusal is told."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from models.core.journal import Entry
from models.core.record import Refusal
from models.people.person import Person
from ui.jobs.operations import attempt, attempt_entry, attempt_write


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def refuse():
    raise Refusal("不行")


def test_what_was_done_is_followed_by_what_comes_of_it(window):
    followed = []
    assert attempt(window, lambda: 7, followed.append)
    assert followed == [7]


def test_a_refusal_is_told_and_nothing_follows(window, boxes):
    followed = []
    assert not attempt(window, refuse, followed.append)
    assert (boxes, followed) == (["不行"], [])


def test_every_page_hears_of_what_wrote_its_own_entry_before_anything_follows(window, session):
    heard = []
    session.changed.connect(lambda: heard.append("changed"))
    assert attempt_write(window, session, lambda: None, lambda _: heard.append("followed"))
    assert heard == ["changed", "followed"]


def test_nobody_hears_of_what_was_refused(window, session, boxes):
    heard = []
    session.changed.connect(lambda: heard.append("changed"))
    assert not attempt_write(window, session, refuse)
    assert heard == []


def test_an_entry_is_kept_whole_or_not_at_all(window, session, boxes):
    def register(then=lambda: None):
        Person(name="张三", number="630103195006150015").save()
        then()

    assert not attempt_entry(window, session, "登记", lambda: register(refuse))
    assert not Person.select().exists()
    assert attempt_entry(window, session, "登记张三", register)
    assert Entry.select().order_by(Entry.number.desc()).first().title == "登记张三"


def test_our_own_mistake_is_no_answer(window, boxes):
    with pytest.raises(ZeroDivisionError):
        attempt(window, lambda: 1 // 0)
    assert boxes == []
