"""The list of what was left 没有填的: of whom, below which heading, why; to be looked through and saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QTableWidget, QWidget

from models.superior_forms.left_open import LeftOpen
from reports.superior_forms.left_book import LEFT_COLUMNS, left_rows
from ui.imports.column_table import add_row, set_up_table

MOST_SHOWN = 1000  # rows; the saved list has all
LEFT_WIDTHS = (110, 180, 200)


class LeftList(QTableWidget):
    """What was left of a filled form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(LEFT_COLUMNS), parent)
        self.left: Sequence[LeftOpen] = ()
        self.file = Path()
        set_up_table(self, LEFT_COLUMNS)
        for at, width in enumerate(LEFT_WIDTHS):
            self.setColumnWidth(at, width)

    def show_left(self, left: Sequence[LeftOpen]) -> None:
        """Show what was left, the first thousand of it."""
        self.left = left
        self.setRowCount(0)
        for row in left_rows(left[:MOST_SHOWN]):
            add_row(self, row)
        self.setVisible(bool(left))
