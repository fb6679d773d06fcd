"""The selection in a table: shown at a glance, and kept by record when the rows are read anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView, QToolTip

from ui.disclosure.masked_cells import MaskedCells
from ui.tables.query_rows import Index, QueryModel
from ui.widgets import theme

CELL_MARGIN = 4  # pixels left and right of a cell's words
AROUND_WORDS = 2 * (CELL_MARGIN + 3)  # with what the style leaves free
PAINTED_HERE = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus  # not by the style
RANGES_KEPT = 2_000  # separate ranges that are selected again; more are let go


class Cells(MaskedCells):
    """Tints the rows of which something is selected, and frames the cell where the keyboard is."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        whole = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.colour("soft"))
        elif self._table.selectionModel().rowIntersectsSelection(index.row(), QModelIndex()):
            painter.fillRect(whole, theme.colour("hover"))
        if option.state & PAINTED_HERE:
            option.state &= ~PAINTED_HERE
        option.rect = whole.adjusted(CELL_MARGIN, 0, -CELL_MARGIN, 0)
        super().paint(painter, option, index)
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(theme.colour("accent"))
            painter.drawRect(whole.adjusted(0, 0, -1, -1))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tell the whole words of a cell that has no room for them, as they are shown."""
        if event.type() != QEvent.Type.ToolTip or index.data(Qt.ItemDataRole.ToolTipRole):
            return super().helpEvent(event, view, option, index)
        shown: Any = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        cut = shown.fontMetrics.horizontalAdvance(shown.text) + AROUND_WORDS > shown.rect.width()
        QToolTip.showText(event.globalPos(), shown.text if cut else "", view)
        return True


class KeptSelection:
    """Remembers the selection and the current cell by the records' ids, and where on the screen they stood."""

    def __init__(self, table: QTableView, rows: QueryModel) -> None:
        self._table, self._rows = table, rows
        self._ranges: list[tuple[list[int], int, int]] = []  # ids, first and last column
        self._current: tuple[int, int, int] | None = None  # id, column, pixels from the top; -1: out of sight
        self._scrolled = 0

    def keep(self) -> None:
        """Before the rows are read anew."""
        self._ranges = [
            ([self._rows.key(row) for row in range(each.top(), each.bottom() + 1)], each.left(), each.right())
            for each in ranges(self._table)
        ]
        self._scrolled = self._table.verticalScrollBar().value()
        now = self._table.currentIndex()
        if not now.isValid():
            self._current = None
            return
        top = self._table.rowViewportPosition(now.row())
        seen = 0 <= top < self._table.viewport().height()
        self._current = self._rows.key(now.row()), now.column(), top if seen else -1

    def restore(self) -> None:
        """After the rows were read anew."""
        if self._current or self._ranges:
            places = {key: row for row, key in enumerate(self._rows.keys())}
            self._select_again(places)
            self._return_to(places)

    def _select_again(self, places: dict[int, int]) -> None:
        chosen = QItemSelection()
        for keys, left, right in self._ranges:
            found = list(runs(sorted(places[key] for key in keys if key in places)))
            for first, last in found if len(found) <= RANGES_KEPT else []:
                chosen.append(
                    QItemSelectionRange(self._rows.index(first, left), self._rows.index(last, right))
                )
        self._table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _return_to(self, places: dict[int, int]) -> None:
        """The current record stays where it was on the screen."""
        key, column, top = self._current or (-1, 0, -1)
        bar = self._table.verticalScrollBar()
        bar.setValue(self._scrolled)
        if key in places:
            index = self._rows.index(places[key], column)
            self._table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if top >= 0:
                bar.setValue(bar.value() + self._table.rowViewportPosition(index.row()) - top)


def ranges(table: QTableView) -> list[QItemSelectionRange]:
    """The rectangles of cells that are selected."""
    found: list[QItemSelectionRange] = table.selectionModel().selection().toList()
    return found


def runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Sorted numbers as runs: 1 2 3 7 → (1, 3) (7, 7)."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[start], rows[place - 1]
            start = place
