"""The archive that is open: at most one at a time, and an answer where there is none."""

from __future__ import annotations

import pytest

from models import proof, store
from models.archive import scans
from models.archive.opened import opened_archive
from models.core.record import Refusal
from tests.conftest import USER
from tests.models.conftest import ME


def test_without_an_open_archive_there_is_an_answer(tmp_path):
    with pytest.raises(Refusal, match="还没有打开档案库"):
        proof.check_archive()
    store.close()


def test_papers_belong_to_the_open_archive():
    with pytest.raises(Refusal, match="还没有打开档案库"):
        scans.read_scan("ab" * 32)


def test_an_archive_has_its_places_in_its_folder(archive):
    here = opened_archive()
    assert (here.database, here.scans, here.backups) == (
        archive / "archive.db",
        archive / "scans",
        archive / "backups",
    )
    assert here.database.is_file()
    assert (here.user, here.practice) == (USER, True)


def test_an_archive_with_a_password_is_no_practice_one_and_its_place_is_free_once_it_is_closed(folder):
    with store.session(folder, *ME):
        assert (opened_archive().folder, opened_archive().practice) == (folder, False)
    with pytest.raises(Refusal, match="还没有打开档案库"):
        opened_archive()
