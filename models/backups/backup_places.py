"""The places of backups 备份处: the archive's own folder, and a second one of this PC, on another disk or a stick known by its label."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from models.archive import program_folders
from models.archive.archive_place import mount_points, refuse_shared_place
from models.archive.opened import Archive
from models.core.files import plain_words, write_whole
from models.core.record import Refusal

SECOND_FOLDER = "优抚备份"  # made on the stick or in the folder that was chosen
LABELS = Path("/dev/disk/by-label")
SAME_DISK = "“{}”和档案库在同一个盘上，盘坏了两份一起没有。请选U盘、移动硬盘或另一个硬盘"


class Volume(NamedTuple):
    """A disk or stick that is there: where its folders begin, and its label."""

    root: Path
    label: str


@dataclass(frozen=True, slots=True)
class BackupMemory:
    """What this PC knows of an archive's backups: the second place, when each was good last, and the last drill."""

    label: str = ""  # of the stick; empty for a folder that is named in full
    folder: str = ""  # from the stick's root, or in full; empty: no second place
    first_good: str = ""  # moments, ISO
    second_good: str = ""
    by_hand: str = ""
    drill: str = ""  # the moment of the last drill
    drill_words: str = ""  # what it found
    drill_good: bool = False

    @property
    def second_words(self) -> str:
        """The second place as officers know it."""
        return f"U盘“{self.label}”" if self.label else self.folder

    def last_good(self) -> datetime | None:
        """When a backup was made and proven last, wherever."""
        moments = [each for each in (self.first_good, self.second_good, self.by_hand) if each]
        return datetime.fromisoformat(max(moments)) if moments else None


def backup_memory(mark: str) -> BackupMemory:
    """What is known of the archive of that mark; nothing, when it cannot be read."""
    try:
        facts = json.loads(_file(mark).read_bytes())
        return BackupMemory(**{name: facts[name] for name in asdict(BackupMemory()) if name in facts})
    except (OSError, ValueError, TypeError):
        return BackupMemory()


def note_backups(mark: str, **facts: str | bool) -> BackupMemory:
    """Change what is known."""
    known = replace(backup_memory(mark), **facts)  # type: ignore[arg-type]  # names and kinds are the fields' own
    file = _file(mark)
    with plain_words(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps(asdict(known), ensure_ascii=False).encode())
    return known


def set_second(archive: Archive, chosen: Path) -> BackupMemory:
    """Make a folder the second place: on a stick with a label it is found again by it, whatever letter the stick gets.

    Raises ``Refusal`` for a share or a cloud's folder, for a place on the archive's own disk, and inside the archive.
    """
    refuse_shared_place(chosen)
    with plain_words(chosen):
        if os.stat(chosen).st_dev == os.stat(archive.folder).st_dev:
            raise Refusal(SAME_DISK.format(chosen))
    volume = _volume_of(chosen)
    inside = chosen if volume is None else chosen.resolve().relative_to(volume.root)
    folder = inside if chosen.name == SECOND_FOLDER else inside / SECOND_FOLDER
    return note_backups(
        archive.keys.archive_mark, label=volume.label if volume else "", folder=str(folder), second_good=""
    )


def forget_second(archive: Archive) -> BackupMemory:
    """Have no second place any more."""
    return note_backups(archive.keys.archive_mark, label="", folder="", second_good="")


def second_place(archive: Archive) -> Path | None:
    """Where the second place is now, a folder of this archive in it; None while the stick is missing, or none is set."""
    root = second_root(backup_memory(archive.keys.archive_mark))
    return root / f"{archive.folder.name}-{archive.keys.archive_mark[:4]}" if root else None


def second_root(known: BackupMemory) -> Path | None:
    """The folder of all archives' backups in the second place, where it is there."""
    if not known.folder:
        return None
    if known.label:
        return next((each.root / known.folder for each in volumes() if each.label == known.label), None)
    folder = Path(known.folder)
    return folder if folder.parent.is_dir() else None


def volumes(labelled: bool = True) -> Iterator[Volume]:
    """The disks and sticks that are there; ``labelled``: only those that have a label, by which they are found again."""
    if sys.platform == "win32":
        yield from (each for each in _windows_volumes() if each.label or not labelled)
        return
    labels = {str(link.resolve()): link.name for link in LABELS.iterdir()} if LABELS.is_dir() else {}
    for device, point, _ in mount_points():
        label = labels.get(device) or Path(point).name  # desktops mount a stick under its label
        if label and Path(point) != Path("/"):
            yield Volume(Path(point), label)


def _windows_volumes() -> Iterator[Volume]:
    import ctypes
    import string

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    drives = kernel.GetLogicalDrives()
    for number, letter in enumerate(string.ascii_uppercase):
        root, label = f"{letter}:\\", ctypes.create_unicode_buffer(261)
        # a drive without a disk in it answers nothing; a share (4) and a CD (5) are no place for backups
        there = drives >> number & 1 and kernel.GetDriveTypeW(root) in (2, 3)
        if there and kernel.GetVolumeInformationW(root, label, 261, None, None, None, None, 0):
            yield Volume(Path(root), label.value)


def _volume_of(folder: Path) -> Volume | None:
    real = folder.resolve()
    around = [each for each in volumes() if real.is_relative_to(each.root)]
    return max(around, key=lambda each: len(each.root.parts), default=None)


def _file(mark: str) -> Path:
    return program_folders.memory() / f"{mark}.backups.json"
