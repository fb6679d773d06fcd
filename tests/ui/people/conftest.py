"""The page of all people."""

from __future__ import annotations

import pytest

from ui.people.page import PeoplePage


@pytest.fixture
def page(qtbot, session):
    made = PeoplePage(session)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    return made


def names(page):
    return [page.rows.record(row).person.name for row in range(page.rows.rowCount())]
