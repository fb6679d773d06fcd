"""A table of words that were counted, not of records: read, copied, and asked for what stands behind a cell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ui.tables.account_uses import AccountsRead, copy_cells
from ui.tables.query_rows import ROOT, Index
from ui.tables.selection import Cells
from ui.widgets.fitting import TypeFit

MOST = 320  # pixels of a column


class Words(QAbstractTableModel):
    """The cells, and which rows and columns are printed in bold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()
        self.bold_rows: Collection[int] = ()
        self.left: Collection[int] = ()

    def show(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        bold_rows: Collection[int] = (),
        left: Collection[int] = (0,),
    ) -> None:
        """Show other cells; the columns ``left`` are words, the others figures."""
        self.beginResetModel()
        self.headings, self.rows, self.bold_rows, self.left = headings, rows, bold_rows, left
        self.endResetModel()

    # What Qt asks for

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if index.column() in self.left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and index.row() in self.bold_rows:
            font = QFont(QApplication.font())
            font.setBold(True)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        upright = orientation == Qt.Orientation.Vertical
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[section][0] if upright else self.headings[section]
        if role == Qt.ItemDataRole.FontRole and upright and section in self.bold_rows:
            font = QFont(QApplication.font())
            font.setBold(True)
            return font
        return None


class Grid(QTableView):
    """Shows ``Words``; Enter or a double click on a cell asks for its rows."""

    opened = Signal(int, int)  # row, column

    def __init__(self, parent: QWidget | None = None, named: bool = False) -> None:
        """``named``: the first column names the rows and stays in sight when one looks to the right."""
        super().__init__(parent)
        TypeFit(self, self._fit)
        self.named = named
        self.words = Words(self)
        self.setModel(self.words)
        self.account_uses = AccountsRead(self)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setItemDelegate(Cells(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        side = self.verticalHeader()
        side.setVisible(named)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side.sectionDoubleClicked.connect(lambda row: self.opened.emit(row, 0))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        copy = QAction("复制", self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))

    def show_words(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        bold_rows: Collection[int] = (),
        left: Collection[int] = (0,),
    ) -> None:
        """Show other cells, the columns as broad as their words, the place kept where it still is."""
        kept = self.currentIndex()
        row, column = kept.row(), kept.column()
        self.words.show(headings, rows, bold_rows, left)
        self._fit()
        if 0 <= row < len(rows) and 0 <= column < len(headings):
            self.setCurrentIndex(self.words.index(row, column))

    def row(self) -> int:
        """The current row; -1 when there is none."""
        return self.currentIndex().row()

    def copy(self) -> None:
        """Copy what is selected with its headings, as a spreadsheet wants it."""
        chosen = {(each.row(), each.column()) for each in self.selectedIndexes()}
        if not chosen:
            return
        rows = sorted({row for row, _ in chosen})
        columns = sorted({column for _, column in chosen})
        if self.named and len(chosen) > 1:
            columns = [0, *columns]
            chosen |= {(row, 0) for row in rows}
        body = [[self.words.rows[r][c] if (r, c) in chosen else "" for c in columns] for r in rows]
        copy_cells(self, [self.words.headings[c].replace("\n", "") for c in columns], body)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(QApplication.font()).height() + 12)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setColumnHidden(0, self.named and len(self.words.headings) > 1)
        self.resizeColumnsToContents()
        for column in range(len(self.words.headings)):
            self.setColumnWidth(column, min(MOST, max(44, self.columnWidth(column) + 14)))
        words = len(self.words.headings) - 1 in self.words.left
        self.horizontalHeader().setStretchLastSection(words and len(self.words.headings) > 1)

    # What Qt asks for

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row(), self.currentIndex().column())
        else:
            super().keyPressEvent(event)
