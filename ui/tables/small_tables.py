"""A small table of what hangs on a person or an identity, with buttons to add, change and delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.core.record import Record
from reports.tables.list_columns import Listing
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

MOST_ROWS_SHOWN, FEWEST_ROWS_SHOWN = 12, 1  # shown without scrolling


class SmallTable(QWidget):
    """Rows of one kind; each action is an entry of its own, named after the person."""

    def __init__(self, session: Session, noun: str, listing: Listing, name: str, empty: str) -> None:
        """``noun`` is what a row is called; ``name`` is where the columns are remembered."""
        super().__init__()
        self.session, self.noun = session, noun
        self.rows = QueryModel(table_columns(listing), self)
        self.table = called(RecordTable(self.rows, name, empty, self), noun)
        self.buttons = QHBoxLayout()
        self._lay_out()
        self.table.opened.connect(self.change)

    # What a kind of row says of itself

    def form(self) -> FileForm[Any]:
        """A new form for a row."""
        raise NotImplementedError

    def new(self) -> Record:
        """A new row, not yet saved."""
        raise NotImplementedError

    def whose(self) -> str:
        """The name that the entries say."""
        raise NotImplementedError

    def named(self, record: Any) -> str:
        """How a row is called in a question."""
        return self.noun

    # What can be done

    def show_rows(self, query: ModelSelect[Any]) -> None:
        self.rows.show(query)
        self._fit()
        self._mark()

    def add(self) -> None:
        """Ask for a new row."""
        self._ask(self.new(), f"登记{self.whose()}的{self.noun}")

    def change(self, record: Any = None) -> None:
        """Ask for changes of the current row."""
        chosen = record if isinstance(record, Record) else self.table.record()
        if chosen is not None:
            self._ask(type(chosen).get_by_id(chosen.id), f"修改{self.whose()}的{self.noun}")

    def delete(self) -> None:
        """Delete the current row after a question."""
        chosen = self.table.record()
        if chosen is None:
            return
        if not messages.ask_losing(self, f"删除{self.named(chosen)}？删除后可以在“变更记录”里恢复。", "删除"):
            return
        title = f"删除{self.whose()}的{self.noun}"
        attempt_entry(self, self.session, title, lambda: self.drop(chosen))

    def add_button(
        self, words: str, picture: str, act: Callable[[], object], needs_row: bool = True
    ) -> QPushButton:
        """One more button; those that need a row wait for one to be chosen."""
        button = QPushButton(icon(picture), words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        button.setProperty("row", needs_row)
        self.buttons.addWidget(button)
        return button

    def write(self, record: Any) -> None:
        """Save a row, inside an entry."""
        record.save()

    def drop(self, record: Any) -> None:
        """Delete a row, inside an entry."""
        record.delete_instance()

    def _ask(self, record: Record, title: str) -> None:
        form = self.form()
        form.edit(record)
        run_dialog(RecordDialog(self.session, form, title, self.write, self))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(theme.look(QLabel(self.noun), "heading"))
        head.addStretch()
        head.addLayout(self.buttons)
        self.add_button("登记", "mdi6.plus", self.add, needs_row=False)
        self.add_button("修改", "mdi6.pencil-outline", self.change)
        self.add_button("删除", "mdi6.trash-can-outline", self.delete)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.table, self.delete)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 4)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.table)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._mark())

    def _mark(self) -> None:
        """Only what can be done now can be pressed."""
        chosen = self.table.currentIndex().isValid()
        for place in range(self.buttons.count()):
            if (button := self.buttons.itemAt(place).widget()) is not None and button.property("row"):
                button.setEnabled(chosen)

    def _fit(self) -> None:
        """As high as its rows, so that the form scrolls and not the table in it."""
        rows = max(FEWEST_ROWS_SHOWN, min(self.rows.rowCount(), MOST_ROWS_SHOWN))
        row = self.table.verticalHeader().defaultSectionSize()
        extra = (
            self.table.headings.sizeHint().height() + self.table.horizontalScrollBar().sizeHint().height() + 4
        )
        self.table.setFixedHeight(rows * row + extra + (row if not self.rows.rowCount() else 0))
