"""The lock: every wheel of the Windows program by version and hash. ``python -m resources.windows.lock`` refreshes it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent
LOCK = HERE / "requirements.txt"
PYPROJECT = HERE.parent.parent / "pyproject.toml"
TARGET = [
    "--platform",
    "win_amd64",
    "--python-version",
    "3.11",
    "--implementation",
    "cp",
    "--only-binary=:all:",
]
WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
}
PYTHON = {"python_version": "3.11", "python_full_version": "3.11.7"}
HEAD = """\
# Every wheel of the Windows program, by version and hash; "via" says who needs it.
# Made from pyproject.toml by: python -m resources.windows.lock
"""


@dataclass
class Locked:
    """One wheel: the package's name, its version, the SHA-256 of the file, and the packages that need it."""

    name: str
    version: str
    sha256: str
    via: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}  # via {', '.join(sorted(self.via))}"


def read(file: Path = LOCK) -> dict[str, Locked]:
    """The wheels of a lock by the package's name."""
    line = re.compile(r"^([\w.-]+)==(\S+) --hash=sha256:([0-9a-f]{64})(?:  # via (.+))?$", re.M)
    found = line.findall(file.read_text("utf-8"))
    return {name: Locked(name, version, sha, via.split(", ")) for name, version, sha, via in found}


def wanted() -> dict[str, Requirement]:
    """What pyproject.toml says the program stands on, by name."""
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    return {canonicalize_name(each.name): each for each in map(Requirement, project["dependencies"])}


def faults() -> list[str]:
    """Where the lock and pyproject.toml disagree."""
    locked = read()
    wants = {name: each for name, each in wanted().items() if _applies(each)}
    missing = [f"{name} is not in the lock" for name in wants if name not in locked]
    wrong = [
        f"{name} {locked[name].version} is not {each.specifier}"
        for name, each in wants.items()
        if name in locked and locked[name].version not in each.specifier
    ]
    needless = [
        f"{name} is needed by nobody"
        for name, each in locked.items()
        if not any(via in locked or (via == "youfu" and name in wants) for via in each.via)
    ]
    return missing + wrong + needless


def refresh() -> dict[str, Locked]:
    """Resolve anew for Windows; pip judges conditions by its own machine, so ours are asked for until none is missing."""
    asked: dict[str, str] = {name: str(each) for name, each in wanted().items() if _applies(each)}
    while True:
        found = _resolved(list(asked.values()))
        locked = {name: _locked(each) for name, each in found.items()}
        needs = [(name, need) for name, each in found.items() for need in _needs(each)]
        lacking: dict[str, str] = {
            canonicalize_name(need.name): f"{need.name}{need.specifier}" for _, need in needs
        }
        new = {name: words for name, words in lacking.items() if name not in locked}
        if not new:
            break
        asked |= new
    for name, need in [("youfu", each) for each in wanted().values()] + needs:
        if _applies(need):
            locked[canonicalize_name(need.name)].via.append(name)
    return locked


def _resolved(requirements: list[str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--dry-run",
            "--ignore-installed",
            "--target",
            folder,
        ]
        report = Path(folder) / "report.json"
        subprocess.run([*command, "--report", report, *TARGET, *requirements], check=True)
        found = json.loads(report.read_text("utf-8"))["install"]
    return {canonicalize_name(each["metadata"]["name"]): each for each in found}


def _locked(found: dict[str, Any]) -> Locked:
    sha256 = found["download_info"]["archive_info"]["hashes"]["sha256"]
    return Locked(canonicalize_name(found["metadata"]["name"]), found["metadata"]["version"], sha256)


def _needs(found: dict[str, Any]) -> list[Requirement]:
    return [need for need in map(Requirement, found["metadata"].get("requires_dist", [])) if _applies(need)]


def _applies(need: Requirement) -> bool:
    """Whether it is needed on Windows, without extras."""
    environment = {**default_environment(), **WINDOWS, **PYTHON, "extra": ""}
    return need.marker is None or need.marker.evaluate(
        {name: str(words) for name, words in environment.items()}
    )


def main() -> None:
    locked = sorted(refresh().values(), key=lambda each: each.name)
    LOCK.write_text(HEAD + "".join(f"{each}\n" for each in locked), "utf-8")
    print(f"{LOCK}: {len(locked)} wheels")


if __name__ == "__main__":
    main()
