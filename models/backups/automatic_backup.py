"""The automatic backup 自动备份: at the day's end and before what changes much, into each place, proven, and thinned."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from models.archive.opened import Archive, opened_archive
from models.backups import backup_places, generations, scan_store
from models.backups.backup import ENDING, hashes_in, write_backup
from models.backups.backup_places import backup_memory, second_place
from models.backups.generations import BEGINS, Generation, generation_of, generations_in, newest_good
from models.core.dates import this_day
from models.core.files import plainly, sweep
from models.core.jobs import Job
from models.core.record import Refusal
from models.heads import journal_heads

DAY_END, BEFORE_IMPORT, BEFORE_UPGRADE = "日终", "导入前", "升级前"
BEFORE_HANDING_OVER, IN_BETWEEN = "移交前", "随时"  # restoring keeps the old archive itself
MARGIN = 4 << 20  # bytes that a place keeps free beside what a backup needs


class Backups(NamedTuple):
    """What came of it: the generations made, the places that refused, by name and reason, and the scans that are damaged.

    ``awaited``: the stick that is missing, in words.
    """

    made: list[Generation]
    refused: list[str]
    damaged: list[str]
    awaited: str = ""

    def faults(self) -> list[str]:
        """What the officer should do something about."""
        return [*self.refused, *self.damaged]


class SpaceNeed(NamedTuple):
    """What a backup takes in a place, and what is free there; in bytes."""

    database: int
    scans: int
    free: int

    @property
    def enough(self) -> bool:
        # the database lies there twice until it is proven
        return self.free >= 2 * self.database + self.scans + MARGIN

    def words(self) -> str:
        need = _size(self.database + self.scans)
        scans = f"（其中没备份过的扫描件{_size(self.scans)}）" if self.scans else ""
        return f"这次要{need}{scans}，以后每次约{_size(self.database)}，那里还有{_size(self.free)}"


def back_up_to_places(reason: str, places: Sequence[Path] | None = None) -> Job[Backups]:
    """A generation in each place, the archive's own and the second where it is there; one that refuses leaves the others.

    Raises ``Refusal`` with every reason when no place took it.
    """
    now = opened_archive()
    outcome = Backups([], [], [], "" if places else awaited(now))
    for place in places_now(now) if places is None else places:
        try:
            made, damaged = yield from _back_up_into(place, now, reason)
        except Refusal as refusal:
            outcome.refused.append(f"{place}：{refusal}")
        else:
            outcome.made.append(made)
            outcome.damaged.extend(each for each in damaged if each not in outcome.damaged)
    if not outcome.made:
        raise Refusal("没有备份成。" + "；".join(outcome.refused))
    return outcome


def back_up_before(reason: str) -> Job[Backups | None]:
    """The same before something changes much; nothing when the newest generation holds all of it, nor of a practice archive."""
    now = opened_archive()
    if not backs_up(now) or not any(_is_behind(place, now) for place in places_now(now)):
        return None
    return (yield from back_up_to_places(reason))


def due_at_close() -> bool:
    """Whether a place that can be reached has no generation of today, or none of what was written since."""
    now = opened_archive()
    return backs_up(now) and any(_is_due(place, now) for place in places_now(now))


def backs_up(archive: Archive) -> bool:
    """Whether it is backed up by itself: not where nobody is real, and no copy or past day that is only looked at."""
    return not archive.practice and archive.past is None and not archive.only_looked_at


def places_now(archive: Archive) -> list[Path]:
    """The places that can be reached now."""
    second = second_place(archive)
    return [archive.backups, *([second] if second else [])]


def awaited(archive: Archive) -> str:
    """The second place that is set and not there, in words; empty when nothing is missing."""
    known = backup_memory(archive.keys.archive_mark)
    if not known.folder or second_place(archive) is not None:
        return ""
    return f"{known.second_words}没有找到，插上以后会自动补上"


def stick_is_behind() -> bool:
    """Whether the second place is there again and has no generation of today."""
    second = second_place(opened_archive())
    newest = newest_good(second, opened_archive().keys.archive_mark) if second else None
    return second is not None and (newest is None or newest.at.date() != this_day())


def space_need(place: Path) -> SpaceNeed:
    """What the next backup takes there."""
    there = next(each for each in (place, *place.parents) if each.exists())
    with plainly(place):
        return SpaceNeed(
            opened_archive().database.stat().st_size,
            scan_store.bytes_to_bring(place),
            shutil.disk_usage(there).free,
        )


def _is_behind(place: Path, archive: Archive) -> bool:
    newest = newest_good(place, archive.keys.archive_mark)
    return newest is None or newest.head != journal_heads.head_now()


def _is_due(place: Path, archive: Archive) -> bool:
    newest = newest_good(place, archive.keys.archive_mark)
    return newest is None or newest.at.date() != this_day() or newest.head != journal_heads.head_now()


def _back_up_into(place: Path, archive: Archive, reason: str) -> Job[tuple[Generation, list[str]]]:
    with plainly(place):
        place.mkdir(parents=True, exist_ok=True)
        sweep(place)
        need = space_need(place)
        if not need.enough:
            raise Refusal(f"放不下：{need.words()}。请腾出空间，或另选一个备份处")
        newest = newest_good(place, archive.keys.archive_mark)
        known = hashes_in(newest.file) if newest else {}
        stored = yield from scan_store.store_scans(place, known)
        out = _free_name(place)
        yield from write_backup(out, [], stored.hashes, reason)
        _thin(place)
    good = "first_good" if place == archive.backups else "second_good"
    backup_places.note_backups(
        archive.keys.archive_mark, **{good: datetime.now().isoformat(timespec="seconds")}
    )
    return generation_of(out), stored.damaged


def _free_name(place: Path) -> Path:
    """A name by the clock; where the clock was set back onto one that is taken, with a number."""
    name = f"{BEGINS}{datetime.now():%Y%m%d-%H%M%S}"
    names = [f"{name}{ENDING}", *(f"{name}-{number}{ENDING}" for number in range(2, 100))]
    return next(place / each for each in names if not (place / each).exists())


def _thin(place: Path) -> None:
    """Let go of generations that others stand for, and of scans that none speaks of; of no scans while one cannot be read."""
    for each in list(generations.superfluous(generations_in(place), journal_heads.holds)):
        each.file.unlink(missing_ok=True)
    try:
        wanted = {name for each in generations_in(place) for name in hashes_in(each.file)}
    except Refusal:
        return
    scan_store.drop_scans(place, wanted)


def _size(count: int) -> str:
    return f"{count / (1 << 30):,.1f} GB" if count >= 1 << 30 else f"{max(count / (1 << 20), 0.1):,.1f} MB"
