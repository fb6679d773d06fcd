"""What an undoing kept 没有撤的, in words: of whom, which field or record, what the entry had written there, and who has worked on it since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.core.journal import Entry
from models.office.lasting import why_lasting
from models.undo import entry_search
from models.undo.kept import KeptChange
from reports.changes import changes

IN_USE = "后来的记录用到它，整份保留"


class KeptWords(NamedTuple):
    """One thing that stayed: somebody's name, what it is, what it had been, what the undone entry wrote, and why it stays."""

    name: str
    label: str
    before: str
    written: str
    why: str

    def line(self) -> str:
        return f"{self.name}　{self.label}：{self.why}" if self.name else f"{self.label}：{self.why}"


def kept_words(undone: Entry, kept: Sequence[KeptChange]) -> list[KeptWords]:
    """What an undoing kept of an entry, each field in its own words."""
    names = entry_search.names_of([each.change.person for each in kept if each.change.person])
    return [words for each in kept for words in _words(undone, each, names)]


def _words(undone: Entry, kept: KeptChange, names: dict[str, str]) -> Iterator[KeptWords]:
    why = why_lasting(kept.change) or (IN_USE if kept.by is None else _worked_on(kept.by))
    name = names.get(kept.change.person or "", "")
    for item in changes.of_entry(undone, [kept.change]):
        if not kept.columns or item.column in kept.columns:
            yield KeptWords(name, item.label, item.before, item.after, why)


def _worked_on(entry: Entry) -> str:
    return f"{entry.user}{str(entry.at)[:10]}改过（第{entry.number}条“{entry.title}”），保留"
