"""A backup and a restoring that are killed at any moment: no half file under its final name, and the next one works.

``YOUFU_KILLS=100`` kills so often each; a few times without.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time

from models import store
from models.archive import scans
from models.backups import restoring
from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places
from models.backups.backup import proven_files
from models.backups.generations import generations_in
from models.core.jobs import finish
from models.people.person import Person
from tests.commands import ROOT
from tests.models.archive.papers import pdf
from tests.models.backups.conftest import register

KILLS = int(os.environ.get("YOUFU_KILLS", "2"))
SPAN = 2.5  # seconds, of which the first are Python's own
BACKS_UP = ("backup", "{archive}", "--auto")
RESTORES = ("restore", "{archive}", "{out}")


def killed(words, after):
    command = [sys.executable, str(ROOT / "main.py"), *words]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    process.kill()
    return process.wait() == 0  # it was done before


def test_a_backup_or_restoring_killed_at_any_moment_leaves_nothing_half(tmp_path):
    folder, chance = tmp_path / "档案库", random.Random(7)
    store.create_practice(folder)
    with store.practice_session(folder):
        register("张三")
        for number in range(1, 30):
            scans.keep_scan(pdf(number))
        finish(back_up_to_places(IN_BETWEEN))
    done = set()
    for number in range(KILLS):
        out = tmp_path / f"恢复{number}"
        for words in (BACKS_UP, RESTORES):
            given = [word.format(archive=folder, out=out) for word in words]
            if killed(given, chance.uniform(0.3, SPAN)):
                done.add(words)
        for each in generations_in(folder / "backups"):
            assert not each.fault
            assert list(proven_files(each.file))
        if out.exists():
            with store.practice_session(out):
                assert Person.select().count() == 1
    assert KILLS < 20 or done == {BACKS_UP, RESTORES}  # else all were killed before they had begun
    with store.practice_session(folder):
        finish(back_up_to_places(IN_BETWEEN))
        assert not list((folder / "backups").rglob("*.part"))
    assert finish(restoring.put_back(restoring.newest_in(folder), folder)).is_dir()
