"""A session: the archive that is open, who opened it, and the news that something was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.archive import opened as archive
from models.archive.opened import Archive
from models.core import journal
from models.core.journal import Entry, Writing
from models.core.past_day import PastDay
from models.core.record import db
from models.undo import undo
from ui.jobs import jobs


class Session(QObject):
    """What every page of the window shares. ``changed`` comes after every write, whoever wrote, on the window's thread."""

    changed = Signal()
    _written = Signal()  # may come from a job's thread

    def __init__(self, opened: Archive | None = None, parent: QObject | None = None) -> None:
        """Without an archive named, the one that is open. Raises ``Refusal`` when there is none."""
        super().__init__(parent)
        opened = opened or archive.opened_archive()
        self.archive = opened
        self.folder: Path = opened.folder
        self.user: str = opened.user
        self.practice: bool = opened.practice
        self.past: PastDay | None = opened.past
        self._version = self._file_version()
        self._began = self._last_number()
        self._written.connect(self._tell)
        jobs.news.ended.connect(self._look)

    @contextmanager
    def entry(self, title: str) -> Iterator[Writing]:
        """One action of the user: written whole or not at all, then told to everybody."""
        with journal.entry(title, self.user) as writing:
            yield writing
        self.wrote()

    def wrote(self) -> None:
        """Tell everybody that something was written; callable from any thread."""
        self._written.emit()

    def undo(self, entry: int) -> Entry:
        """Turn an entry of the journal back. Raises ``Refusal`` when it cannot be."""
        made = undo.undo(entry, self.user)
        self.wrote()
        return made

    def last_undoable(self) -> Entry | None:
        """The newest action since signing in that still stands and is itself no undoing."""
        later: dict[int, int] = {}
        for each in Entry.select().where(Entry.number > self._began).order_by(Entry.number.desc()):
            if each.undoes is not None:
                if each.number not in later:
                    later[each.undoes] = each.number
            elif each.number not in later:
                found: Entry = each
                return found
        return None

    def _tell(self) -> None:
        self._version = self._file_version()
        self.changed.emit()

    def _look(self) -> None:
        """After a job: has it written?"""
        if archive.opened is self.archive and self._file_version() != self._version:
            self._tell()

    @staticmethod
    def _file_version() -> int:
        """A number that SQLite changes whenever another connection has written."""
        return int(db.pragma("data_version"))

    @staticmethod
    def _last_number() -> int:
        newest = Entry.select().order_by(Entry.number.desc()).first()
        return newest.number if newest else 0
