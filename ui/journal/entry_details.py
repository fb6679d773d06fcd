"""The details of one entry of the journal: what it changed, of whom, which field, before and after."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from models.core.journal import Change, Entry
from models.undo import entry_search
from models.undo.kept import kept_by
from reports.changes import changes
from reports.changes.kept_words import KeptWords, kept_words
from ui.tables.query_rows import ROOT, Index

DETAIL_HEADINGS = ("人员", "改了什么", "原来", "现在")
DETAIL_WIDTHS = (90, 220, 260, 260)
TOLD_AT_ONCE = 50  # changes; more are told when somebody scrolls down to them


class DetailRows(QAbstractTableModel):
    """The changes of one entry in words, told as far as they are looked at; of a large one the first few hundred."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, ...]] = []
        self._left: Iterator[tuple[str, ...]] = iter(())  # not told yet
        self._more = False  # whether there may be some

    def show_entry(self, entry: Entry | None) -> None:
        self.beginResetModel()
        self._left = iter(()) if entry is None else _told(entry)
        self._rows = self._next()
        self.endResetModel()

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if told := self._next():
            self.beginInsertRows(parent, len(self._rows), len(self._rows) + len(told) - 1)
            self._rows += told
            self.endInsertRows()

    def _next(self) -> list[tuple[str, ...]]:
        told = list(islice(self._left, TOLD_AT_ONCE))
        self._more = len(told) == TOLD_AT_ONCE
        return told

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(DETAIL_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return DETAIL_HEADINGS[section]


class EntryDetails(QTableView):
    """The table of what an entry changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DetailRows(self)
        self.setModel(self.rows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for column, width in enumerate(DETAIL_WIDTHS):
            self.setColumnWidth(column, width)

    def show_entry(self, entry: Entry | None) -> None:
        self.rows.show_entry(entry)
        self.scrollToTop()


def _kept(entry: Entry) -> list[KeptWords]:
    """What an undoing left of what it turned back."""
    kept = kept_by(entry)
    return kept_words(Entry.get_by_id(entry.undoes), kept) if kept else []


def _told(entry: Entry) -> Iterator[tuple[str, ...]]:
    for each in _kept(entry):
        yield each.name, f"没有撤：{each.label}", each.written, each.why
    names: dict[str, str] = {}
    read: list[int] = []
    for item in changes.of_entry(entry, _changes(entry, names, read)):
        name = names.get(item.change.person or "", "（已不在档案中）" if item.change.person else "")
        yield name, item.label, item.before, item.after
    if len(read) == entry_search.FEW_CHANGES:
        yield "……", f"只列出前{entry_search.FEW_CHANGES}处", "", ""


def _changes(entry: Entry, names: dict[str, str], read: list[int]) -> Iterator[Change]:
    """The first changes of an entry, some at a time; notes the names of those whom they are about, and the ids of all read."""
    while len(read) < entry_search.FEW_CHANGES:
        most = min(TOLD_AT_ONCE, entry_search.FEW_CHANGES - len(read))
        some = entry_search.changes_of(entry.number, read[-1] if read else 0, most)
        if not some:
            return
        names |= entry_search.names_of([change.person for change in some if change.person])
        read += [change.id for change in some]
        yield from some
