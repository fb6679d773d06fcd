"""The keys of an archive made in a folder, at the least cost of a guess."""

from __future__ import annotations

import hashlib
import json

import pytest

from models.archive import key_file
from models.archive.keys import Keys
from models.archive.wraps import Cost

LIGHT = Cost(memory=64, passes=1, lanes=1)
USER, PASSWORD = "王芳", "青稞在七月 才成熟"


@pytest.fixture
def made(tmp_path):
    return Keys.create(tmp_path, USER, PASSWORD, LIGHT)


def unlock(folder, user=USER, password=PASSWORD):
    return Keys.unlock(folder, user, password, LIGHT)


def rewrite(folder, change):
    """Edit keys.json as somebody would who knows its form but not the data key."""
    facts = json.loads((folder / "keys.json").read_bytes())
    change(facts)
    facts.pop("sha256")
    facts["sha256"] = hashlib.sha256(key_file.canonical(facts)).hexdigest()
    (folder / "keys.json").write_bytes(key_file.canonical(facts))
