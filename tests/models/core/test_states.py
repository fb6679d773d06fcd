"""A state is a name in the program, and its word in the file, on paper and in every hash."""

from __future__ import annotations

import json

import pytest

from models.core import codes
from models.core.record import db
from models.core.states import State
from models.people.identity import EntitlementState, Identity


@pytest.mark.parametrize("kind", State.__subclasses__(), ids=lambda kind: kind.__name__)
def test_a_state_is_its_word_wherever_it_goes(kind):
    for state in kind:
        word = state.value
        assert (f"{state}", str(state), repr(state), json.dumps(state)) == (
            word,
            word,
            repr(word),
            json.dumps(word),
        )
        assert {word: 1}[state] == 1


def test_the_file_keeps_the_word(identity):
    made = identity(state=EntitlementState.STOPPED)
    (kept,) = db.execute_sql("SELECT state, typeof(state) FROM identity").fetchall()
    assert kept == ("停发", "text")
    assert Identity.get(Identity.state == EntitlementState.STOPPED) == made


def test_the_states_of_an_identity_are_those_of_the_code_table():
    assert [str(state) for state in EntitlementState] == list(codes.table("state").names())
