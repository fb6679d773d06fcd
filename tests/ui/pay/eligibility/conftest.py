"""Open questions in the window."""

from __future__ import annotations

import pytest

from models.core import journal
from models.pay.standards import months
from models.people.identity import Identity
from models.people.person import Person
from tests.models.pay.conftest import due, granted, standard, tell
from tests.ui.pay.dues.conftest import SICK
from ui.pay.eligibility.questions import QuestionsPage

__all__ = ["due", "granted", "standard", "tell"]
FOUGHT = {"kind": "参战退役人员", "category": "", "grade": "", "nature": ""}
USER = "王芳"


@pytest.fixture
def doubted(person, granted):
    """Somebody who is paid as one who fell ill and as one who fought."""

    def make(name="甲", **facts):
        someone = person(name=name, **facts)
        granted(someone=someone, **FOUGHT)
        return granted(someone=someone, **SICK)

    return make


@pytest.fixture
def page(session, qtbot):
    made = QuestionsPage(session)
    qtbot.addWidget(made)
    made.show()
    made.month.set_month(months.month(2019, 9))
    return made


def decided(identity):
    return Identity.get_by_id(identity.id).eligibility_decisions


def told(page, key):
    place = next(n for n, column in enumerate(page.rows.columns) if column.key == key)
    return [page.rows.text(number, place) for number in range(page.rows.rowCount())]


def changed(someone, **facts):
    with journal.entry("情况", USER):
        fresh = Person.get_by_id(someone.id)
        for name, value in facts.items():
            setattr(fresh, name, value)
        fresh.save()
