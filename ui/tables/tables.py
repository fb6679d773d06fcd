"""The table that officers see: opened by Enter, copied and summed up as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from ui.disclosure.masked_cells import shown
from ui.jobs import messages
from ui.tables.account_uses import AccountsRead, copy_cells
from ui.tables.heading_filters import HeadingFilters
from ui.tables.headings import Headings
from ui.tables.query_rows import LEFT, RIGHT, Column, QueryModel, RecordRole
from ui.tables.selection import Cells, KeptSelection, ranges
from ui.tables.selection_sums import SelectionSums
from ui.widgets import theme
from ui.widgets.fitting import TypeFit

__all__ = ["LEFT", "RIGHT", "Column", "QueryModel", "RecordRole", "RecordTable"]

COPIED = 5_000  # rows; more belong into an export
SEARCHING = "正在查找……"


class RecordTable(QTableView):
    """Shows a ``QueryModel``; what is selected stays selected, by record, when the rows are read anew."""

    opened = Signal(object)  # the record, by Enter or double click
    filtered = Signal()  # a heading's filter is another
    selection_said = Signal(str)  # 选中3行　合计：金额 1,234.00; empty when nothing is selected

    def __init__(
        self, rows: QueryModel, name: str, empty: str = "没有记录", parent: QWidget | None = None
    ) -> None:
        """``name`` is what the columns are remembered under; ``empty`` is shown where there are no rows."""
        super().__init__(parent)
        self.rows = rows
        self._empty = empty
        self._wanted: int | None = None
        self.headings = Headings(rows.columns, name, self)
        self.heading_filters = HeadingFilters(self)
        self.setHorizontalHeader(self.headings)
        self.setModel(rows)
        self.headings.arrange()
        self._set_up()
        self._connect()

    def record(self) -> Any | None:
        """The record in the current row."""
        index = self.currentIndex()
        return self.rows.record(index.row()) if index.isValid() else None

    def selected_keys(self) -> list[int]:
        """The ids of all rows of which something is selected, in the order shown."""
        return [self.rows.key(row) for row in self._selected_rows()]

    def go_to(self, key: int) -> bool:
        """Make the record with that id the current one, now or when its row has been found; False while it is not."""
        self._wanted = key if self.rows.searching() else None
        row = self.rows.row_of(key)
        if row >= 0:
            index = self.rows.index(row, max(self.currentIndex().column(), 0))
            self.setCurrentIndex(index)
            self.scrollTo(index)  # by itself it does not follow when the rows have only just come
        return row >= 0

    def put_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns from now on; those that stay, as the officer left them."""
        self.headings.keep()
        self.rows.put_columns(columns)
        self.headings.put_columns(columns)

    def set_empty_text(self, words: str) -> None:
        self._empty = words
        self.viewport().update()

    def copy(self) -> None:
        """Copy what is selected, with its headings unless it is a single cell."""
        rows, columns = self._selected_rows(), self._selected_columns()
        if len(rows) > COPIED:
            messages.tell(self, f"一次最多复制{COPIED:,}行，现在选中{len(rows):,}行。请改用导出。")
        elif rows and columns:
            chosen = set(self._selected_cells())
            body = [[self._shown(r, c) if (r, c) in chosen else "" for c in columns] for r in rows]
            copy_cells(self, [self.rows.columns[c].title for c in columns], body)

    def _shown(self, row: int, column: int) -> str:
        """What a cell says on the screen, which is what may be copied from it."""
        return shown(self.rows.text(row, column), self.rows.columns[column].title)

    def _say_selection(self) -> None:
        columns = [self.rows.columns[each] for each in self._selected_columns()]
        self._sums.say(columns, self.selected_keys())

    def _set_up(self) -> None:
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.headings.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setItemDelegate(Cells(self))
        self._fit_rows()
        TypeFit(self, self._fit_rows)
        side = self.verticalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setHighlightSections(False)
        side.setMinimumSectionSize(16)  # or else rows stay high when the type is made small again

    def _connect(self) -> None:
        self._copy_action = QAction("复制", self)
        self._copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy_action.triggered.connect(self.copy)
        self.addAction(self._copy_action)
        self._said = QTimer(self, singleShot=True, interval=0)
        self._said.timeout.connect(self._say_selection)
        self._sums = SelectionSums(self.rows, self)
        self._sums.told.connect(self.selection_said)
        self.selectionModel().selectionChanged.connect(lambda *_: self._said.start())
        self.doubleClicked.connect(self._open)
        self._selection = KeptSelection(self, self.rows)
        self.account_uses = AccountsRead(self)
        self.rows.modelAboutToBeReset.connect(self._selection.keep)
        self.rows.modelReset.connect(self._on_reset)

    def _open(self, index: QModelIndex) -> None:
        record = self.rows.record(index.row()) if index.isValid() else None
        if record is not None:
            self.opened.emit(record)

    def _selected_rows(self) -> list[int]:
        return sorted({row for each in ranges(self) for row in range(each.top(), each.bottom() + 1)})

    def _selected_columns(self) -> list[int]:
        """The selected columns that are shown, from left to right."""
        found = {column for each in ranges(self) for column in range(each.left(), each.right() + 1)}
        return sorted((c for c in found if not self.isColumnHidden(c)), key=self.headings.visualIndex)

    def _selected_cells(self) -> Iterator[tuple[int, int]]:
        for each in ranges(self):
            for row in range(each.top(), each.bottom() + 1):
                for column in range(each.left(), each.right() + 1):
                    yield row, column

    def _on_reset(self) -> None:
        self._fit_side()
        self._selection.restore()
        if self._wanted is not None:
            self.go_to(self._wanted)
        self._said.start()

    def _fit_side(self) -> None:
        """Room for the highest row number."""
        width = self.fontMetrics().horizontalAdvance("8" * max(3, len(str(self.rows.rowCount())))) + 16
        self.verticalHeader().setFixedWidth(width)

    def _fit_rows(self) -> None:
        """Rows as high as the type needs."""
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(QApplication.font()).height() + 12)
        self._fit_side()

    # What Qt asks for

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("faint"))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            words = SEARCHING if self.rows.searching() else self._empty
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            painter.end()
