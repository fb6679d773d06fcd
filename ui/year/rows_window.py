"""The window of the rows behind a number: whatever a figure, a cell or a bar counts can be looked at."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import Any, ClassVar

from peewee import ForeignKeyField, ModelSelect
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.core.amounts import yuan
from models.core.record import Count, Yuan
from models.payments import payment
from models.payments.payment import Payment
from models.people.identity import Identity
from models.people.outsiders import recipient
from models.people.person import Person
from models.visits import visit
from models.visits.visit import Visit
from models.year.figures.definitions import people_measure
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START
from reports.visits.visits import VISIT_LIST
from ui.lists.list_foot import ListFoot
from ui.pay.payments import PAYMENT_LIST
from ui.people.people_table import PeopleRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import Column, QueryModel, RecordTable
from ui.widgets import theme, window_memory, window_size
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

LONG_COLUMNS = {"notes": 220, "title": 220, "theme": 220, "name": 180}  # pixels of columns that say more
IDENTITY = ("kind", "category", "grade", "nature", "standing", "state", "certificate", "approved")


class RowsWindow(QWidget):
    """The records of a query, in a window of its own that tells how many there are and opens the people's files."""

    person_wanted = Signal(int)
    closed = Signal()
    shown: ClassVar[set[RowsWindow]] = set()  # nobody else holds a window of its own

    def __init__(self, title: str, query: ModelSelect[Any]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.model = query.model
        self.rows, listed = _listed(query, self)
        self.table = RecordTable(self.rows, f"rows/{self.model.__name__.lower()}", "没有记录", self)
        called(self.table, title)
        self.sentence = theme.look(QLabel(), "quiet")
        self.open_button = QPushButton(icon("mdi6.account-details-outline"), "打开档案")
        self._lay_out(title)
        self.rows.show(listed)
        self.sentence.setText(f"共{self.rows.rowCount():,}条{_people(query)}{_sum(query)}")
        window_size.resize(self, 900, 560)
        window_memory.restore_place("rows", self)

    @classmethod
    def open(cls, title: str, query: ModelSelect[Any]) -> RowsWindow:
        """Show a window that lives until it is closed."""
        window = cls(title, query)
        cls.shown.add(window)
        window.closed.connect(lambda: cls.shown.discard(window))
        window.show()
        return window

    def person(self) -> int | None:
        """The person of the current row, if it is about one on file."""
        record = self.table.record()
        record = getattr(record, "person", record)
        return record.id if isinstance(record, Person) else None

    def open_person(self) -> None:
        """Ask for the file of the person in the current row."""
        if (person := self.person()) is not None:
            self.person_wanted.emit(person)

    def _lay_out(self, title: str) -> None:
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(self.open_person)
        self.table.opened.connect(lambda _: self.open_person())
        self.table.selection_said.connect(lambda _: self.open_button.setEnabled(self.person() is not None))
        self.open_button.setEnabled(False)
        head = QHBoxLayout()
        head.addWidget(theme.look(QLabel(title, wordWrap=True), "heading"), 1)
        head.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(ListFoot(self.table, self.sentence))

    # What Qt asks for

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        window_memory.keep_place("rows", self)
        self.closed.emit()
        super().closeEvent(event)


def _listed(query: ModelSelect[Any], parent: QWidget) -> tuple[QueryModel, ModelSelect[Any]]:
    """The rows as the program shows records of that kind elsewhere."""
    model: Any = query.model
    ids = query.select(model.id).order_by()
    if model is Person:
        return PeopleRows(parent), Person.select().where(Person.id.in_(ids)).order_by(
            Person.file_no, Person.id
        )
    if model is Payment:
        return QueryModel(_wider(PAYMENT_LIST), parent), payment.payments().where(Payment.id.in_(ids))
    if model is Visit:
        return QueryModel(_wider(VISIT_LIST), parent), visit.visits().where(Visit.id.in_(ids))
    query = model.select().where(model.id.in_(ids)).order_by(model.id)
    return QueryModel(table_columns(_listing(model)), parent), query


def _wider(listing: Listing) -> list[Column]:
    """Its columns with room for the name of a unit."""
    columns = table_columns(listing)
    return [replace(each, width=150) if each.key == "name" else each for each in columns]


def _listing(model: Any) -> Listing:
    """A column for each thing that a record says, beginning with whom it is about."""
    fields = model._meta.fields
    names = IDENTITY if model is Identity else tuple(model.labels())
    told = [_told(name, fields[name]) for name in names if not isinstance(fields[name], ForeignKeyField)]
    if "person" not in fields:
        return Listing(model, tuple(told))
    whom = recipient if "outsider" in fields else attrgetter("person")
    name = ListColumn("person", 110, heading="姓名", words=lambda record: getattr(whom(record), "name", ""))
    street = ListColumn(
        "street", 110, heading="街道(镇)", words=lambda record: getattr(whom(record), "street", "")
    )
    return Listing(model, (name, street, *told))


def _told(name: str, field: Any) -> ListColumn:
    amount = isinstance(field, Yuan | Count)
    return ListColumn(
        name,
        LONG_COLUMNS.get(name, 110),
        heading=field.verbose_name,
        align=END if amount else START,
        summed=amount,
    )


def _people(query: ModelSelect[Any]) -> str:
    """How many people the rows are about, on file or not, where they are paid or called on more than once; nothing of units."""
    model: Any = query.model
    if not {"person", "outsider"} <= model._meta.fields.keys():
        return ""
    people = query.select(people_measure(model)).order_by().scalar()
    return f"，{people:,}人" if people else ""


def _sum(query: ModelSelect[Any]) -> str:
    """What the money of the rows comes to."""
    model: Any = query.model
    told = ""
    for field in (each for each in model._meta.sorted_fields if isinstance(each, Yuan)):
        total: Decimal = query.select(field.total()).order_by().scalar()
        if total:
            told += f"，{field.verbose_name.removesuffix('(元)')}合计{yuan(total)}元"
    return told
