"""The picture of an imported sheet: its first rows as they stand, and the row in which its heading ends, for the officer to say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.imports.sheet_answers import WITHOUT_HEADING_ROW
from models.imports.sheets.cells import shown
from models.imports.workbooks.sheet import Sheet
from ui.widgets import theme
from ui.widgets.spoken_names import called

SHOWN_ROWS = 20
MOST_COLUMNS = 40
WIDEST_SHOWN = 160  # pixels of a column
HEADING_BY_ITSELF, WITHOUT_HEADING = "自动判断", "没有表头，第一行就是内容"
BELOW_HEADING = "　表头有两三行的，选最下面的一行；下面是这张表最前面的几行："


class SheetPicture(QWidget):
    """The first rows of one sheet; says ``heading_said`` with the row that the officer chose, None for 自动判断."""

    heading_said = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = called(QComboBox(), "表头在哪一行")
        self.rows = called(QTableWidget(0, 0), "原表")
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        line = QHBoxLayout()
        line.addWidget(theme.look(QLabel("表头在"), "heading"))
        line.addWidget(self.heading)
        line.addWidget(theme.look(QLabel(BELOW_HEADING), "hint"), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.rows)
        self.heading.activated.connect(lambda: self.heading_said.emit(self.heading.currentData()))

    def show_sheet(self, sheet: Sheet | None, said: int | None, found: int | None) -> None:
        """Show the first rows of a sheet; ``said`` is the officer's row of headings, ``found`` that which was read."""
        self.heading.clear()
        self.heading.addItem(HEADING_BY_ITSELF, None)
        self.heading.addItem(WITHOUT_HEADING, WITHOUT_HEADING_ROW)
        some = sheet.rows[:SHOWN_ROWS] if sheet is not None else []
        first = sheet.first_row if sheet is not None else 1
        for row in range(first, first + len(some)):
            self.heading.addItem(f"第{row}行", row)
        self.heading.setCurrentIndex(0 if said is None else max(0, self.heading.findData(said)))
        self.heading.setEnabled(bool(some))
        self._fill(sheet, said or found)

    def _fill(self, sheet: Sheet | None, heading: int | None) -> None:
        some = sheet.rows[:SHOWN_ROWS] if sheet is not None else []
        first_row = sheet.first_row if sheet is not None else 1
        width = min(MOST_COLUMNS, max(map(len, some), default=0))
        self.rows.setRowCount(len(some))
        self.rows.setColumnCount(width)
        self.rows.setHorizontalHeaderLabels([sheet.letters(at) for at in range(width)] if sheet else [])
        self.rows.setVerticalHeaderLabels([str(first_row + at) for at in range(len(some))])
        for at, row in enumerate(some):
            for index, cell in enumerate(row[:width]):
                self.rows.setItem(at, index, _item(shown(cell), first_row + at == heading))
        self.rows.resizeColumnsToContents()
        for index in range(width):
            self.rows.setColumnWidth(index, min(WIDEST_SHOWN, self.rows.columnWidth(index)))


def _item(words: str, bold: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setToolTip(words)
    if bold:
        font = QFont(item.font())
        font.setBold(True)
        item.setFont(font)
        item.setBackground(theme.colour("soft"))
    return item
