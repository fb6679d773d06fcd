"""Restoring 恢复: a backup in the place of an archive whose old folder stays, or a copy that can only be looked at."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from models.archive import folder_lock, key_file, program_folders, seen_heads
from models.archive.archive_place import mend_swap, refuse_network_share, replaced_name
from models.archive.opened import LOOK_MARK
from models.backups.backup import ENDING, restore, restored_files
from models.backups.backup_places import SECOND_FOLDER, volumes
from models.backups.generations import Generation, generations_in
from models.core.files import UNFINISHED_ENDING, plainly, sync_folder
from models.core.jobs import Job
from models.core.record import Refusal

LOOK_WORDS = "这是一份备份的副本，只供查看，关闭以后删除。\n"


class FoundBackup(NamedTuple):
    """A backup that can be restored, and the archive whose place it would take: None when nobody knows one here."""

    generation: Generation
    archive: Path | None


def find_backups(archives: Iterable[Path]) -> list[FoundBackup]:
    """Every backup in the folders of these archives and on the disks and sticks that are there, the newest first."""
    known = {mark: folder for folder in archives if (mark := _mark(folder))}
    places = [folder / "backups" for folder in known.values()]
    for volume in volumes():
        with suppress(OSError):
            places += [each for each in (volume.root / SECOND_FOLDER).iterdir() if each.is_dir()]
    found = []
    for place in places:
        with suppress(OSError):
            for each in generations_in(place):
                mark = each.contents.archive if each.contents else ""
                found.append(FoundBackup(each, known.get(mark)))
    return sorted(found, key=lambda each: each.generation.at, reverse=True)


def newest_in(place: Path) -> Path:
    """The newest backup of a place, or of an archive, that can be read. ``Refusal`` when there is none."""
    inside = place / "backups" if (place / "backups").is_dir() else place
    for each in generations_in(inside):
        if not each.fault:
            return each.file
    raise Refusal(f"“{inside}”里没有能用的备份（名字以 {ENDING} 结尾的文件）")


def put_back(backup: Path, folder: Path) -> Job[Path | None]:
    """Restore a backup in the place of an archive. Returns where the old one stands now; None when there was none.

    The old one is only renamed, whole as it is; its backups go along to the new one. When anything fails nothing has changed.
    """
    refuse_network_share(folder)
    mend_swap(folder)
    if not folder.exists():
        yield from restore(backup, folder)
        return None
    fresh = folder.with_name(f"{folder.name}{UNFINISHED_ENDING}")
    old = _free(replaced_name(folder, datetime.now()))
    with plainly(folder.parent):
        with folder_lock.folder_held(folder):
            shutil.rmtree(fresh, ignore_errors=True)  # what a crash left of an earlier try
        try:
            yield from restored_files(backup, fresh)
            folder.rename(old)
            try:
                fresh.rename(folder)
            except OSError:
                old.rename(folder)
                raise
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        _take_backups_along(old, folder)
        sync_folder(folder.parent)
    seen_heads.note_restored(key_file.read_key_file(folder)[0].archive, backup)
    return old


def look_at_backup(backup: Path) -> Job[Path]:
    """A copy of a backup that can only be looked at; it is gone when it is closed, or when another is looked at."""
    looks = program_folders.looks()
    shutil.rmtree(looks, ignore_errors=True)
    folder = looks / backup.stem
    with plainly(looks):
        folder.mkdir(parents=True)
        (folder / LOOK_MARK).write_text(LOOK_WORDS, "utf-8")
        yield from restored_files(backup, folder)
    return folder


def _take_backups_along(old: Path, folder: Path) -> None:
    """The generations stay with the archive that is used; a place that cannot be moved stays where it is."""
    with suppress(OSError):
        (folder / "backups").rmdir()
        os.replace(old / "backups", folder / "backups")
    for each in (old, folder):
        (each / "backups").mkdir(exist_ok=True)


def _mark(folder: Path) -> str:
    try:
        return key_file.read_key_file(folder)[0].archive
    except (Refusal, OSError):
        return ""


def _free(folder: Path) -> Path:
    names = (folder, *(folder.with_name(f"{folder.name}-{number}") for number in range(2, 100)))
    return next(each for each in names if not each.exists())
