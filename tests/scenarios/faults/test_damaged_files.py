"""Whatever is damaged of keys, scans, backups and policy packs is noticed, in plain words, or it changed nothing.

``YOUFU_DAMAGES=1000`` damages each so often; the database has its own (``tests/models/rescue``).
"""

from __future__ import annotations

import os
import random
from datetime import date

import pytest

from models.archive import scans
from models.archive.keys import Keys
from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places
from models.backups.backup import back_up, proven_files
from models.backups.generations import generation_of
from models.core.jobs import finish
from models.core.record import Refusal
from models.pay.policy.policy_packs import read_policy_pack, write_policy_pack
from tests.models.archive.papers import pdf
from tests.scenarios.faults.damages import DAMAGES

COUNT = int(os.environ.get("YOUFU_DAMAGES", "40"))


@pytest.fixture
def files(archive, tmp_path):
    """A file of each kind, with what reads it."""
    kept = scans.keep_scan(pdf(2))
    (generation,) = finish(back_up_to_places(IN_BETWEEN)).made
    finish(back_up(tmp_path / "全.youfu"))
    write_policy_pack(tmp_path / "政策.zip", "县局", date(2020, 8, 1))
    return {
        "keys": (archive / "keys.json", lambda file: Keys.unlock_practice(archive).archive_mark),
        "scan": (
            archive / "scans" / kept.sha256[:2] / kept.sha256,
            lambda file: scans.read_scan(kept.sha256),
        ),
        "generation": (generation.file, lambda file: (generation_of(file), list(proven_files(file)))[1]),
        "backup": (tmp_path / "全.youfu", lambda file: list(proven_files(file))),
        "pack": (tmp_path / "政策.zip", lambda file: repr(read_policy_pack(file))),
    }


@pytest.mark.parametrize("kind", ["keys", "scan", "generation", "backup", "pack"])
def test_a_damage_is_noticed_or_harmless(files, kind, tmp_path):
    file, read = files[kind]
    whole, said = file.read_bytes(), read(file)
    noticed = 0
    for number in range(COUNT):
        file.unlink()
        file.write_bytes(whole)
        DAMAGES[number % len(DAMAGES)](file, random.Random(number))
        try:
            assert read(file) == said, number
        except Refusal:
            noticed += 1
    print(f"{kind}: {noticed} of {COUNT} noticed, the others changed nothing that is read")
