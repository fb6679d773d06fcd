"""Where the program keeps things, installed and carried on a stick."""

from __future__ import annotations

import sys

import pytest

from models.archive import program_folders


@pytest.fixture
def program(tmp_path, monkeypatch):
    """The folder of a packed program."""
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
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


def test_a_stick_that_cannot_be_written_has_its_settings_with_the_user_and_says_so(program):
    (program / program_folders.PORTABLE_MARK).touch()
    (program / program_folders.SETTINGS).touch()  # no folder can be made there, by whomever
    assert program_folders.unwritable() == program / program_folders.SETTINGS
    assert program_folders.settings() is None
    assert program / "home" in program_folders.log().parents
    assert program not in program_folders.documents().parents


def test_a_user_without_a_place_of_his_own_has_a_log_all_the_same(program, monkeypatch):
    (program / "home").touch()
    monkeypatch.setattr("tempfile.tempdir", str(program))
    assert program_folders.unwritable() is not None
    assert program_folders.log() == program / "youfu" / "youfu.log"
    assert program_folders.log().parent.is_dir()
