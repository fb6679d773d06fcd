"""Histories of states, as the tests of statistics need them."""

from __future__ import annotations

from models.core import journal
from models.people.identity import IdentityState
from tests.conftest import USER


def changed(identity, words, since):
    """A change of state, not yet written."""
    return IdentityState(
        identity=identity, person=identity.person_id, state=words, since=since, reason="核对"
    )


def state(identity, words, since):
    """Write a state into the history of an identity."""
    with journal.entry("登记状态", USER):
        changed(identity, words, since).save()
