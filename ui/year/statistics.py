"""Statistics 统计表: the tables that an office hands in, each cell with its rows; on paper and as workbooks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QListWidget, QSplitter, QVBoxLayout, QWidget

from models.core.dates import this_day
from models.core.jobs import Job, Step
from models.office import settings
from models.year.statistics.catalog import STATISTICS
from models.year.statistics.frame import StatisticHeading, StatisticSheet
from reports.paper.fonts import Missing
from reports.year.statistics import book, paper
from reports.year.statistics.paper import Made
from reports.year.statistics.words import dated, shown_value
from ui.jobs.saving import WORKBOOK, ask_place, save_aside
from ui.jobs.session import Session
from ui.printing.print_button import PrintButton, file_name
from ui.tables.word_table import Grid
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.year.year_section import YearSection, quiet

ALL_STATISTICS = "全部统计表"
SHORT = 6  # characters of a line of a heading


class StatisticsSection(YearSection):
    """On the left which table, on the right the table of the year."""

    NAME = "statistics"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.names = called(QListWidget(), "统计表")
        self.names.setSpacing(3)
        self.names.addItems([each.name for each in STATISTICS])
        self.grid = called(Grid(named=True), "统计表")
        self.notes = quiet()
        self.print_button = PrintButton()
        self.sheets: list[StatisticSheet] = []
        self._lay_out()
        self.names.setCurrentRow(0)
        self.names.currentRowChanged.connect(lambda _: self._show())
        self.grid.opened.connect(self.open_cell)

    def count(self, year: int) -> list[StatisticSheet]:
        return [each.make(year) for each in STATISTICS]

    def show_counted(self, counted: list[StatisticSheet]) -> None:
        self.sheets = counted
        self._show()

    def sheet(self) -> StatisticSheet | None:
        """The table that is shown."""
        return self.sheets[self.names.currentRow()] if self.sheets else None

    def open_cell(self, row: int, column: int) -> None:
        """Show the records that a cell counts; the name of a row opens all that it counts."""
        sheet = self.sheet()
        if sheet is None:
            return
        place = column - 1 if column else len(sheet.columns) - 1
        if not sheet.cells[row][place].keys:
            return
        heading = sheet.columns[place]
        title = f"{dated(sheet, self.year)}　{sheet.rows[row].label}　{heading.group}{heading.label}"
        self.open_rows(title, sheet.records(row, place))

    def _show(self) -> None:
        sheet = self.sheet()
        if sheet is None:
            return
        headings = [sheet.corner, *(_lines(each) for each in sheet.columns)]
        rows = [
            [row.label, *(shown_value(cell.value) for cell in cells)]
            for row, cells in zip(sheet.rows, sheet.cells, strict=True)
        ]
        self.grid.show_words(headings, rows, [n for n, row in enumerate(sheet.rows) if row.total])
        self.notes.setText("\n".join((*sheet.notes, *(f"核对：{each}" for each in sheet.proofs))))
        self.say(f"{dated(sheet, self.year)}　单位：{sheet.unit}　双击一格打开其中的记录")

    # printing and saving

    def _chosen(self, every: bool) -> list[tuple[int, StatisticSheet]]:
        sheets = self.sheets if every else [sheet] if (sheet := self.sheet()) else []
        return [(self.year, each) for each in sheets]

    def _made(self) -> Made:
        return Made(settings.office().name, self.session.user, this_day(), self.session.practice)

    def _paper(self, every: bool, file: Path) -> Job[tuple[Missing, ...]]:
        yield Step(0, 0, "正在排版")
        return paper.write_statistics_paper(self._chosen(every), file, self._made())

    def save(self, every: bool) -> None:
        """Ask where, and write the tables as a workbook."""
        chosen = self._chosen(every)
        if not chosen:
            return
        name = file_name(f"{self.year}年优抚统计表" if every else dated(chosen[0][1], self.year))
        place = ask_place(self, f"{name}.xlsx", WORKBOOK)
        if place is not None:
            save_aside(self, "正在写工作簿", _workbook(chosen, place, self._made()), place)

    def _lay_out(self) -> None:
        self.head.add(self.print_button)
        for words, every in (("这一张", False), (ALL_STATISTICS, True)):
            self.print_button.offer_paper(words, partial(self._paper, every))
        self.print_button.part()
        for words, every in (("这一张存为Excel", False), ("全部存为Excel", True)):
            self.print_button.choices.addAction(
                icon("mdi6.file-excel-outline"), words, partial(self.save, every)
            )
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


def _lines(column: StatisticHeading) -> str:
    """The words of a heading, the group above, in lines short enough for a narrow column."""
    parts = [text for text in (column.group, column.label) if text]
    return "\n".join(text[at : at + SHORT] for text in parts for at in range(0, len(text), SHORT))


def _workbook(sheets: list[tuple[int, StatisticSheet]], out: Path, made: Made) -> Job[Any]:
    yield Step(0, 0, "正在写入")
    book.write_statistics_book(sheets, out, made)
    return None
