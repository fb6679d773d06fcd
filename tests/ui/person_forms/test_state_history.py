"""The states of an identity, newest first."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.identity import (
    RECEIVING,
    IdentityState,
)
from models.people.person import Person
from tests.conftest import USER
from ui.person.identities_tab import IdentitiesPage


@pytest.fixture
def page(qtbot, session, identity):
    def make(someone):
        made = IdentitiesPage(session, someone)
        qtbot.addWidget(made)
        made.resize(1000, 700)
        made.show()
        session.changed.connect(lambda: made.renew(Person.get_by_id(someone.id)))
        return made

    return make


def test_a_history_is_newest_first(page, identity):
    someone = identity(state=RECEIVING)
    with journal.entry("变更", USER):
        for year, state in ((2010, "受理"), (2013, RECEIVING)):
            IdentityState.create(identity=someone, person=someone.person, state=state, since=PartDate(year))
    rows = page(someone.person).chosen().history.rows
    assert [rows.text(row, 1) for row in range(2)] == [RECEIVING, "受理"]
