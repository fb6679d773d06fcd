"""A list of one kind of record, of everybody or of one person: a filter line, a table, and adding, changing, deleting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Record
from models.people.person import Person
from reports.tables.list_columns import Listing
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.lists.breaking_line import BreakingLine
from ui.lists.list_foot import ListFoot
from ui.lists.shown_columns import offer_as_shown
from ui.pages.page import Page
from ui.printing.print_button import PrintButton
from ui.tables.filter_line import FILTER_HINT, FilterLine
from ui.tables.list_columns import table_columns
from ui.tables.tables import Column, QueryModel, RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.fitting import TypeFit
from ui.widgets.spoken_names import called

LIST_EDGE = 12  # pixels left and right of a list
NO_SUCH_RECORDS = "没有符合条件的记录。\n\n可以换一个词，或改选“全部”。"


class RecordList(Page):
    """The rows of one kind, in a page of the window or in a person's file; each action is an entry of its own."""

    NOUN = ""
    LISTING: Listing
    PERSONAL: frozenset[str] = frozenset()  # keys of the columns that a person's own list does without
    EMPTY = "没有记录"
    CHANGES = True  # whether rows are added, changed and deleted here, or only told
    OF_PEOPLE = True  # whether rows belong to people, whose files can be opened
    HINT = FILTER_HINT  # what may be typed into the search box
    REMEMBERED = ""  # what the columns are remembered under, where the class serves several lists

    def __init__(self, session: Session, person: Person | None = None, parent: QWidget | None = None) -> None:
        """With a person, the list of that person alone."""
        super().__init__(session, parent)
        self.person = person
        columns = [each for each in self.columns() if person is None or each.key not in self.PERSONAL]
        self.rows = QueryModel(columns, self, few=person is not None)
        name = self.REMEMBERED or type(self).__name__.lower()
        self.table = called(RecordTable(self.rows, name, self.EMPTY, self), self.NOUN)
        self.sentence = theme.look(QLabel(wordWrap=True), "quiet")
        self.line = FilterLine()
        self._lay_out()
        self._join()
        self.refresh()

    # What a kind of row says of itself

    def columns(self) -> list[Column]:
        """The columns of the window."""
        return table_columns(self.LISTING)

    def query(self) -> ModelSelect[Any]:
        """The rows wanted."""
        raise NotImplementedError

    def told(self, query: ModelSelect[Any]) -> str:
        """How many rows there are, and what they come to; where it counts much, asked on another thread."""
        raise NotImplementedError

    def counts_much(self) -> bool:
        """Whether telling that would be felt; then it is done in the background."""
        return self.rows.searching()

    def fill_line(self) -> None:
        """Put boxes and ticks into the filter line."""

    def reload_line(self) -> None:
        """Offer in the filter line what the archive now knows."""

    def form(self, record: Any) -> FileForm[Any]:
        """A form for a row."""
        raise NotImplementedError

    def new(self) -> Record:
        """A new row, not yet saved."""
        raise NotImplementedError

    def named(self, record: Any) -> str:
        """How a row is called in a question."""
        raise NotImplementedError

    def can_add(self) -> bool:
        """Whether there is something now to which a row can be added."""
        return True

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        """Buttons of its own: words, picture, and what they do with the rows chosen."""
        return []

    def more_widgets(self) -> list[QPushButton]:
        """What stands beside the buttons and needs no row."""
        return []

    # What can be done

    def read(self) -> None:
        self.reload_line()
        query = self.query()
        self.rows.show(query)
        self._counted = self.rows.narrowed(query)
        self.table.set_empty_text(NO_SUCH_RECORDS if self.line.leaves_out() else self.EMPTY)
        if self.counts_much():
            self.telling.ask()
        else:
            self._tell(self.told(self._counted))

    def how_much(self) -> str:
        return self.sentence.text()

    def focus(self) -> None:
        self.table.setFocus()

    def add(self) -> None:
        """Ask for a new row."""
        self._ask(self.new(), f"登记{self.NOUN}")

    def change(self, record: Any = None) -> None:
        """Ask for changes of a row; of the current one when none is named."""
        chosen = record if isinstance(record, Record) else self.table.record()
        if chosen is not None:
            self._ask(type(chosen).get_by_id(chosen.id), f"修改{self.NOUN}")

    def delete(self) -> None:
        """Delete the selected rows after a question."""
        chosen = [self.rows.record(self.rows.row_of(key)) for key in self.table.selected_keys()]
        records = [record for record in chosen if record is not None]
        if not records:
            return
        what = self.named(records[0]) if len(records) == 1 else f"选中的{len(records)}条{self.NOUN}记录"
        if not messages.ask_losing(
            self, f"要删除{what}吗？\n删除以后可以用“撤销”（Ctrl+Z）找回来。", "删除", "不删除"
        ):
            return

        def drop() -> None:
            for record in records:
                self.drop(record)

        attempt_entry(self, self.session, self._title(f"删除{self.NOUN}", records), drop)

    def drop(self, record: Any) -> None:
        """Delete a row, inside an entry."""
        record.delete_instance()

    def open_person(self) -> None:
        """Ask for the file of the person in the current row."""
        record = self.table.record()
        if record is not None and record.person_id is not None:
            self.person_wanted.emit(record.person_id)

    @cached_property
    def telling(self) -> Question:
        """How the rows of a large table are counted: in the background."""
        asked = Question(lambda: self.told(self._counted), self)
        asked.answered.connect(self._tell)
        return asked

    def _tell(self, words: str) -> None:
        self.sentence.setText(words)
        self.say_count()

    def _ask(self, record: Any, title: str) -> None:
        form = self.form(record)
        form.edit(record)
        named = self._title(title, [record])
        size = QSize(760, min(form.sizeHint().height() + 90, 600))
        run_dialog(RecordDialog(self.session, form, named, lambda _: self._write(form), self, size))

    def _write(self, form: FileForm[Any]) -> None:
        assert form.record is not None
        if form.record.id is not None:
            form.write()
            return
        record: Any = form.record
        record.save()
        saved = record.id
        QTimer.singleShot(0, self, lambda: self.table.go_to(saved))

    def _title(self, words: str, records: Sequence[Any]) -> str:
        """The name of an entry, with whose record it is about when there is only one."""
        person = self.person
        if len(records) == 1:
            person = records[0].value_of("person") if "person" in records[0]._meta.fields else None
        return f"{words}：{person.name}" if person is not None else words

    def _lay_out(self) -> None:
        buttons: list[tuple[str, str, Callable[[], object]]] = [
            (f"登记{self.NOUN}(&N)", "mdi6.plus", self.add),
            ("修改", "mdi6.pencil-outline", self.change),
            ("删除", "mdi6.trash-can-outline", self.delete),
        ]
        if not self.CHANGES:
            buttons.clear()
        if self.person is None and self.OF_PEOPLE:
            buttons.append(("打开档案", "mdi6.account-details-outline", self.open_person))
        buttons += self.more_acts()
        if self.person is None:
            words = self.line.add_words()
            words.setPlaceholderText(self.HINT)
        self.fill_line()
        self.buttons = [act_button(*each, primary=each[2] == self.add) for each in buttons]
        self._pressed = [*self.buttons, *self.more_widgets()]
        for each in self._pressed:
            if isinstance(each, PrintButton):
                offer_as_shown(each, self.NOUN, self.table, self.session.practice)
        self.head = BreakingLine(self.line, self.line.in_one_line, self._pressed)
        TypeFit(self, self._fit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LIST_EDGE, 10, LIST_EDGE, 8)
        layout.setSpacing(8)
        layout.addLayout(self.head)
        layout.addWidget(self.table, 1)
        layout.addWidget(ListFoot(self.table, self.sentence))

    def _join(self) -> None:
        self.table.opened.connect(self.change)
        self.table.selection_said.connect(lambda _: self._mark())
        self.line.changed.connect(self.refresh)
        self.table.filtered.connect(self.refresh)
        if self.CHANGES:
            delete = QShortcut(QKeySequence.StandardKey.Delete, self.table, self.delete)
            delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._mark()

    def _fit(self) -> None:
        self.head.fit(self.width() - 2 * LIST_EDGE)

    def _mark(self) -> None:
        """Only what can be done now can be pressed."""
        if self.CHANGES:
            self.buttons[0].setEnabled(self.can_add())
        for button in self.buttons[1 if self.CHANGES else 0 :]:
            button.setEnabled(bool(self.table.selected_keys()))

    # What Qt asks for

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 240)  # the head breaks in two where there is little room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
