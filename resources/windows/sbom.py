"""The bill of materials 组成清单 (SBOM) of a build, as CycloneDX 1.5 JSON: each part with version, licence, origin and hash."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resources import parts
from resources.windows import python
from resources.windows.lock import LOCK, read


def write_sbom(target: Path, version: str) -> Path:
    """Write the list; the same parts give the same bytes, so that there is no moment in it."""
    components = [*_packages(), *_others()]
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(components, sort_keys=True))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "优抚一人一档",
                "version": version,
                "bom-ref": "youfu",
            }
        },
        "components": components,
        "dependencies": list(_needs()),
    }
    target.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return target


def _packages() -> Iterator[dict[str, Any]]:
    """The locked wheels, and the one in which Python's signed files ride."""
    licences = {part.name.lower().replace("_", "-"): part.licence for part in parts.parts()}
    for name, locked in {**read(LOCK), **read(python.HERE / "python.txt")}.items():
        yield {
            "type": "library",
            "bom-ref": name,
            "name": name,
            "version": locked.version,
            "purl": f"pkg:pypi/{name}@{locked.version}",
            "hashes": [{"alg": "SHA-256", "content": locked.sha256}],
        } | _licensed(licences.get(name, ""))


def _others() -> Iterator[dict[str, Any]]:
    """What is no package: runtimes, libraries within wheels, typefaces, data."""
    for part in parts.others():
        yield {
            "type": "library",
            "name": part.name,
            "version": part.version,
            "description": part.about,
        } | _licensed(part.licence)


def _licensed(licence: str) -> dict[str, Any]:
    return {"licenses": [{"license": {"name": licence}}]} if licence else {}


def _needs() -> Iterator[dict[str, Any]]:
    """Who stands on what."""
    locked = read(LOCK)
    for whole in ("youfu", *locked):
        yield {"ref": whole, "dependsOn": [name for name, each in locked.items() if whole in each.via]}
