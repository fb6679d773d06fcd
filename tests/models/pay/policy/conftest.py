"""A pack as another office made it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from datetime import date

import pytest

from models.pay.policy import pack_rows, policy_packs
from models.pay.policy.pack_rows import PackState
from models.pay.policy.policy_packs import MANIFEST

TODAY = date(2026, 11, 29)


@pytest.fixture
def pack(archive, tmp_path):
    """The pack of this archive, as it is now."""
    place = tmp_path / "政策包.zip"
    policy_packs.write_policy_pack(place, "甲区退役军人事务局", TODAY)
    return place


@pytest.fixture
def remade(pack, tmp_path):
    """The same pack with some rows changed: ``remade(standard=change)``, its hashes right again."""

    def make(**changes):
        with zipfile.ZipFile(pack) as old:
            manifest = json.loads(old.read(MANIFEST))
            texts = {name: old.read(name).decode() for name in manifest["files"]}
        for kind, change in changes.items():
            lines = list(csv.DictReader(io.StringIO(texts[f"{kind}.csv"])))
            text = io.StringIO()
            writer = csv.DictWriter(text, list(lines[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(row for row in map(change, lines) if row is not None)
            texts[f"{kind}.csv"] = text.getvalue()
        for name, text in texts.items():
            manifest["files"][name]["sha256"] = hashlib.sha256(text.encode()).hexdigest()
        place = tmp_path / "别的政策包.zip"
        with zipfile.ZipFile(place, "w") as new:
            new.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False))
            for name, text in texts.items():
                new.writestr(name, text)
        return place

    return make


@pytest.fixture
def compared():
    """The rows of a pack that are not the same here."""

    def ask(place):
        found = pack_rows.compared_pack(policy_packs.read_policy_pack(place))
        return [row for row in found if row.state != PackState.SAME]

    return ask
