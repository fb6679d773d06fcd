"""The rows of a query that a table shows: of any size, and only the pages looked at are held."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from peewee import Field, ModelSelect, chunked, fn
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from models.core.record import db
from models.filters.column_filters import ColumnFilter, Value, column_values, narrowed
from ui.jobs.jobs import Runner, whole
from ui.jobs.messages import explain
from ui.widgets import theme
from ui.widgets.icons import icon

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()
RecordRole = Qt.ItemDataRole.UserRole
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
RECORDS_AT_ONCE = 500  # records


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it says of a record, how the database sorts it, and what of it can be summed.

    ``width`` is in pixels at the usual type size; ``value`` gives a number for the sum of the selection;
    ``ink`` names the colour of a record's words where they are not written as usual.
    """

    key: str
    title: str
    text: Callable[[Any], object]
    order: Field | Any | None = None
    width: int = 110
    align: Qt.AlignmentFlag = LEFT
    hidden: bool = False
    value: Callable[[Any], Decimal | int | None] | None = None
    ink: Callable[[Any], str] | None = None
    match: Any = None  # a field or an expression that the database filters by


class QueryModel(QAbstractTableModel):
    """Knows every key of a query's result, but holds only the pages looked at."""

    PAGE = 200
    HELD = 25  # pages kept; older ones are let go
    MANY = 20_000  # rows; to look through more, or to sort them, would be felt
    shown = Signal()  # after each show(): the number of rows may be another

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None, few: bool = False) -> None:
        """``few``: an index finds the rows at once, as it does one person's, however large the table is."""
        super().__init__(parent)
        self._few = few
        self._have(columns)
        self._query: ModelSelect[Any] | None = None  # asked for last
        self._shown: ModelSelect[Any] | None = None  # of which the rows are
        self._search: Runner | None = None
        self._sought: ModelSelect[Any] | None = None  # of the search
        self._outdated = False
        self._keys: list[int] = []
        self._pages: dict[int, list[Any]] = {}
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self.filters: dict[str, ColumnFilter] = {}  # by the keys of columns

    def show(self, query: ModelSelect[Any]) -> None:
        """Show a query's result, in the query's own order or, once a heading was clicked, in that column's.

        Where there are many to look through, it is done in the background; ``shown`` tells of the rows.
        """
        self._query = query
        if self._search is not None:
            self._outdated = True  # one search at a time; the newest wish wins
            return
        ordered = self._ordered(query)
        if self._few or newest_key(query) <= self.MANY:
            self._take(query, found_keys(ordered))
            return
        self._search = Runner(whole(lambda: found_keys(ordered)))
        self._sought = query
        self._search.succeeded.connect(self._on_found)  # not a lambda: the model may be gone by then
        self._search.failed.connect(self._on_failed)
        self._search.begin()

    def put_columns(self, columns: Sequence[Column]) -> None:
        """Have other columns from now on, in the query's own order; of those that stay the filters stay."""
        self.beginResetModel()
        self._have(columns)
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        known = {each.key for each in columns}
        self.filters = {key: wanted for key, wanted in self.filters.items() if key in known}
        self.endResetModel()

    def filter_by(self, key: str, wanted: ColumnFilter | None) -> None:
        """Show only what a column's filter lets pass; everything again without one."""
        self.filters.pop(key, None)
        if wanted is not None:
            self.filters[key] = wanted
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.refresh()

    def narrowed(self, query: ModelSelect[Any], but: str = "") -> ModelSelect[Any]:
        """What the columns' filters let pass of a query; ``but`` is a column whose own filter does not count."""
        matches = {column.key: column.match for column in self.columns}
        for key, wanted in self.filters.items():
            if key != but:
                query = narrowed(query, matches[key], wanted)
        return query

    def values_of(self, column: Column) -> list[Value]:
        """The values among which a column can be filtered; may be asked on another thread."""
        return (
            [] if self._query is None else column_values(self.narrowed(self._query, column.key), column.match)
        )

    def can_filter(self, column: Column) -> bool:
        return column.match is not None

    def searching(self) -> bool:
        """Whether rows are being looked for in the background."""
        return self._search is not None

    def refresh(self) -> None:
        """Read everything anew: something was written."""
        if self._query is not None:
            self.show(self._query)

    def record(self, row: int) -> Any | None:
        """The record in a row; None once somebody else has deleted it."""
        number, offset = divmod(row, self.PAGE)
        if number not in self._pages:
            while len(self._pages) >= self.HELD:
                del self._pages[next(iter(self._pages))]
            self._pages[number] = self._fetch(number)
        return self._pages[number][offset]

    def row_of(self, key: int) -> int:
        """The row of the record with that id; -1 when it is not shown."""
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def key(self, row: int) -> int:
        return self._keys[row]

    def keys(self) -> list[int]:
        """The ids of all rows, in the order shown."""
        return list(self._keys)

    def records_of(self, keys: Sequence[int]) -> Iterator[Any]:
        """The records with these keys, in their order, without those that are gone; may be read on another thread."""
        shown = self._shown
        return (
            each
            for some in chunked(keys, RECORDS_AT_ONCE)
            for each in self._records(shown, some)
            if each is not None
        )

    def _have(self, columns: Sequence[Column]) -> None:
        self.columns = list(columns)
        self._stands = [each.align | Qt.AlignmentFlag.AlignVCenter for each in columns]

    def _on_found(self, keys: list[int]) -> None:
        if self._search is not None and not self._search.muted and self._sought is not None:
            self._take(self._sought, keys)

    def _on_failed(self, error: Exception) -> None:
        self._search, self._outdated = None, False
        explain(error)

    def _take(self, query: ModelSelect[Any], keys: list[int]) -> None:
        self._search = None
        if self._outdated and self._query is not None:
            self._outdated = False
            self.show(self._query)
            return
        self.beginResetModel()
        self._shown, self._keys = query, keys
        self._pages.clear()
        self.endResetModel()
        self.shown.emit()

    def _ordered(self, query: ModelSelect[Any]) -> ModelSelect[Any]:
        """The query for the keys alone, in the chosen column's order."""
        query = self.narrowed(query)
        key = query.model._meta.primary_key
        section, order = self._sorted
        if section >= 0:
            field: Any = self.columns[section].order
            query = query.order_by(
                field.desc() if order == Qt.SortOrder.DescendingOrder else field.asc(), key
            )
        return query.select(key)

    def _fetch(self, number: int) -> list[Any]:
        return self._records(self._shown, self._keys[number * self.PAGE : (number + 1) * self.PAGE])

    def _records(self, query: ModelSelect[Any] | None, keys: Sequence[int]) -> list[Any]:
        """The records of a query with these keys, in their order; None for one that is gone."""
        assert query is not None
        key = query.model._meta.primary_key
        page = query.where(key.in_(keys)).order_by().limit(None).offset(None)
        records = {record._pk: record for record in page}
        return [records.get(each) for each in keys]

    # What Qt asks for

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._stands[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(index.row(), self.columns[index.column()].ink)
        return self.record(index.row()) if role == RecordRole else None

    def text(self, row: int, column: int) -> str:
        record = self.record(row)
        words = None if record is None else self.columns[column].text(record)
        return "" if words is None else str(words)

    def _ink(self, row: int, ink: Callable[[Any], str] | None) -> QColor | None:
        record = self.record(row) if ink is not None else None
        name = ink(record) if ink is not None and record is not None else ""
        return theme.colour(name) if name else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.DecorationRole and self.columns[section].key in self.filters:
            return icon("mdi6.filter", "accent")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._stands[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the database sort; -1, or a column that it cannot sort, gives back the query's own order."""
        known = column >= 0 and self.columns[column].order is not None
        self._sorted = (column if known else -1, order)
        self.refresh()


def newest_key(query: ModelSelect[Any]) -> int:
    """The last key given in the table that a query is about, which the file knows at once: as many rows it may have."""
    table = query.model
    return table.select(fn.MAX(table._meta.primary_key)).scalar() or 0


def found_keys(query: ModelSelect[Any]) -> list[int]:
    """The keys that a query finds, each once; read past peewee, which would take twice as long for 100,000."""
    return list(dict.fromkeys(key for (key,) in db.execute(query).fetchall()))
