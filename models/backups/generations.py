"""Generations 各次备份 in a place: what each holds, which of them are good, and which may go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from models.archive.opened import Archive
from models.backups.backup import ABOUT, ENDING, LAST_TITLES, NOT_OURS, SEALED_HEAD, proven_files, read_own
from models.backups.backup_contents import BackupContents, opened_entries, read_contents
from models.core.record import Refusal
from models.heads.journal_heads import JournalHead

BEGINS = "自动备份-"  # the name of what may be thinned; whatever else lies there an officer has put there
RECENT = 4  # the newest, kept whatever their days
SPANS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (7, lambda at: at.date()),
    (5, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
    (99, lambda at: at.year),
)  # of so many days, weeks, months, years on which there was one, the last of each stays


class Generation(NamedTuple):
    """A backup in a place; without contents it cannot be read, or is one of before they were told."""

    file: Path
    contents: BackupContents | None
    fault: str = ""

    @property
    def at(self) -> datetime:
        return self.contents.at if self.contents else datetime.fromtimestamp(self.file.stat().st_mtime)

    @property
    def head(self) -> JournalHead:
        return self.contents.head if self.contents else JournalHead()

    def words(self) -> str:
        """What is in it, in a line."""
        if self.fault:
            return self.fault
        if self.contents is None:
            return "以前版本的备份"
        last = f"，最后一条 {self.head.moment}" if self.head.number else ""
        return f"{self.contents.people:,}人，操作日志{self.head.number:,}条{last}"

    def entries(self, archive: Archive) -> list[tuple[str, str]]:
        """The last entries in it (moment, title), read with the keys of the archive that is open."""
        return opened_entries(archive, read_own(self.file, LAST_TITLES)[LAST_TITLES]) if self.contents else []


def generation_of(file: Path) -> Generation:
    """Look at a backup without reading all of it."""
    try:
        own = read_own(file, ABOUT, SEALED_HEAD)
        return Generation(file, read_contents(own[ABOUT], own[SEALED_HEAD]) if ABOUT in own else None)
    except (Refusal, ValueError, KeyError, TypeError):
        return Generation(file, None, NOT_OURS.format(file.name))


def generations_in(place: Path) -> list[Generation]:
    """All backups that lie in a place, the newest first: by the journal they hold, not by a clock that may have been wrong."""
    found = [generation_of(file) for file in place.glob(f"*{ENDING}") if file.is_file()]
    return sorted(found, key=lambda each: (each.head.number, each.at), reverse=True)


def newest_good(place: Path, mark: str) -> Generation | None:
    """The newest generation of the archive in a place that can be read."""
    return next(
        (each for each in generations_in(place) if each.contents and each.contents.archive == mark), None
    )


def kept_generations(newest_first: Sequence[Generation]) -> list[Generation]:
    """Which generations stay: the last few, and the last of each of the last days, weeks, months and years that had one."""
    kept = list(newest_first[:RECENT])
    for most, span in SPANS:
        seen: list[object] = []
        for each in newest_first:
            if span(each.at) not in seen and len(seen) < most:
                seen.append(span(each.at))
                kept.append(each)
    return [each for each in newest_first if each in kept]


def superfluous(
    generations: Sequence[Generation], holds: Callable[[JournalHead], bool]
) -> Iterator[Generation]:
    """The generations that may go, newest first given: never because of one that is not good.

    What cannot be read, what holds work that the journal no longer ``holds``, and what somebody else put there neither goes nor
    counts. For each that goes, the next newer one that stays is read whole first, and no longer counts when it is hurt.
    """
    ours = [
        each
        for each in generations
        if each.contents and each.file.name.startswith(BEGINS) and holds(each.head)
    ]
    proven_good: set[Path] = set()
    while True:
        kept = kept_generations(ours)
        unproven = [each for each in _standing_for(ours, kept) if each.file not in proven_good]
        if not unproven:
            break
        for each in unproven:
            proven_good.add(each.file)
            if not _is_good(each):
                ours.remove(each)
    yield from (each for each in ours if each not in kept)


def _standing_for(ours: Sequence[Generation], kept: Sequence[Generation]) -> list[Generation]:
    """The ones that stay in the place of those that go."""
    found, newer = [], None
    for each in ours:
        if each in kept:
            newer = each
        elif newer is not None and newer not in found:
            found.append(newer)
    return found


def _is_good(generation: Generation) -> bool:
    try:
        for _ in proven_files(generation.file, with_scans=False):
            pass
    except (Refusal, OSError):
        return False
    return True
