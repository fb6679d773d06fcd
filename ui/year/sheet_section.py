"""A section that shows sheets 统计表: each cell opens its rows, each sheet goes on paper and into a workbook."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from models.core.dates import this_day
from models.core.jobs import Job, Step
from models.office import settings
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

SHORT = 6  # characters of a line of a heading


class SheetSection(YearSection):
    """Shows one sheet at a time; which one says ``sheet``, of which year ``year_of``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.grid = called(Grid(named=True), "统计表")
        self.notes = quiet()
        self.print_button = PrintButton()
        self.grid.opened.connect(self.open_cell)

    def sheet(self) -> StatisticSheet | None:
        """The table that is shown."""
        raise NotImplementedError

    def sheets_to_save(self, every: bool) -> list[StatisticSheet]:
        """All tables of the section, or the one that is shown."""
        return [sheet] if (sheet := self.sheet()) else []

    @property
    def told_year(self) -> int:
        """The year that stands before a title; 0 where the table is of no year."""
        return self.year

    def open_cell(self, row: int, column: int) -> None:
        """Show the records that a cell counts; the name of a row opens all that it counts."""
        sheet = self.sheet()
        if sheet is None:
            return
        place = column - 1 if column else len(sheet.columns) - 1
        if not sheet.cells[row][place].keys:
            return
        heading = sheet.columns[place]
        title = f"{dated(sheet, self.told_year)}　{sheet.rows[row].label}　{heading.group}{heading.label}"
        self.open_rows(title, sheet.records(row, place))

    def show_sheet(self) -> None:
        """Show the present table with its notes."""
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
        self.say(f"{dated(sheet, self.told_year)}　单位：{sheet.unit}　双击一格打开其中的记录")

    # printing and saving

    def offer_papers(self, *offered: tuple[str, bool]) -> None:
        """Offer tables to be printed and saved: what is offered is called so, and is all of them or the one shown."""
        for words, every in offered:
            self.print_button.offer_paper(words, partial(self._paper, every))
        self.print_button.part()
        for words, every in offered:
            self.print_button.choices.addAction(
                icon("mdi6.file-excel-outline"), f"{words}（存为Excel）", partial(self.save, every)
            )

    def save(self, every: bool) -> None:
        """Ask where, and write the tables as a workbook."""
        chosen = self._chosen(every)
        if not chosen:
            return
        name = file_name(f"{self.year}年优抚统计表" if every else dated(chosen[0][1], self.told_year))
        place = ask_place(self, f"{name}.xlsx", WORKBOOK)
        if place is not None:
            save_aside(self, "正在写工作簿", _workbook(chosen, place, self._made()), place)

    def _chosen(self, every: bool) -> list[tuple[int, StatisticSheet]]:
        return [(self.told_year, each) for each in self.sheets_to_save(every)]

    def _made(self) -> Made:
        return Made(settings.office().name, self.session.user, this_day(), self.session.practice)

    def _paper(self, every: bool, file: Path) -> Job[tuple[Missing, ...]]:
        yield Step(0, 0, "正在排版")
        return paper.write_statistics_paper(self._chosen(every), file, self._made())


def _lines(column: StatisticHeading) -> str:
    """The words of a heading, the group above, in lines short enough for a narrow column, broken at spaces first."""
    parts = f"{column.group} {column.label}".split()
    return "\n".join(text[at : at + SHORT] for text in parts for at in range(0, len(text), SHORT))


def _workbook(sheets: list[tuple[int, StatisticSheet]], out: Path, made: Made) -> Job[Any]:
    yield Step(0, 0, "正在写入")
    book.write_statistics_book(sheets, out, made)
    return None
