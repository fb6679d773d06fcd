"""Waiting after wrong passwords."""

from __future__ import annotations

import time

from ui.start.wrong_passwords import LONGEST_WAIT, Patience
from ui.widgets import window_memory


def test_each_wrong_password_doubles_the_wait(tmp_path):
    patience = Patience(tmp_path)
    assert patience.seconds() == 0
    waits = []
    for _ in range(5):
        patience.wrong()
        waits.append(patience.seconds())
    assert waits == [1, 2, 4, 8, 16]


def test_the_wait_has_an_end(tmp_path):
    patience = Patience(tmp_path)
    for _ in range(40):
        patience.wrong()
    assert patience.seconds() == LONGEST_WAIT


def test_starting_the_program_again_does_not_help(tmp_path):
    for _ in range(4):
        Patience(tmp_path).wrong()
    assert Patience(tmp_path).seconds() == 8


def test_the_right_password_forgets_the_wrong_ones(tmp_path):
    patience = Patience(tmp_path)
    patience.wrong()
    patience.right()
    assert patience.seconds() == 0
    assert patience.wrong() == 1


def test_each_archive_has_its_own(tmp_path):
    Patience(tmp_path / "甲").wrong()
    assert Patience(tmp_path / "乙").seconds() == 0


def test_a_clock_set_back_never_lengthens_the_wait(tmp_path):
    patience = Patience(tmp_path)
    window_memory.remember(patience._name, [3, time.time() + 10**7])
    assert patience.seconds() == 4


def test_what_nobody_can_read_is_no_wait(tmp_path):
    patience = Patience(tmp_path)
    for nonsense in ("x", [], [1], ["a", "b"], [-3, 0], None):
        window_memory.remember(patience._name, nonsense)
        assert patience.seconds() == 0
