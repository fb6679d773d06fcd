"""Where the program keeps things, installed and carried on a stick."""

from __future__ import annotations

import sys

import pytest

from models import own_places


@pytest.fixture
def program(tmp_path, monkeypatch):
    """The folder of a packed program."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "优抚一人一档.exe"))
    return tmp_path


def test_an_installed_program_uses_the_users_own_folders(program):
    assert own_places.portable() is None
    assert own_places.settings() is None
    assert program not in own_places.documents().parents


def test_a_carried_program_keeps_everything_beside_itself(program):
    (program / own_places.MARK).touch()
    for place in (own_places.documents(), own_places.settings(), own_places.log()):
        assert program in place.parents
    assert own_places.log().parent.is_dir()
