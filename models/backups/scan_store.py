"""The store of scans 备份处的扫描件, one beside all generations of a place: each lies there once, for its name is the hash of what it holds."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from models.archive import scans
from models.archive.opened import opened_archive
from models.backups.backup import SCANS, hash_of
from models.core.files import UNFINISHED_ENDING, copy_whole
from models.core.jobs import Job, Step
from models.core.record import Refusal


class StoredScans(NamedTuple):
    """What lies in the store for a generation, name → hash of its bytes; and which scans of the archive are damaged."""

    hashes: dict[str, str]
    damaged: list[str]


def store_scans(place: Path, known: Mapping[str, str]) -> Job[StoredScans]:
    """Bring the archive's scans to the place: only those that it has not, each proven to be what its name says.

    ``known``: the hashes of the last generation there. A scan damaged since then leaves the good one in the store.
    """
    found: dict[str, str] = {}
    damaged: list[str] = []
    papers = list(archive_scans())
    for number, (name, file) in enumerate(papers):
        kept = place / name
        if name in known and _same_size(kept, file):
            found[name] = known[name]
            continue
        yield Step(number, len(papers), f"正在备份扫描件，第{number + 1:,}份，共{len(papers):,}份")
        sealed = file.read_bytes()
        try:
            scans.open_sealed(file.name, sealed)
        except Refusal as refusal:
            damaged.append(str(refusal))
            if name in known and kept.is_file():
                found[name] = known[name]
            continue
        found[name] = hashlib.sha256(sealed).hexdigest()
        if not _same_size(kept, file) or hash_of(kept) != found[name]:
            _bring(file, kept)
    return StoredScans(found, damaged)


def archive_scans() -> Iterator[tuple[str, Path]]:
    """The archive's scans: name in a backup, and file."""
    now = opened_archive()
    for file in sorted(now.scans.glob("??/*")):
        if re.fullmatch("[0-9a-f]{64}", file.name):
            yield f"{SCANS}/{file.parent.name}/{file.name}", file


def bytes_to_bring(place: Path) -> int:
    """How much room the scans need that the place has not; none where links take the place of copies."""
    if place.exists() and place.stat().st_dev == opened_archive().folder.stat().st_dev:
        return 0
    return sum(file.stat().st_size for name, file in archive_scans() if not _same_size(place / name, file))


def drop_scans(place: Path, wanted: Collection[str]) -> None:
    """Remove the scans of which no generation speaks any more."""
    for file in (place / SCANS).glob("??/*"):
        if f"{SCANS}/{file.parent.name}/{file.name}" not in wanted:
            file.unlink(missing_ok=True)


def _same_size(kept: Path, file: Path) -> bool:
    try:
        return kept.stat().st_size == file.stat().st_size
    except FileNotFoundError:
        return False


def _bring(file: Path, kept: Path) -> None:
    """A second name of the same file on its own disk, where the file system has such; else a copy, whole or not there."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    part = kept.with_name(kept.name + UNFINISHED_ENDING)
    part.unlink(missing_ok=True)
    try:
        os.link(file, part)
        os.replace(part, kept)
    except OSError:  # FAT32, or another disk
        copy_whole(file, kept)
    finally:
        part.unlink(missing_ok=True)
