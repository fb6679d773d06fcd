"""What can be read of a damaged archive comes into a new one, and the rest is told."""

from __future__ import annotations

import random
import shutil

import pytest

from models import proof, store
from models.core.jobs import finish
from models.core.record import Refusal, db
from models.people.identity import Identity
from models.people.person import Person
from models.rescue.rescue import rescue
from models.rescue.sealed_pages import PAGE
from tests.scenarios.faults.deeds import ME, PEOPLE, office


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    folder = tmp_path_factory.mktemp("好") / "档案库"
    office(folder)
    return folder


@pytest.fixture
def damaged(sound, tmp_path):
    return shutil.copytree(sound, tmp_path / "坏")


def all_rows(folder):
    with store.practice_session(folder, ME):
        assert proof.check_archive() == []
        return {
            table: db.execute_sql(f'SELECT * FROM "{table}" ORDER BY rowid').fetchall()
            for table in db.get_tables()
            if table not in ("search_words", "name_key", "finding", "once_claim")
        }


def test_an_archive_without_a_fault_is_brought_over_whole(sound, tmp_path):
    rescued = finish(rescue(sound, tmp_path / "新", ME, ""))
    assert (rescued.people, rescued.papers, rescued.lost) == (PEOPLE, PEOPLE, [])
    assert all_rows(tmp_path / "新") == all_rows(sound)


def test_it_takes_no_folders_place(sound, tmp_path):
    (tmp_path / "文件").write_text("")
    with pytest.raises(Refusal, match="不会覆盖"):
        finish(rescue(sound, tmp_path, ME, ""))
