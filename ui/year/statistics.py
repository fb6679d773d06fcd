"""Statistics 统计表: the tables that an office hands in, each cell with its rows; on paper and as workbooks."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QSplitter, QVBoxLayout, QWidget

from models.year.statistics.catalog import STATISTICS
from models.year.statistics.frame import StatisticSheet
from ui.jobs.session import Session
from ui.widgets.spoken_names import called
from ui.year.sheet_section import SheetSection

ALL_STATISTICS = "全部统计表"


class StatisticsSection(SheetSection):
    """On the left which table, on the right the table of the year."""

    NAME = "statistics"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.names = called(QListWidget(), "统计表")
        self.names.setSpacing(3)
        self.names.addItems([each.name for each in STATISTICS])
        self.sheets: list[StatisticSheet] = []
        self.head.add(self.print_button)
        self.offer_papers(("这一张", False), (ALL_STATISTICS, True))
        self._lay_out()
        self.names.setCurrentRow(0)
        self.names.currentRowChanged.connect(lambda _: self.show_sheet())

    def count(self, year: int) -> list[StatisticSheet]:
        return [each.make(year) for each in STATISTICS]

    def show_counted(self, counted: list[StatisticSheet]) -> None:
        self.sheets = counted
        self.show_sheet()

    def sheet(self) -> StatisticSheet | None:
        return self.sheets[self.names.currentRow()] if self.sheets else None

    def sheets_to_save(self, every: bool) -> list[StatisticSheet]:
        return self.sheets if every else super().sheets_to_save(every)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.notes)
        split = QSplitter()
        split.addWidget(self.names)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([170, 800])
        split.setChildrenCollapsible(False)
        self.column.addWidget(split, 1)
