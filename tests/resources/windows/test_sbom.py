"""The bill of materials names every wheel by its hash, and everything that is no package."""

from __future__ import annotations

import json

from resources import parts
from resources.windows.lock import read
from resources.windows.sbom import write_sbom


def test_every_part_is_named_and_two_lists_have_the_same_bytes(tmp_path):
    made = json.loads(write_sbom(tmp_path / "1.json", "1.2.3").read_text("utf-8"))
    hashes = {part["name"]: part["hashes"][0]["content"] for part in made["components"] if "hashes" in part}
    assert hashes.items() >= {name: each.sha256 for name, each in read().items()}.items()
    assert {part["name"] for part in made["components"]} >= {part.name for part in parts.others()}
    assert (made["bomFormat"], made["metadata"]["component"]["version"]) == ("CycloneDX", "1.2.3")
    assert write_sbom(tmp_path / "2.json", "1.2.3").read_bytes() == (tmp_path / "1.json").read_bytes()
