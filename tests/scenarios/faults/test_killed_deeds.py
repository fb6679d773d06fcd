"""A deed of the office that is killed at any moment of its measured length: its entries are there whole or not at all.

``YOUFU_KILLS=24`` kills each of them so often, a little more than 300 times in all; without it the quick ones are killed once.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time

import pytest
from pypdf import PdfReader

from models import proof, store
from models.backups.backup import proven_files
from models.backups.generations import generations_in
from models.core.journal import Entry
from tests.scenarios.faults.deeds import DEEDS, office

KILLS = int(os.environ.get("YOUFU_KILLS", "1"))
QUICK = ("import", "run", "backup", "put back", "merge")
MOST = 120  # seconds that a deed may take on a busy machine
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a process is parted in two by fork")


@pytest.fixture(scope="module")
def offices(tmp_path_factory):
    """Archives before each deed, made once."""
    made = tmp_path_factory.mktemp("机关")

    def before(name):
        folder = made / name / "档案库"
        if not folder.exists():
            office(folder)
            (made / name / "外").mkdir()
            DEEDS[name].before(folder, made / name / "外")
        return folder.parent

    return before


def done_by_another(name, place, signals, temp):
    """What the other process does: the deed, between two signals."""
    tempfile.tempdir = str(temp)
    signals.send("begun")
    DEEDS[name].does(place / "档案库", place / "外")
    signals.send("done")


def killed(name, place, temp, after):
    """Do a deed in a process that is killed so long after it has begun; returns how long it took, None when it was killed."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(
        target=done_by_another, args=(name, place, there, temp)
    )
    process.start()
    assert here.poll(MOST)
    here.recv()
    begun = time.monotonic()
    done = here.poll(after)
    took = time.monotonic() - begun
    process.kill()
    process.join()
    return took if done else None


def titles(folder):
    """What the journal tells, once the archive is opened and proven."""
    with store.practice_session(folder, "王芳"):
        assert proof.check_archive() == []
        return [each.title for each in Entry.select().order_by(Entry.number)]


def assert_nothing_half(place, temp):
    for each in generations_in(place / "档案库" / "backups"):
        assert not each.fault
        assert list(proven_files(each.file))
    for file in (place / "外").rglob("*.pdf"):
        assert len(PdfReader(file).pages)
    if (place / "外" / "恢复").exists():
        titles(place / "外" / "恢复")
    assert not any(file.stat().st_size for file in temp.rglob("*") if file.is_file())


@pytest.mark.parametrize("name", DEEDS if "YOUFU_KILLS" in os.environ else QUICK)
def test_a_deed_killed_at_any_moment_is_done_whole_or_not_at_all(name, offices, tmp_path):
    chance, length, seen = random.Random(name), None, set()
    for number in range(KILLS + 1):
        place = shutil.copytree(offices(name), tmp_path / str(number))
        (temp := tmp_path / f"临时{number}").mkdir()
        took = killed(name, place, temp, MOST if length is None else length * chance.uniform(0.02, 1))
        told = titles(place / "档案库")
        if length is None:
            assert took is not None
            length, whole = took, told
        seen.add(len(told))
        assert told == whole[: len(told)]
        assert_nothing_half(place, temp)
        shutil.rmtree(place)
    print(f"{name}: {length:.2f} s, {KILLS} kills, entries left: {sorted(seen)}")
