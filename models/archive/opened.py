"""The opened archive 档案库: at most one at a time in a program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.archive.keys import Keys
from models.core.files import UNFINISHED_ENDING
from models.core.past_day import PastDay
from models.core.record import Refusal

PAST_COPY = f"archive-past.db{UNFINISHED_ENDING}"  # swept at the next opening, should a crash leave it


LOOK_MARK = "只供查看.txt"  # lies in the copy of a backup that may only be looked at


@dataclass(frozen=True)
class Archive:
    """An open archive: its folder, the account that opened it, its unlocked keys; of a past one the day that is looked at."""

    folder: Path
    user: str
    keys: Keys
    past: PastDay | None = None

    @property
    def practice(self) -> bool:
        """Whether it holds invented people only."""
        return self.keys.practice

    @property
    def only_looked_at(self) -> bool:
        """Whether it is the copy of a backup, in which nothing is written and which is gone when it is closed."""
        return (self.folder / LOOK_MARK).exists()

    @property
    def database(self) -> Path:
        return self.folder / (PAST_COPY if self.past else "archive.db")

    @property
    def scans(self) -> Path:
        return self.folder / "scans"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"


opened: Archive | None = None  # set by models.store alone


def opened_archive() -> Archive:
    """The open archive. Raises ``Refusal`` when there is none."""
    if opened is None:
        raise Refusal("还没有打开档案库")
    return opened
