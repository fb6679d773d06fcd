"""The page of visits, or one person's part of it."""

from __future__ import annotations

import pytest

from ui.visits.visits import VisitsPage, VisitsTab


@pytest.fixture
def page(session, qtbot):
    def make(person=None):
        made = VisitsTab(session, person) if person else VisitsPage(session)
        qtbot.addWidget(made)
        made.show()
        return made

    return make
