"""A wrap opens for its own secret, where it belongs, and for nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.archive.wraps import KEY, MOST_MEMORY, MOST_WORK, Cost, check_hex, wrap, wrap_from
from tests.models.archive.conftest import LIGHT

DATA_KEY = bytes(range(KEY))


@pytest.fixture
def wrapped():
    return wrap(DATA_KEY, "青稞在七月", b"one account", LIGHT, "ab", "cd")


def test_the_secret_opens_what_it_wrapped_and_no_other_does(wrapped):
    assert wrapped.open("青稞在七月", b"one account") == DATA_KEY
    assert wrapped.open("青稞在七日", b"one account") is None
    assert wrapped.open("", b"one account") is None


def test_a_wrap_that_was_carried_to_another_account_opens_nothing(wrapped):
    assert wrapped.open("青稞在七月", b"another account") is None


def test_the_same_secret_is_never_wrapped_alike(wrapped):
    again = wrap(DATA_KEY, "青稞在七月", b"one account", LIGHT, "ab", "cd")
    assert len({wrapped.salt, again.salt, wrapped.nonce, again.nonce}) == 4
    assert wrapped.wrapped != again.wrapped


def test_a_wrap_of_another_cost_is_another_key(wrapped):
    assert replace(wrapped, passes=2).open("青稞在七月", b"one account") is None


def test_what_the_file_tells_of_a_wrap_is_read_back(wrapped):
    assert wrap_from(wrapped.facts) == wrapped


@pytest.mark.parametrize(
    "change",
    [
        {"salt": "0" * 30}, {"nonce": "0" * 26}, {"wrapped": "0" * 64}, {"salt": "G" * 32}, {"salt": "A" * 32}, {"salt": None},
        {"hint": 1}, {"name": None}, {"memory": 63.0}, {"passes": 0}, {"lanes": True}, {"more": ""},
    ],
)  # fmt: skip
def test_what_no_program_of_ours_wrote_is_no_wrap(wrapped, change):
    with pytest.raises(ValueError, match=r".+"):
        wrap_from(wrapped.facts | change)


@pytest.mark.parametrize(
    "cost", [Cost(8, 1, 1), Cost(128, 64, 16), Cost(MOST_MEMORY, 6, 16), Cost(64, MOST_WORK // 64, 1), Cost()]
)
def test_a_cost_that_an_office_pc_can_bear_may_be_asked_for(cost):
    assert cost.sane


@pytest.mark.parametrize(
    "cost", [Cost(7, 1, 1), Cost(127, 1, 16), Cost(MOST_MEMORY + 1, 1, 1), Cost(MOST_MEMORY, 7, 4), Cost(64, MOST_WORK // 64 + 1, 1), Cost(64, 0, 1), Cost(200, 1, 17), Cost(64, 1, 0)]
)  # fmt: skip
def test_a_key_file_cannot_ask_for_more_than_a_pc_has(cost):
    assert not cost.sane


def test_hex_is_of_the_length_and_case_that_the_program_writes():
    check_hex("0f", 1)
    for text in ("0F", "0", "0f0", "", "0f\n", None):
        with pytest.raises(ValueError, match="not 1 bytes of hex"):
            check_hex(text, 1)
