"""Wrong passwords are written down, cost waiting, and are not made unwritten."""

from __future__ import annotations

import json
import shutil

import pytest

from models.archive import program_folders
from models.archive.wrong_passwords import LONGEST_WAIT, WRONG_FILE, Patience, read_wrong, wait_after
from models.core.record import Refusal
from tests.models.archive.conftest import USER

KEY = bytes(range(32))


class Clock:
    """A clock that goes when it is told to."""

    now = 1_790_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_the_wait_grows_to_a_quarter_of_an_hour():
    assert [wait_after(count) for count in (0, 1, 2, 3, 4, 5, 9, 12, 13, 400)] == [
        0, 0, 0, 1, 2, 4, 64, 512, LONGEST_WAIT, LONGEST_WAIT
    ]  # fmt: skip


def test_whoever_waited_may_try_again_and_the_count_goes_on(tmp_path, clock):
    patience = Patience(tmp_path, clock)
    for _ in range(5):
        patience.wrong()
    with pytest.raises(Refusal, match="已连续输错5次，请等4秒再试"):
        patience.refuse_haste()
    clock.now += 4
    patience.refuse_haste()
    patience.wrong()
    assert patience.seconds() == 8


def test_neither_starting_anew_nor_deleting_the_file_nor_carrying_the_folder_away_helps(
    tmp_path, made, clock
):
    for _ in range(6):
        Patience(tmp_path, clock).wrong()
    assert Patience(tmp_path, clock).seconds() == 8
    other = shutil.copytree(tmp_path, tmp_path / "别处")
    (other / WRONG_FILE).unlink()
    assert Patience(other, clock).seconds() == 8  # the PC knows the archive
    program_folders.waiting_times().unlink()
    assert Patience(tmp_path, clock).seconds() == 8  # and the archive knows itself


def test_a_good_sign_in_forgets_the_wrong_ones(tmp_path, clock):
    patience = Patience(tmp_path, clock)
    for _ in range(4):
        patience.wrong()
    patience.begin_anew(7, KEY)
    assert patience.seconds() == 0
    assert patience.wrong() == 1


def test_each_archive_has_its_own(tmp_path, clock):
    for _ in range(3):
        Patience(tmp_path / "甲", clock).wrong()
    assert Patience(tmp_path / "乙", clock).seconds() == 0


def test_a_clock_set_back_never_lengthens_the_wait(tmp_path, clock):
    patience = Patience(tmp_path, clock)
    for _ in range(5):
        patience.wrong()
    clock.now -= 10**7
    assert patience.seconds() == 4


@pytest.mark.parametrize("words", ["", "x", "[]", "[1]", "{}", "[[1, 2], [3]]", '[["a", "b"]]', "[" * 9999])
def test_what_nobody_can_read_is_no_wait(tmp_path, words):
    (tmp_path / WRONG_FILE).write_text(words)
    program_folders.waiting_times().write_text(words)
    assert read_wrong(tmp_path) is None
    assert Patience(tmp_path).seconds() == 0


def test_nobody_is_named_in_the_file(tmp_path):
    Patience(tmp_path).wrong("ab")
    assert USER not in (tmp_path / WRONG_FILE).read_text("utf-8")


@pytest.mark.parametrize(
    "tamper",
    [
        lambda facts: facts.pop(),
        lambda facts: facts.pop(1),
        lambda facts: facts[1].__setitem__(1, "别的电脑"),
        lambda facts: facts[0].__setitem__(1, "0" * 64),
        lambda facts: facts.append(facts[-1]),
    ],
)
def test_a_line_that_was_changed_left_out_or_added_is_noticed(tmp_path, clock, tamper):
    patience = Patience(tmp_path, clock)
    patience.begin_anew(1, KEY)
    for _ in range(3):
        patience.wrong("ab")
    assert read_wrong(tmp_path).fits(KEY)
    facts = json.loads((tmp_path / WRONG_FILE).read_bytes())
    tamper(facts)
    (tmp_path / WRONG_FILE).write_bytes(json.dumps(facts).encode())
    assert not read_wrong(tmp_path).fits(KEY)
