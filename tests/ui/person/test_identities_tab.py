"""身份: each kind its own fields; the state is changed with date and reason; the history stands below."""

from __future__ import annotations

import pytest

from models.core import journal
from models.people.identity import (
    DISABLED,
    RECEIVING,
    RURAL_VETERANS,
    SURVIVORS,
)
from models.people.person import Person
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


def test_the_identities_are_listed_with_their_states(page, identity):
    first = identity(kind=SURVIVORS, category="烈士遗属", state="停发")
    identity(first.person, kind=RURAL_VETERANS, state=RECEIVING)
    made = page(first.person)
    assert [made.list.item(row).text() for row in range(2)] == [
        "三属\n烈士遗属\n停发",
        "农村籍退役士兵\n享受待遇",
    ]
    assert made.chosen().identity.id == first.id
    assert len(made.pages) == 1  # the second is made when it is looked at


def test_somebody_without_an_identity_is_told_how_to_add_one(qtbot, page, person):
    made = page(person())
    assert made.chosen() is None
    assert "添加身份" in made.none.text()
    with qtbot.waitSignal(made.add_wanted):
        made.add_button.click()


def test_an_identity_taken_back_by_an_undo_leaves_the_list(page, session, identity):
    first = identity(kind=DISABLED, grade="五级", nature="因战")
    identity(first.person, kind=RURAL_VETERANS)
    made = page(first.person)
    made.list.setCurrentRow(1)
    session.undo(journal.Entry.select().order_by(journal.Entry.number.desc()).get().number)
    assert made.list.count() == 1
    assert made.chosen().identity.id == first.id
