"""Commands run in this process, on an archive with an account and a password."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import main
from models.archive import keys
from models.archive.wraps import Cost

ROOT = Path(__file__).parent.parent
OFFICE_ROSTER = Path(__file__).parent / "data" / "2020-优抚对象花名册.xlsx"
PASSWORD = "城中区-2020-八一"
LIGHT = Cost(memory=64, passes=1, lanes=1)  # what guessing costs is tried where keys are


@pytest.fixture
def guess_cost():
    """What guessing costs here; None, as in the office, where a process of its own opens the archive."""
    return LIGHT


@pytest.fixture
def run(capsys, monkeypatch, guess_cost):
    """Run a command in this process: ``(status, what it printed, what it complained)``."""
    monkeypatch.setenv("YOUFU_PASSWORD", PASSWORD)
    if guess_cost is not None:
        monkeypatch.setattr(keys, "Cost", lambda: guess_cost)

    def command(*words):
        status = main.main([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


@pytest.fixture(scope="session")
def office_archive(tmp_path_factory):
    """A new archive of the office, with an account and a password: made once by the command, and to be copied."""
    folder = tmp_path_factory.mktemp("办公") / "档案库"
    with pytest.MonkeyPatch.context() as then:
        then.setenv("YOUFU_PASSWORD", PASSWORD)
        then.setenv("XDG_DATA_HOME", str(folder.parent))
        then.setattr(keys, "Cost", lambda: LIGHT)
        assert main.main(["new", str(folder), "--user", "王芳"]) == 0
    return folder


@pytest.fixture
def folder(run, tmp_path, office_archive, guess_cost):
    """A real archive, with an account and a password."""
    made = tmp_path / "档案库"
    if guess_cost is LIGHT:
        return shutil.copytree(office_archive, made)
    status, said, _ = run("new", made, "--user", "王芳")
    assert status == 0
    assert "恢复码" in said
    return made


@pytest.fixture
def told(run):
    """Run a command with ``--json`` and return its answer."""

    def command(*words):
        status, said, complaint = run(*words, "--json", "--user", "王芳")
        assert status in (0, 1), complaint
        return json.loads(said)

    return command
