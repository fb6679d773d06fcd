"""A newer setup on a stick is found, read and proven; anything else is refused in words."""

from __future__ import annotations

import pytest

from models.core.jobs import finish
from models.core.record import Refusal
from models.updates.update_pack import SUMS, newest_pack, read_pack, take_in
from resources import parts
from tests.models.updates.conftest import setup_in


def test_a_setup_says_its_version_and_what_is_new(setup_file):
    pack = read_pack(setup_file)
    assert (pack.version, pack.newer) == ("99.1.0", True)
    assert pack.news == "* 新的一条\r\n"


def test_the_newest_on_the_sticks_is_found_also_in_a_folder(tmp_path):
    setup_in(tmp_path / "甲", "99.1.0")
    setup_in(tmp_path / "甲" / "升级", "99.10.0")
    setup_in(tmp_path / "甲", parts.version())
    (tmp_path / "甲" / "优抚一人一档-99.99.0-setup.exe").write_bytes(b"MZ and nothing")
    pack = newest_pack([tmp_path / "没有", tmp_path / "甲"])
    assert pack is not None
    assert pack.version == "99.10.0"


def test_a_stick_without_a_newer_one_has_none(tmp_path):
    setup_in(tmp_path, "0.0.1")
    assert newest_pack([tmp_path]) is None


def test_the_setup_is_copied_and_proven(setup_file):
    taken = finish(take_in(read_pack(setup_file)))
    assert taken.read_bytes() == setup_file.read_bytes()
    assert taken != setup_file


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda file: file.with_name(SUMS).unlink(), "旁边没有 SHA256SUMS"),
        (lambda file: file.write_bytes(file.read_bytes() + b"!"), "对不上"),
        (lambda file: file.unlink(), "找不到"),
    ],
)
def test_what_is_not_as_it_was_sent_is_refused(setup_file, spoil, words):
    pack = read_pack(setup_file)
    spoil(setup_file)
    with pytest.raises(Refusal, match=words):
        finish(take_in(pack))


def test_another_program_and_an_older_one_are_refused(tmp_path):
    with pytest.raises(Refusal, match="不是优抚一人一档的安装程序"):
        read_pack(setup_in(tmp_path, product="别的程序"))
    with pytest.raises(Refusal, match="不用升级"):
        finish(take_in(read_pack(setup_in(tmp_path, parts.version()))))


def test_a_carried_program_is_told_how_it_is_replaced(setup_file, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.executable", str(tmp_path / "优抚一人一档.exe"))
    (tmp_path / "portable.txt").touch()
    with pytest.raises(Refusal, match=r"portable\.zip"):
        finish(take_in(read_pack(setup_file)))
