"""The page 操作日志: who did what when, what it changed, and turning it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from peewee import ModelSelect
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from models.core.journal import Entry
from models.undo import entry_search
from models.undo.entry_search import COUNTED_AT_ONCE, MANY, Extent
from models.undo.standing import StandingEntries
from models.undo.undo import why_never
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END
from ui.jobs import messages, undoing
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.journal.entry_details import EntryDetails
from ui.journal.journal_heads import JournalHeadsDialog
from ui.lists.list_foot import with_foot
from ui.pages.page import Page
from ui.tables.list_columns import table_columns
from ui.tables.search_box import finds
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import open_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

JOURNAL_PAUSE = 200  # milliseconds


class EntryRow(NamedTuple):
    """An entry as a row of the list shows it; ``undoing``: it turned back what ``about`` did, else did that again."""

    entry: Entry
    extent: Extent
    about: int | None = None
    undoing: bool = False

    def moment(self) -> str:
        return str(self.entry.at)[:19].replace("T", " ")

    def people(self) -> str:
        return "许多" if self.extent.people is None else f"{self.extent.people:,}"

    def state(self) -> str:
        if self.extent.undone_by is not None:
            return f"已由第{self.extent.undone_by}条{'重做' if self.undoing else '撤销'}"
        if self.about is None:
            return ""
        return f"{'撤销' if self.undoing else '重做'}了第{self.about}条"

    def can_be_undone(self) -> bool:
        """Whether what it did stands, done once or again."""
        return self.extent.undone_by is None and not self.undoing and self.extent.changes > 0

    def can_be_redone(self) -> bool:
        """Whether it was turned back, or turned something back that can be done again."""
        return (self.extent.undone_by is not None) != self.undoing


ENTRY_LIST = Listing(
    Entry,
    (
        ListColumn("number", 56, align=END, heading="条号"),
        ListColumn("at", 150, heading="时间", words=EntryRow.moment, order=Entry.number),
        ListColumn("user", 80, heading="用户"),
        ListColumn("title", 440, heading="操作"),
        ListColumn("people", 76, align=END, heading="涉及人数", words=EntryRow.people),
        ListColumn("changes", 76, align=END, heading="改动处数", words=lambda row: f"{row.extent.changes:,}"),
        ListColumn("state", 140, heading="撤销", words=EntryRow.state),
    ),
    record=lambda row: row.entry,
)  # fmt: skip


class EntryRows(QueryModel):
    """Entries, each with its extent; where they changed much, the people are counted in the background."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(table_columns(ENTRY_LIST), parent)
        self._people: dict[int, int] = {}  # whom an entry changed stays so: it is counted once
        self._uncounted: list[int] = []
        self.counting = Question(lambda: entry_search.people_changed(list(self._uncounted)), self)
        self.counting.answered.connect(self._on_counted)

    def _records(self, query: ModelSelect[Any] | None, keys: Sequence[int]) -> list[Any]:
        page = super()._records(query, keys)
        extents = self._extents([entry.number for entry in page if entry is not None])
        standing = StandingEntries()
        return [None if entry is None else _row(entry, extents[entry.number], standing) for entry in page]

    def _extents(self, numbers: list[int]) -> dict[int, Extent]:
        found = entry_search.extents(numbers, COUNTED_AT_ONCE)
        told = {
            each: extent._replace(people=self._people.get(each, extent.people))
            for each, extent in found.items()
        }
        large = (each for each, extent in told.items() if extent.people is None and extent.changes <= MANY)
        self._uncounted = list(dict.fromkeys((*self._uncounted, *large)))
        if self._uncounted:
            self.counting.ask()
        return told

    def _on_counted(self, people: dict[int, int]) -> None:
        self._people |= people
        self._uncounted = [each for each in self._uncounted if each not in people]
        self._pages.clear()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))


def _row(entry: Entry, extent: Extent, standing: StandingEntries) -> EntryRow:
    about = None if entry.undoes is None else standing.root(entry.number)
    return EntryRow(entry, extent, about, standing.is_redoing(entry.number))


class JournalPage(Page):
    """Entries above, what the chosen one changed below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.search = QLineEdit(
            placeholderText="按操作、用户、日期（2020-08）、人员姓名查找", clearButtonEnabled=True
        )
        finds(called(self.search, "查找操作日志"))
        self.undo_button = QPushButton(icon("mdi6.undo"), "撤销这一条…")
        self.redo_button = QPushButton(icon("mdi6.redo"), "重做这一条…")
        self.list_button = act_button("打印、导出…", "mdi6.printer-outline", self.print)
        self.heads_button = act_button("核对…", "mdi6.check-decagram-outline", self.compare_head)
        self.rows = EntryRows(self)
        self.table = called(RecordTable(self.rows, "journal", "没有符合的操作日志"), "操作日志")
        self.table.verticalHeader().hide()  # the number of the entry says it
        self.details = called(EntryDetails(), "这条操作改了什么")
        self._wait = QTimer(self, singleShot=True, interval=JOURNAL_PAUSE)
        self._lay_out()
        self._join()

    def read(self) -> None:
        self.rows.show(entry_search.find_entries(self.search.text()))

    def undo(self) -> None:
        """Ask, and turn the chosen entry back; a refusal says which later entry stands on it."""
        row = self.table.record()
        if row is None or not row.can_be_undone():
            return
        extent = row.extent
        words = f"撤销第{row.entry.number}条“{row.entry.title}”？涉及{row.people()}人、{extent.changes:,}处改动，全部改回原样。"
        if messages.ask(self, words, "撤销", "不撤销"):
            undoing.undo(self, self.session, row.entry.number, lambda _: self.refresh())

    def redo(self) -> None:
        """Ask, and do again what was undone, be it chosen itself or its undoing."""
        row = self.table.record()
        if row is None or not row.can_be_redone():
            return
        number = row.entry.number
        about = row.about if row.about is not None else number
        if messages.ask(self, f"重做第{about}条？", "重做", "不重做"):
            undoing.redo(self, self.session, number, lambda _: self.refresh())

    def print(self) -> None:
        """Ask which part of the journal is to be printed or saved."""
        from ui.journal.journal_list import (
            JournalListDialog,  # when wanted: the main window need not wait for it
        )

        open_dialog(JournalListDialog(self.session, self.search.text(), self))

    def compare_head(self) -> None:
        """Show the journal's code of now, and compare one from a paper."""
        open_dialog(JournalHeadsDialog(self))

    def how_much(self) -> str:
        return f"操作日志 {self.rows.rowCount():,} 条"

    def focus(self) -> None:
        self.table.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.undo_button)
        top.addWidget(self.redo_button)
        top.addWidget(self.list_button)
        top.addWidget(self.heads_button)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 4, 0, 0)
        below.addWidget(theme.look(QLabel("这一条改了什么"), "heading"))
        below.addWidget(self.details, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(with_foot(self.table))
        parts.addWidget(lower)
        parts.setSizes([380, 240])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addLayout(top)
        layout.addWidget(parts, 1)

    def _join(self) -> None:
        self.search.textChanged.connect(lambda: self._wait.start())
        self._wait.timeout.connect(self.refresh)
        self.undo_button.clicked.connect(self.undo)
        self.redo_button.clicked.connect(self.redo)
        self.rows.shown.connect(self._on_shown)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_details())

    def _show_details(self) -> None:
        row, today = self.table.record(), self.session.past is None
        stands = today and row is not None and row.can_be_undone()
        never = why_never(row.entry.number) if stands and row is not None else ""
        self.undo_button.setEnabled(stands and not never)
        self.undo_button.setToolTip(never)
        self.redo_button.setEnabled(today and row is not None and row.can_be_redone())
        self.details.show_entry(None if row is None else row.entry)

    def _on_shown(self) -> None:
        if not self.table.currentIndex().isValid() and self.rows.rowCount():
            self.table.selectRow(0)  # which shows its details
        else:
            self._show_details()
        self.say_count()
