"""Wheels: fetched once into the cache, proven by their hash, and unpacked so that only what is wanted lands."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from resources.windows.lock import TARGET, Locked, read

Wanted = Callable[[str], bool]


def cache() -> Path:
    """Where wheels and the like are kept between builds; never within the repository."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "youfu-windows"


def fetch(lock: Path) -> dict[str, Path]:
    """The wheels of a lock by the package's name; asks the registry only for those that the cache lacks."""
    locked, folder = read(lock), cache() / "wheels"
    folder.mkdir(parents=True, exist_ok=True)
    if lacking := [each for each in locked.values() if each.sha256 not in _kept(folder)]:
        _download(lacking, folder)
    kept = _kept(folder)
    return {name: kept[each.sha256] for name, each in locked.items()}


def unpack(wheel: Path, into: Path, wanted: Wanted) -> None:
    """Lay a wheel's files as an installer would; scripts and headers are no part of the program."""
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            place = re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", name)
            if name.endswith("/") or ".data/" in place or not wanted(place):
                continue
            target = into / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(packed.read(name))


def _download(lacking: list[Locked], folder: Path) -> None:
    names = folder.parent / "lacking.txt"
    names.write_text(
        "".join(f"{each.name}=={each.version} --hash=sha256:{each.sha256}\n" for each in lacking)
    )
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "--require-hashes",
        "-d",
        str(folder),
    ]
    subprocess.run([*command, *TARGET, "-r", str(names)], check=True)


def _kept(folder: Path) -> dict[str, Path]:
    return {_hash(path, path.stat().st_mtime_ns): path for path in sorted(folder.glob("*.whl"))}


@lru_cache
def _hash(path: Path, changed: int) -> str:
    """Of 300 MB, asked once in a build as long as the file is as it was ``changed``."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    for lock in ("python.txt", "requirements.txt"):
        print(f"{lock}: {len(fetch(Path(__file__).parent / lock))} wheels at hand")
