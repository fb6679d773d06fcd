"""The file keys.json: every changed byte of it is noticed."""

from __future__ import annotations

import random

import pytest

from models.archive import key_file
from models.archive.keys import Keys
from models.core.record import Refusal
from tests.models.archive.conftest import rewrite, unlock


def test_every_changed_byte_is_noticed_before_a_password_is_asked(tmp_path, made):
    path = tmp_path / "keys.json"
    whole = path.read_bytes()
    rng = random.Random(7)
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << rng.randrange(8)]) + whole[at + 1 :])
        with pytest.raises(Refusal, match="已损坏，请从备份恢复"):
            key_file.read_key_file(tmp_path)
    for at in (0, 1, len(whole) // 2, len(whole)):
        for bad in (
            whole[:at] + b" " + whole[at:],
            whole[:at],
            whole[:at] + b"\n" + whole[at:],
            whole + whole[at:],
        ):
            path.write_bytes(bad)
            if bad != whole:
                with pytest.raises(Refusal, match="已损坏"):
                    key_file.read_key_file(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"sha256": 1}',
        b"9" * 9999,
        b"0" * (2 << 20),
    ],
)
def test_a_file_that_is_something_else_is_damaged(tmp_path, made, text):
    (tmp_path / "keys.json").write_bytes(text)
    with pytest.raises(Refusal, match="已损坏"):
        unlock(tmp_path)


@pytest.mark.parametrize(
    "edit",
    [
        lambda f: f.update(practice=True),
        lambda f: f.update(practice=True, open="0" * 64),
        lambda f: f.update(practice=1),
        lambda f: f.update(open="0" * 64),
        lambda f: f.update(accounts=[]),
        lambda f: f.update(accounts={}),
        lambda f: f.update(recovery=None),
        lambda f: f.update(more=1),
        lambda f: f.pop("archive"),
        lambda f: f.update(format="1"),
        lambda f: f["accounts"][0].update(memory=1 << 40),
        lambda f: f["accounts"][0].update(passes=True),
        lambda f: f["accounts"][0].update(lanes=0),
        lambda f: f["accounts"][0].pop("salt"),
        lambda f: f["accounts"].append(None),
    ],
)
def test_an_edit_that_no_program_would_write_is_refused(tmp_path, made, edit):
    rewrite(tmp_path, edit)
    with pytest.raises(Refusal, match="已损坏"):
        unlock(tmp_path)
    with pytest.raises(Refusal, match="已损坏"):
        Keys.unlock_practice(tmp_path)


def test_a_file_of_a_newer_program_asks_for_an_upgrade(tmp_path, made):
    rewrite(tmp_path, lambda facts: facts.update(format=2))
    with pytest.raises(Refusal, match="请先升级程序"):
        unlock(tmp_path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(Refusal, match=r"没有钥匙文件 keys\.json"):
        unlock(tmp_path)


def test_nothing_unfinished_is_left_beside_the_file(tmp_path, made):
    made[0].add_account("李强", "湟水 一直向东流去")
    assert [each.name for each in tmp_path.iterdir()] == ["keys.json"]
