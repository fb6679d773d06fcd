"""What a table shows when nothing in the database is one row of it: facts that were reckoned, held in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from models.filters.column_filters import Value, values_said
from ui.tables.query_rows import Column, QueryModel


class FactRows(QueryModel):
    """Sorts by a column's ``value`` where it has one, else by its words; ``key`` tells rows apart when they are reckoned anew."""

    def __init__(
        self, columns: Sequence[Column], key: Callable[[Any], int], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._key = key
        self._facts: list[Any] = []  # in their own order
        self._ordered_facts: list[Any] = []

    def show_facts(self, facts: Iterable[Any]) -> None:
        self._facts = list(facts)
        self._arrange()

    def facts(self) -> list[Any]:
        """The facts in the order shown."""
        return list(self._ordered_facts)

    def records_of(self, keys: Sequence[int]) -> Iterator[Any]:
        by_key = dict(zip(self._keys, self._ordered_facts, strict=True))
        return (by_key[key] for key in keys if key in by_key)

    def record(self, row: int) -> Any | None:
        return self._ordered_facts[row]

    def values_of(self, column: Column) -> list[Value]:
        return values_said([str(column.text(fact)) for fact in self._passing(column.key)])

    def can_filter(self, column: Column) -> bool:
        return True

    def _passing(self, but: str = "") -> list[Any]:
        """The facts that the columns' filters let pass; ``but`` as in ``narrowed``."""
        wanted = [
            (each, self.filters[each.key])
            for each in self.columns
            if each.key in self.filters and each.key != but
        ]
        return [
            fact for fact in self._facts if all(found.passes(str(each.text(fact))) for each, found in wanted)
        ]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order)
        self._arrange()

    def refresh(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        section, order = self._sorted
        self.beginResetModel()
        self._ordered_facts = self._passing()
        if section >= 0:
            self._ordered_facts.sort(
                key=lambda fact: _rank(self.columns[section], fact),
                reverse=order == Qt.SortOrder.DescendingOrder,
            )
        self._keys = [self._key(fact) for fact in self._ordered_facts]
        self.endResetModel()
        self.shown.emit()


def _rank(column: Column, fact: Any) -> tuple[bool, Any]:
    """Where a fact stands by a column; what says nothing comes first."""
    if column.value is not None:
        number = column.value(fact)
        return number is not None, number or 0
    return True, str(column.text(fact) or "")
