"""Kept books 读过的文件: the workbooks of one import, read once and kept until they are others or the import ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from models.imports import list_days
from models.imports.workbooks import workbook
from models.imports.workbooks.workbook import Workbook


class KeptBook(NamedTuple):
    """A workbook as it was read, when it was last saved, and how it was then known by its folder."""

    book: Workbook
    saved: datetime
    stamp: tuple[int, int]


class KeptBooks:
    """What an import has read; asked again for a file that nobody saved since, it does not open it."""

    def __init__(self) -> None:
        self._kept: dict[Path, KeptBook] = {}

    def keep_only(self, files: Sequence[Path]) -> None:
        """Let go of files that were taken from the list."""
        self._kept = {file: kept for file, kept in self._kept.items() if file in files}

    def read(self, file: Path) -> KeptBook:
        """A workbook. Raises ``Refusal`` for one that cannot be read; it is tried again when asked for again."""
        stamp, kept = _stamp(file), self._kept.get(file)
        if kept is None or kept.stamp != stamp:
            kept = KeptBook(workbook.read_spreadsheet(file), list_days.saved_at(file), stamp)
            self._kept[file] = kept
        return kept


def _stamp(file: Path) -> tuple[int, int]:
    """By what a file is known to be another than before; nothing of one that is not there, which reading it tells."""
    try:
        found = file.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
