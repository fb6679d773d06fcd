"""Where the program keeps things, installed and carried on a stick."""

from __future__ import annotations

import sys

import pytest

from models.archive import program_folders


@pytest.fixture
def program(tmp_path, monkeypatch):
    """The folder of a packed program."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "优抚一人一档.exe"))
    return tmp_path


def test_an_installed_program_uses_the_users_own_folders(program):
    assert program_folders.portable() is None
    assert program_folders.settings() is None
    assert program not in program_folders.documents().parents


def test_a_carried_program_keeps_everything_beside_itself(program):
    (program / program_folders.PORTABLE_MARK).touch()
    for place in (program_folders.documents(), program_folders.settings(), program_folders.log()):
        assert program in place.parents
    assert program_folders.log().parent.is_dir()
