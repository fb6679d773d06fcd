"""Rosters taken in by the command once, and copied for each test."""

from __future__ import annotations

import shutil

import pytest

import main
from models.archive import keys
from tests import factories
from tests.commands import LIGHT, OFFICE_ROSTER, PASSWORD


def _taken_in(place, new_archive, *rows):
    folder = shutil.copytree(new_archive, place / "档案库")
    assert main.main(["import", str(folder), str(factories.roster(place / "花名册.xlsx", *rows))]) == 0
    return folder


@pytest.fixture(scope="session")
def _two(tmp_path_factory, new_archive):
    stopped = factories.combatant("李四", 优抚对象状态="停发")
    return _taken_in(tmp_path_factory.mktemp("两人"), new_archive, factories.combatant("张三"), stopped)


@pytest.fixture(scope="session")
def _three(tmp_path_factory, new_archive):
    undated = factories.combatant("王五", 批准日期="")
    rows = factories.combatant("张三"), factories.combatant("李四"), undated
    return _taken_in(tmp_path_factory.mktemp("三人"), new_archive, *rows)


@pytest.fixture
def two_combatants(tmp_path, _two):
    """A practice archive with two combatants, one of them stopped."""
    return shutil.copytree(_two, tmp_path / "档案库")


@pytest.fixture
def three_combatants(tmp_path, _three):
    """A practice archive with three combatants, one of them without a date of approval."""
    return shutil.copytree(_three, tmp_path / "档案库")


@pytest.fixture(scope="session")
def _whole(tmp_path_factory, office_archive):
    place = tmp_path_factory.mktemp("全县")
    folder = shutil.copytree(office_archive, place / "档案库")
    with pytest.MonkeyPatch.context() as then:
        then.setenv("YOUFU_PASSWORD", PASSWORD)
        then.setenv("XDG_DATA_HOME", str(place))
        then.setattr(keys, "Cost", lambda: LIGHT)
        assert main.main(["import", str(folder), str(OFFICE_ROSTER), "--user", "王芳"]) in (0, 1)
    return folder


@pytest.fixture
def whole_office(run, tmp_path, _whole):
    """An archive with an account and a password, into which the roster of all 681 was taken."""
    return shutil.copytree(_whole, tmp_path / "档案库")
