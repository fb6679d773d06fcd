"""A session: the archive that is open, who opened it, and the news that something was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models import store
from models.archive import opened as archive
from models.archive.opened import Archive
from models.core import journal
from models.core.journal import Entry, Writing
from models.core.past_day import PastDay
from models.core.record import db
from models.undo.standing import StandingEntries
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
        self._never: set[int] = set()  # entries that are known never to be turned back
        self._written.connect(self._tell)
        jobs.news.ended.connect(self._look)

    @contextmanager
    def entry(self, title: str) -> Iterator[Writing]:
        """One action of the user: written whole or not at all, then told to everybody. A fault of the disk is a ``Refusal``."""
        with store.reaching(), journal.entry(title, self.user) as writing:
            yield writing
        self.wrote()

    def wrote(self) -> None:
        """Tell everybody that something was written; callable from any thread."""
        self._written.emit()

    def undo(self, entry: int) -> Entry:
        """Turn an entry of the journal back. Raises ``Refusal`` when it cannot be."""
        from models.undo import undo  # when wanted

        made = undo.undo(entry, self.user)
        self.wrote()
        return made

    def last_undoable(self) -> Entry | None:
        """This officer's newest action that still stands, can be turned back and is itself no undoing, be it of last year."""
        from models.undo.undo import why_never  # when wanted

        standing = StandingEntries()
        mine = Entry.select().where(Entry.user == self.user, Entry.undoes.is_null())
        acts = mine.order_by(Entry.number.desc()).iterator()
        wanted = (each for each in acts if standing.stands(each.number) and each.number not in self._never)
        for each in wanted:
            if not why_never(each.number):
                found: Entry = each
                return found
            self._never.add(each.number)
        return None

    def pass_over(self, entry: int) -> None:
        """Offer an action no more that turned out not to be undone, because what lasts stands on it."""
        self._never.add(entry)
        self.changed.emit()

    def last_redoable(self) -> Entry | None:
        """The newest undoing since signing in that stands, as long as the officer has done nothing else since."""
        standing = StandingEntries()
        mine = Entry.select().where(Entry.user == self.user, Entry.number > self._began)
        for each in mine.order_by(Entry.number.desc()).iterator():
            if each.undoes is None:
                return None
            if standing.is_redoing(each.number) and standing.stands(each.number):
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
