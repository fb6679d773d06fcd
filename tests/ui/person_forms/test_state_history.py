"""The states of an identity, newest first."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.people.identity import (
    RECEIVING,
    IdentityState,
)
from tests.conftest import USER


def test_a_history_is_newest_first(page, identity):
    someone = identity(state=RECEIVING)
    with journal.entry("变更", USER):
        for year, state in ((2010, "受理"), (2013, RECEIVING)):
            IdentityState.create(identity=someone, person=someone.person, state=state, since=PartDate(year))
    rows = page(someone.person).chosen().history.rows
    assert [rows.text(row, 1) for row in range(2)] == [RECEIVING, "受理"]
