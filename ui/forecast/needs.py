"""The section 资金预测: what each fund needs in the coming months, as a chart and a table, and what a change of standards would cost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.core.dates import this_day
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.forecast import forecasts
from models.forecast.forecasts import Forecast
from models.forecast.standard_changes import StandardChange
from models.office import settings
from models.pay.standards import months
from models.year.statistics.frame import StatisticSheet
from reports.forecast import needs as prints
from reports.paper.fonts import Missing
from reports.year.statistics import book, paper
from reports.year.statistics.paper import Made
from reports.year.statistics.words import shown_value
from ui.forecast.reckoning import Reckoning
from ui.forecast.span_box import SpanBox
from ui.forecast.trying import TRY, ask_change
from ui.jobs import messages
from ui.jobs.saving import WORKBOOK, ask_place, save_aside
from ui.jobs.session import Session
from ui.pages.page import Page
from ui.printing.print_button import PrintButton, file_name
from ui.tables.word_table import Grid
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.charts import Chart
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

SHORT_HEADING = 7  # characters of a line of a heading
NOTHING_NEEDED = "这些月里没有人享受定期抚恤补助。登记了优抚对象和补助标准以后，这里显示各月需要的资金。"
GIVEN_UP = "已取消推算，换一个月份或再次打开本页会重新推算。"


class NeedsSection(Page):
    """The months chosen above; a click on a bar goes to its month in the table."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.span = SpanBox()
        self.counting = Reckoning()
        self.forecast: Forecast | None = None
        self.change: StandardChange | None = None
        self.sheet: StatisticSheet | None = None
        self.sentence = ""
        self.chart, self.grid = called(Chart(), "各月需要的资金"), called(Grid(named=True), "各月需要的资金")
        self.title = theme.look(QLabel(), "heading")
        self.notes = theme.look(QLabel(wordWrap=True), "quiet")
        self.short = theme.look(QLabel(wordWrap=True), "problem")  # the years whose budget does not suffice
        self.try_button = act_button(TRY, "mdi6.calculator-variant-outline", self.try_change, primary=True)
        self.back_button = act_button("回到现行标准", "mdi6.undo-variant", lambda: self.show_change(None))
        self.print_button = PrintButton()
        self._lay_out()
        self.span.changed.connect(self.refresh)
        self.counting.done.connect(self._take)
        self.counting.given_up.connect(lambda: self._say(GIVEN_UP))
        self.chart.clicked.connect(self.go_to)

    # --- what can be done

    def read(self) -> None:
        """Reckon in the background."""
        span = self.span.span()
        self._say("正在推算……")
        self.counting.start(lambda: forecasts.forecast(span))

    def how_much(self) -> str:
        return self.sentence

    def focus(self) -> None:
        self.grid.setFocus()

    def try_change(self) -> None:
        """Ask what changes, and show it beside today's."""
        if self.forecast is not None:
            run_dialog(ask_change(self, self.forecast.span[0], self.show_change))

    def show_change(self, change: StandardChange | None) -> None:
        """Show the needs under a change, or as things stand. Raises ``Refusal`` for one that cannot be meant."""
        if self.forecast is not None:
            self._show(self.forecast.with_change(change))
            self.change = change

    def go_to(self, month: str) -> None:
        """Go to a month in the table."""
        words = months.month_words(months.read_month(month))
        row = next((n for n, each in enumerate(self.grid.words.rows) if each[0] == words), -1)
        if row >= 0:
            self.grid.setCurrentIndex(self.grid.words.index(row, 1))
            self.grid.setFocus()

    def save(self) -> None:
        """Ask where, and write the table as a workbook."""
        if self.sheet is not None:
            sheet = self.sheet
            place = ask_place(self, f"{file_name(sheet.title)}.xlsx", WORKBOOK)
            if place is not None:
                save_aside(self, "正在写工作簿", _workbook(sheet, place, self._made()), place)

    # --- how it is made

    def _take(self, found: Forecast) -> None:
        """Show what was reckoned, with the change that is being tried where it still can be."""
        change, self.change = self.change, None
        self.forecast = found
        try:
            self._show(found.with_change(change))
            self.change = change
        except Refusal as refusal:
            self._show(found)
            messages.explain(refusal, self)

    def _show(self, found: Forecast) -> None:
        self.forecast, self.sheet = found, prints.needs_sheet(found)
        unit, facts = prints.need_facts(found)
        self.chart.count_in(unit)
        self.chart.show_facts(facts if found.funds() else [])
        self.title.setText(
            f"各月需要金额（{unit}）" + (f"　试算：{found.change.words()}" if found.change else "")
        )
        headings = [self.sheet.corner, *("\n".join(_lines(column.label)) for column in self.sheet.columns)]
        rows = [
            [row.label, *(shown_value(cell.value) for cell in cells)]
            for row, cells in zip(self.sheet.rows, self.sheet.cells, strict=True)
        ]
        totals = [n for n, row in enumerate(self.sheet.rows) if row.total]
        self.grid.show_words(*((headings, rows, totals) if found.funds() else ((), (), ())))
        self.notes.setText("\n".join(found.notes()) if found.funds() else NOTHING_NEEDED)
        short = [each.words() for each in found.budgets if each.left is not None and each.left < 0]
        self.short.setText("\n".join(short))
        self.short.setVisible(bool(short))
        self.back_button.setVisible(found.change is not None)
        self._say("　".join(each.words() for each in found.budgets[:2]) if found.funds() else "")

    def _say(self, words: str) -> None:
        self.sentence = words
        self.say_count()

    def _made(self) -> Made:
        return Made(settings.office().name, self.session.user, this_day(), self.session.practice)

    def _paper(self, file: Path) -> Job[tuple[Missing, ...]]:
        sheet = self.sheet
        yield Step(0, 0, "正在排版")
        return paper.write_statistics_paper([(0, sheet)] if sheet else [], file, self._made())

    def _lay_out(self) -> None:
        self.print_button.offer_paper("资金预测表", self._paper)
        self.print_button.choices.addAction(
            icon("mdi6.file-excel-outline"), "资金预测表（存为Excel）", self.save
        )
        self.back_button.hide()
        self.short.hide()
        head = QHBoxLayout()
        for widget in (self.span, self.try_button, self.back_button, self.print_button):
            head.addWidget(widget)
        head.addStretch(1)
        self.chart.setMinimumSize(300, 150)  # three years of bars are narrow, and need no bar to scroll
        self.chart.setMaximumHeight(170)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.counting)
        column.addWidget(self.title)
        column.addWidget(self.chart)
        column.addWidget(self.short)
        column.addWidget(self.grid, 1)
        column.addWidget(self.notes)


def _lines(words: str) -> list[str]:
    """The words of a heading in lines short enough for a narrow column."""
    return [words[at : at + SHORT_HEADING] for at in range(0, len(words), SHORT_HEADING)]


def _workbook(sheet: StatisticSheet, out: Path, made: Made) -> Job[None]:
    yield Step(0, 0, "正在写入")
    book.write_statistics_book([(0, sheet)], out, made)
