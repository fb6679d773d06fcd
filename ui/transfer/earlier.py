"""Earlier transfers: when, to whom, how much, and the hash by which the list of each is known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from models.transfers.transfer import Transfer

EARLIER_HEADS = ("日期", "接收单位", "卷", "页", "文件夹", "清单校验值（SHA-256）")


class EarlierTransfers(QTableWidget):
    """A table to look at; what is in a cell is copied with Ctrl+C, the hash whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(EARLIER_HEADS), parent)
        self.setHorizontalHeaderLabels(EARLIER_HEADS)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(len(EARLIER_HEADS) - 1, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cell = self.currentItem()
        if event.matches(QKeySequence.StandardKey.Copy) and cell is not None:
            QApplication.clipboard().setText(cell.text())
        else:
            super().keyPressEvent(event)

    def show_transfers(self, found: Sequence[Transfer]) -> None:
        self.setRowCount(len(found))
        for row, each in enumerate(found):
            day = each.day.chinese() if each.day else ""
            said = (day, each.receiver, str(each.people), str(each.pages), each.folder_name, each.list_hash)
            for column, words in enumerate(said):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                self.setItem(row, column, cell)
