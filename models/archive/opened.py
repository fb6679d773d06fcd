"""The opened archive 档案库: at most one at a time in a program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.archive.keys import Keys
from models.core.record import Refusal


@dataclass(frozen=True)
class Archive:
    """An open archive: its folder, the account that opened it, its unlocked keys."""

    folder: Path
    user: str
    keys: Keys

    @property
    def practice(self) -> bool:
        """Whether it holds invented people only."""
        return self.keys.practice

    @property
    def database(self) -> Path:
        return self.folder / "archive.db"

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
