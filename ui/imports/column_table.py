"""The table of an imported sheet's columns: what each was taken for and why, with samples of its values, for the officer to put right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from models.imports.registers.reading import Register
from models.imports.rosters.reading import Roster
from models.imports.sheets.columns import FoundColumn
from models.imports.sheets.dictionary import Reason
from ui.imports.column_fields import fields_of_sheet
from ui.widgets import theme

COLUMNS = ("列", "表上的栏目", "存入档案的", "表上的内容（举例）", "为什么")
NOT_CHOSEN = "请选择……"
SHOWN_FIELDS = 24  # in the open list
HEADING_WIDTH, FIELD_WIDTH, SAMPLES_WIDTH = 180, 190, 300  # pixels
WHY_TAKEN = {
    Reason.CONTENT: "按内容认出",
    Reason.OFFICE: "您指明的",
    Reason.GUESSED: "按表头中的词",
    Reason.OTHERS: "不是本人的，或另有一栏",
}
ASKED = "表头和内容说的不一样，或不能确定"


class ColumnTable(QTableWidget):
    """The columns of one sheet; says ``chosen`` with a column and the field that the officer chose for it."""

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(COLUMNS), parent)
        set_up_table(self, COLUMNS)

    def show_sheet(self, sheet: Roster | Register | None) -> None:
        """Show the columns of a sheet, those that nobody knows first; None shows nothing."""
        self.setRowCount(0)
        if sheet is not None:
            for column in sorted(sheet.columns, key=lambda each: (not each.asked, bool(each.field))):
                self._add(sheet, column)
        self.resizeColumnToContents(0)
        for at, width in ((1, HEADING_WIDTH), (2, FIELD_WIDTH), (3, SAMPLES_WIDTH)):
            self.setColumnWidth(at, width)

    def ask(self) -> None:
        """Go to the first column that is a question."""
        for row in range(self.rowCount()):
            box = self.cellWidget(row, 2)
            if isinstance(box, QComboBox) and box.currentData() is None:
                self.setCurrentCell(row, 1)
                box.setFocus()
                return

    def _add(self, sheet: Roster | Register, column: FoundColumn) -> None:
        letters = sheet.sheet.letters(column.index)
        why = ASKED if column.asked else WHY_TAKEN.get(column.reason, "按表头" if column.field else "")
        heading = " ".join(column.heading.split())
        row = add_row(self, (letters, heading, "", "、".join(column.samples), why))
        if column.asked:
            mark_row(self, row)
        self.setCellWidget(row, 2, self._field_box(sheet, column))

    def _field_box(self, sheet: Roster | Register, column: FoundColumn) -> QComboBox:
        box = QComboBox()
        box.setMaxVisibleItems(SHOWN_FIELDS)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        fields = dict(fields_of_sheet(sheet))
        if column.asked:
            box.addItem(NOT_CHOSEN, None)
            for each in dict.fromkeys(each.field for each in column.candidates):
                box.addItem(f"{fields.get(each, each)}（可能）", each)
            box.insertSeparator(box.count())
        for name, label in fields.items():
            box.addItem(label, name)
        if not column.asked:
            box.setCurrentIndex(max(0, box.findData(column.field)))
        box.activated.connect(lambda: self._on_chosen(column, box.currentData()))
        return box

    def _on_chosen(self, column: FoundColumn, field: str | None) -> None:
        if field is not None:
            self.chosen.emit(column, field)


def set_up_table(table: QTableWidget, headings: tuple[str, ...]) -> None:
    """Give a list of the import its headings and its look."""
    table.setHorizontalHeaderLabels(headings)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


def add_row(table: QTableWidget, words: tuple[str, ...]) -> int:
    """Add a row of words and return its index."""
    row = table.rowCount()
    table.insertRow(row)
    for column, each in enumerate(words):
        item = QTableWidgetItem(each)
        item.setToolTip(each)
        table.setItem(row, column, item)
    return row


def mark_row(table: QTableWidget, row: int) -> None:
    """Let a row be seen that waits for the officer."""
    for at in range(table.columnCount()):
        if (item := table.item(row, at)) is not None:
            item.setForeground(theme.colour("doubt"))
            item.setBackground(theme.colour("doubtsoft"))
